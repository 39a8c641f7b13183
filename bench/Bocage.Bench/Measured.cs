using System.Diagnostics;
using System.Text.Json;

namespace Bocage.Bench;

/// <summary>Runs a kernel and prints one JSON line with the same fields as the peers' scripts.</summary>
internal static class Measured
{
    /// <summary>Times a kernel: once on a small map so that it is compiled, then once on the real one.</summary>
    /// <param name="task">What is measured, in the words of the peers' scripts.</param>
    /// <param name="size">Cells along one side of the map.</param>
    /// <param name="make">Makes the input of a size; not timed.</param>
    /// <param name="run">The kernel.</param>
    /// <param name="check">The figures by which the result is compared with the peers'; not timed.</param>
    public static void Run<TInput, TResult>(string task, int size, Func<int, TInput> make, Func<TInput, TResult> run, Func<TResult, object> check)
    {
        var small = make(Math.Min(size, 600));
        for (var k = 0; k < 3; k++) run(small);
        var input = make(size);
        GC.Collect();
        var process = Process.GetCurrentProcess();
        var (cpuBefore, memoryBefore) = (process.TotalProcessorTime, process.WorkingSet64);
        var watch = Stopwatch.StartNew();
        var result = run(input);
        watch.Stop();
        process.Refresh();
        var (cpu, peak) = (process.TotalProcessorTime - cpuBefore, process.PeakWorkingSet64);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            peer = "Bocage",
            task,
            size,
            seconds = Math.Round(watch.Elapsed.TotalSeconds, 3),
            peak_mb = peak >> 20,
            added_bytes_per_cell = Math.Round((double)(peak - memoryBefore) / ((double)size * size), 2),
            result = check(result),
            cpu = Math.Round(cpu.TotalSeconds, 2),
        }));
    }
}
