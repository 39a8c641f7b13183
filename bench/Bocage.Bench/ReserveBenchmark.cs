using System.Diagnostics;
using System.Text.Json;
using Bocage.Planning;

namespace Bocage.Bench;

/// <summary>Minimum sets with and without a boundary penalty, against reserve.py.</summary>
internal static class ReserveBenchmark
{
    public static void Run(int size, double boundaryWeight, bool checkOnly)
    {
        var problem = ReserveInstance.Make(size, boundaryWeight);
        var amounts = ((MinimumSetObjective)problem.Objective).Amounts;
        if (checkOnly)
        {
            // The sums by which the instance is compared with reserve.py: units, costs, entries, amounts, targets.
            Console.WriteLine(FormattableString.Invariant($"{problem.Units.Length} {problem.Units.Sum(unit => unit.Cost)} {amounts.EntryCount} {amounts.Totals().Sum()} {amounts.Features.Sum(feature => feature.Target)}"));
            return;
        }

        var solver = new ReserveSolver();
        // So that the code is compiled before it is timed.
        var warm = ReserveInstance.Make(Math.Min(size, 2500), boundaryWeight);
        for (var k = 0; k < 3; k++) solver.Solve(warm, new() { RatioGap = 1e-4 });
        GC.Collect();
        var process = Process.GetCurrentProcess();
        var cpuBefore = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var trace = Environment.GetEnvironmentVariable("RESERVE_TRACE") is null ? null
            : new Trace(step => Console.Error.WriteLine(FormattableString.Invariant($"{watch.Elapsed.TotalSeconds:0.000} s  {step.Stage}  best {step.Best:0.##}  bound {step.Bound:0.##}")));
        var solution = solver.Solve(problem, new() { RatioGap = 1e-4 }, trace);
        watch.Stop();
        process.Refresh();
        var selected = new bool[problem.Units.Length];
        foreach (var unit in solution.Selected) selected[unit] = true;
        var held = amounts.Held(selected);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            peer = "Bocage",
            task = FormattableString.Invariant($"reserve selection, 100 features, BLM {boundaryWeight}"),
            size = problem.Units.Length,
            seconds = Math.Round(watch.Elapsed.TotalSeconds, 3),
            peak_mb = process.PeakWorkingSet64 >> 20,
            result = new[] { solution.Objective, solution.Cost, held.Where((h, k) => h < amounts.Features[k].Target).Count(), solution.Bound },
            cpu = Math.Round((process.TotalProcessorTime - cpuBefore).TotalSeconds, 2),
            gap = Math.Round(solution.Gap, 6),
        }));
    }

    private sealed class Trace(Action<SolveProgress> told) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value) => told(value);
    }
}
