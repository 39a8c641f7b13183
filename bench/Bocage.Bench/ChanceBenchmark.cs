using System.Diagnostics;
using System.Text.Json;
using Bocage.Planning;

namespace Bocage.Bench;

/// <summary>The uncertainty of a case of many farms with 20 schemes each over 30 years, against a loop that does draw after draw and line after line.</summary>
internal static class ChanceBenchmark
{
    private const int Years = 30;
    private const int Repeats = 3;

    public static void Run(int farms, int draws)
    {
        foreach (var atWorst in (bool[])[false, true]) Run(BusinessCaseInstance.Make(farms, Years, atWorst), farms, draws, atWorst);
    }

    private static void Run(BusinessCase plan, int farms, int draws, bool atWorst)
    {
        var options = new UncertaintyOptions { Draws = draws, YearlyYieldSpread = 0.2 };
        var few = options with { Draws = Math.Min(draws, 100) };
        // So that the code is compiled before it is timed.
        for (var k = 0; k < 3; k++) CaseUncertainty.Of(plan, options with { Draws = Math.Min(draws, 2000) });
        Slow(plan, few with { Draws = 10 });
        var fewer = CaseUncertainty.Of(plan, few);
        var (fast, cpu, slow, slowCpu, apart) = (double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, 0.0);
        for (var k = 0; k < Repeats; k++)
        {
            GC.Collect();
            var before = Cpu();
            var watch = Stopwatch.StartNew();
            CaseUncertainty.Of(plan, options);
            fast = Math.Min(fast, watch.Elapsed.TotalSeconds);
            cpu = Math.Min(cpu, Cpu() - before);
            before = Cpu();
            watch.Restart();
            var plain = Slow(plan, few);
            slow = Math.Min(slow, watch.Elapsed.TotalSeconds);
            slowCpu = Math.Min(slowCpu, Cpu() - before);
            apart = plain.Zip(fewer).Max(pair => Apart(pair.First, pair.Second));
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            peer = "Bocage",
            task = $"uncertainty of a case, {(atWorst ? "caps, gates and yearly yields throughout" : "mixed schemes")}",
            farms,
            lines = plan.Lines.Count,
            factors = plan.Factors.Count,
            draws,
            seconds = Math.Round(fast, 3),
            cpu = Math.Round(cpu, 2),
            draws_per_second = Math.Round(draws / fast),
            payments_per_second = (double)farms * 20 * Years * draws / fast,
            amounts_per_second = (double)plan.Lines.Count * (Years + 1) * draws / fast,
            slow_draws = few.Draws,
            slow_seconds = Math.Round(slow, 3),
            slow_cpu = Math.Round(slowCpu, 2),
            times_faster = Math.Round(slow / few.Draws / (fast / draws), 1),
            times_less_cpu = Math.Round(slowCpu / few.Draws / (cpu / draws), 1),
            greatest_relative_difference = apart,
            peak_mb = Process.GetCurrentProcess().PeakWorkingSet64 >> 20,
        }));
    }

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static double Apart(PartyUncertainty one, PartyUncertainty other)
    {
        double[] Figures(PartyUncertainty party) => [party.ChanceWhole, party.NetPresentValue.Five, party.NetPresentValue.Fifty, party.NetPresentValue.NinetyFive, party.LiquidityLow.Five, party.LiquidityLow.Fifty, party.LiquidityLow.NinetyFive];
        return Figures(one).Zip(Figures(other)).Max(pair => Math.Abs(pair.First - pair.Second) / Math.Max(1, Math.Abs(pair.First)));
    }

    /// <summary>The same by the definition: every draw, year and line by itself, on one core; without tornado and break-evens.</summary>
    private static PartyUncertainty[] Slow(BusinessCase plan, UncertaintyOptions options)
    {
        var values = plan.Parties.Select(_ => new double[options.Draws]).ToArray();
        var lows = plan.Parties.Select(_ => new double[options.Draws]).ToArray();
        var net = plan.Parties.Select(party => new double[party.Net.Length]).ToArray();
        for (var draw = 0; draw < options.Draws; draw++)
        {
            foreach (var row in net) Array.Clear(row);
            var steady = plan.Factors.Select(factor => FactorDraws.Value(factor, options.Seed, draw)).ToArray();
            for (var year = 0; year < net[0].Length; year++)
            {
                var now = plan.Factors.Select((factor, k) => factor.IsYield ? steady[k] * FactorDraws.InYear(factor, options.Seed, draw, year, options.YearlyYieldSpread) : steady[k]).ToArray();
                foreach (var line in plan.Lines)
                {
                    var product = 1.0;
                    foreach (var factor in line.Factors) product *= now[factor];
                    net[line.Party][year] += line.AmountIn(year, product, line.Gate is { } gate ? now[gate.Factor] : 1);
                }
            }

            for (var party = 0; party < net.Length; party++)
            {
                values[party][draw] = CashFlow.NetPresentValue(net[party], plan.Parties[party].DiscountRate);
                lows[party][draw] = CashFlow.LowPoint(net[party], plan.Parties[party].Party.Cash ?? 0).Euros;
            }
        }

        return [.. values.Select((all, party) => new PartyUncertainty { Party = party, ChanceWhole = all.Average(value => value >= -0.01 ? 1.0 : 0), NetPresentValue = Reached(all), LiquidityLow = Reached(lows[party]), Tornado = [], BreakEvens = [] })];
    }

    private static Quantiles Reached(double[] values)
    {
        Array.Sort(values);
        double At(double share) => values.First(value => values.Count(other => other <= value) >= share * values.Length - 1e-9);
        return new(At(0.05), At(0.5), At(0.95));
    }
}
