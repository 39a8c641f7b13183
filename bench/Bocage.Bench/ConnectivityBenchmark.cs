using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bocage.Landscapes;

namespace Bocage.Bench;

/// <summary>PC, IIC and the importance of every patch (and link), against pc.py, on the node and link files that gen.py writes.</summary>
internal static class ConnectivityBenchmark
{
    private static readonly DispersalKernel HalfAtTwoKm = DispersalKernel.NegativeExponential(2000, 0.5);

    public static void Run(int size)
    {
        var graph = Graph(size);
        // So that the code is compiled before it is timed.
        for (var k = 0; k < 3; k++) _ = ConnectivityImportance.Of(Graph(500), HalfAtTwoKm);
        Measure("dPC of all patches", graph, new() { Links = false, Iic = false });
        Measure("PC, IIC, dPC of all patches", graph, new() { Links = false });
        Measure("PC, IIC, dPC and dIIC of all patches and links", graph, new());
    }

    private static void Measure(string task, PatchGraph graph, ConnectivityOptions options)
    {
        var process = Process.GetCurrentProcess();
        var cpuBefore = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var importance = ConnectivityImportance.Of(graph, HalfAtTwoKm, options);
        watch.Stop();
        process.Refresh();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            peer = "Bocage",
            task,
            size = graph.PatchCount,
            seconds = Math.Round(watch.Elapsed.TotalSeconds, 3),
            peak_mb = process.PeakWorkingSet64 >> 20,
            result = new object[] { importance.PcNumerator, Math.Sqrt(importance.PcNumerator), options.Iic ? importance.IicNumerator : "-" }
                .Concat(importance.Nodes.Take(5).Select(node => (object)Math.Round(node.DPc, 6))),
            cpu = Math.Round((process.TotalProcessorTime - cpuBefore).TotalSeconds, 2),
        }));
    }

    private static PatchGraph Graph(int size)
    {
        var folder = Environment.GetEnvironmentVariable("PEERS_DATA")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "bocage-bench");
        var areas = Rows(Path.Combine(folder, $"nodes_{size}.txt")).Select(row => row[1]).ToArray();
        return new(areas, Rows(Path.Combine(folder, $"links_{size}.txt")).Select(row => new Link((int)row[0], (int)row[1], row[2])));
    }

    private static IEnumerable<double[]> Rows(string file) =>
        File.ReadLines(file).Select(line => line.Split(' ').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray());
}
