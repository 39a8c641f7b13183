using System.Diagnostics;
using System.Text.Json;
using Bocage.Formats;
using Bocage.Planning;

namespace Bocage.Bench;

/// <summary>Greedy choice of measures, files included, beside the recorded runs of GECOT's greedy_incr (the same rule) on the instances of ../shared/data/gecot.</summary>
/// <remarks>
/// The recorded times are of the same machine with other jobs on it, up to four times too long (8.8 s instead of 33.4 s for aix_70x70 at 5 %); where the peer would need hours, the record is the prototype's of the
/// same rule. The first instance is read once more beforehand, so that the code is compiled.
/// </remarks>
internal static class MeasuresBenchmark
{
    public static void Run()
    {
        var folder = Environment.GetEnvironmentVariable("GECOT_DATA") ?? Path.Combine("..", "shared", "data", "gecot");
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "results.json")));
        var instances = document.RootElement.GetProperty("instances").EnumerateObject().ToArray();
        foreach (var row in instances[0].Value.GetProperty("best_known").EnumerateArray()) _ = Greedy(Path.Combine(folder, instances[0].Name), row.GetProperty("budget").GetDouble());
        foreach (var instance in instances)
        {
            foreach (var row in instance.Value.GetProperty("best_known").EnumerateArray())
                Measure(Path.Combine(folder, instance.Name), instance, row.GetProperty("budget").GetDouble(), row.GetProperty("budget_pct").GetDouble());
        }
    }

    private static void Measure(string path, JsonProperty instance, double budget, double percent)
    {
        GC.Collect();
        var process = Process.GetCurrentProcess();
        var cpuBefore = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var solution = Greedy(path, budget);
        watch.Stop();
        process.Refresh();
        var peer = Recorded(instance.Value, budget);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            peer = "Bocage",
            task = $"greedy, {instance.Name}, {percent} %",
            seconds = Math.Round(watch.Elapsed.TotalSeconds, 3),
            cpu = Math.Round((process.TotalProcessorTime - cpuBefore).TotalSeconds, 2),
            peak_mb = process.PeakWorkingSet64 >> 20,
            objective = solution.Objective,
            recorded = peer.Algorithm,
            recorded_seconds = peer.Seconds,
            objective_ratio_minus_1 = solution.Objective / peer.Objective - 1,
            times_faster = Math.Round(peer.Seconds / watch.Elapsed.TotalSeconds, 1),
        }));
    }

    // No time for more than the first greedy order.
    private static Solution Greedy(string path, double budget)
    {
        var problem = GecotInstance.Read(path);
        return new ConnectivitySolver().Solve(problem.With(BudgetConstraint.Total(problem.Units, budget)), new() { Time = TimeSpan.Zero });
    }

    private static (string Algorithm, double Seconds, double Objective) Recorded(JsonElement instance, double budget)
    {
        foreach (var name in (ReadOnlySpan<string>)["GECOT greedy_incr", "own prototype of greedy_incr"])
        {
            foreach (var run in instance.GetProperty("runs").EnumerateArray())
            {
                if (run.GetProperty("budget").GetDouble() == budget && run.GetProperty("algorithm").GetString()!.StartsWith(name, StringComparison.Ordinal))
                    return (name, run.GetProperty("wall_s").GetDouble(), run.GetProperty("objective").GetDouble());
            }
        }

        return ("none", double.NaN, double.NaN);
    }
}
