using System.Collections.Immutable;
using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class PlanSequenceTests
{
    private static readonly PlanningProblem Places = new([new("a", 1), new("b", 2), new("c", 3), new("d", 4)], new MaximumUtilityObjective([4, 3, 6, 7]));

    [Fact]
    public void Four_places_by_hand()
    {
        // Years of 4, 3 and 3: d fits the first year only. Then a+b (7+7 = 14) before c (20), or c (13) before a+b: 7 + 14 + 20 = 41 beats 40.
        var sequence = PlanSequence.Of(Places, [0, 1, 2, 3], [4, 3, 3]);
        Assert.Equal([(3, 0), (0, 1), (1, 1), (2, 2)], sequence.Schedule);
        Assert.Equal([7, 14, 20], sequence.Gain);
        Assert.Equal([0.35, 0.7, 1], sequence.ShareOfFinalGain);
        Assert.Equal([4, 3, 3], sequence.Spent);
        // For 4 the best is a+c = 10, for 7 it is a+b+d = 14 (a+b+c is 13), for 10 all.
        Assert.Equal([10, 14, 20], sequence.Ideal);
        Assert.Equal((41, 44, true, PackingOutcome.Packed), (sequence.Area, sequence.IdealArea, sequence.IsOptimal, sequence.Packing));
        // When a needs c, c comes before or with it: d, c, a+b = 7 + 13 + 20.
        Assert.Equal(40, PlanSequence.Of(Places, [0, 1, 2, 3], [4, 3, 3], new() { Precedence = [(2, 0)] }).Area);
    }

    [Fact]
    public void Half_a_way_is_no_way()
    {
        // Nothing 200. The two halves together give 80, the other way alone 60, all three 80. One a year: the other way first (60, 60, 80), not a half (0, 80, 80 at best).
        var problem = new PlanningProblem([new("first half", 1), new("second half", 1), new("other way", 1)], new MaximumConnectedAreaObjective([new()
        {
            Name = "newt",
            SourceQuality = [10, 10, 0, 0],
            TargetQuality = [10, 10, 0, 0],
            Arcs = [new(0, 2, 0), new(2, 0, 0), new(2, 1, 0), new(1, 2, 0), new(0, 3, 0.5), new(3, 0, 0.5), new(3, 1, 0), new(1, 3, 0)],
            ArcImprovements = [new(0, 0, 0.5), new(1, 0, 0.5), new(2, 1, 0.8), new(3, 1, 0.8), new(6, 2, 0.6), new(7, 2, 0.6)],
        }]));
        var sequence = PlanSequence.Of(problem, [0, 1, 2], [1, 1, 1]);
        Assert.Equal((2, 0), sequence.Schedule[0]);
        Assert.Equal(200, sequence.Area, 9);
        Assert.Equal(60 + 80 + 80, sequence.IdealArea, 9);
        // When the other way takes two years to work, the halves come first: 0, 80, 80, 80, 80 over the three years and two of waiting.
        var slow = PlanSequence.Of(problem, [0, 1, 2], [1, 1, 1], new() { YearsUntilEffective = [0, 0, 2] });
        Assert.Equal([0, 80, 80, 80, 80], slow.Gain.Select(gain => Math.Round(gain, 9)));
        Assert.Equal((2, 2), slow.Schedule[2]);
    }

    [Fact]
    public void Strict_years_can_make_a_plan_unpackable()
    {
        var problem = new PlanningProblem([new("a", 6), new("b", 6), new("c", 6)], new MaximumUtilityObjective([1, 2, 3]));
        // 18 of 20, but one a year: the best two, c then b. Carried over, 4 of the first year help to pay for two in the second.
        var strict = PlanSequence.Of(problem, [0, 1, 2], [10, 10]);
        Assert.Equal(PackingOutcome.Unpackable, strict.Packing);
        Assert.Equal([0], strict.NotPlaced);
        Assert.Equal([3, 5], strict.Gain);
        var carried = PlanSequence.Of(problem, [0, 1, 2], [10, 10], new() { CarryOver = true });
        Assert.Equal(PackingOutcome.Packed, carried.Packing);
        Assert.Equal([3, 6], carried.Gain);
        Assert.Equal([6, 12], carried.Spent);
    }

    [Fact]
    public void The_best_of_all_schedules_is_found()
    {
        var unequal = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var (problem, chosen, budgets, options) = Random(seed, 5, 3);
            var (best, complete) = Slow(problem, chosen, budgets, options);
            var sequence = PlanSequence.Of(problem, chosen, budgets, options);
            Assert.True(sequence.IsOptimal);
            Assert.Equal(complete ? PackingOutcome.Packed : PackingOutcome.Unpackable, sequence.Packing);
            Assert.Equal(best, sequence.Area, 9);
            Assert.Equal(chosen.Length, sequence.Schedule.Length + sequence.NotPlaced.Length);
            if (options.YearsUntilEffective.Distinct().Count() > 1) unequal++;
        }
        Assert.True(unequal > 30);
    }

    [Fact]
    public void No_schedule_surpasses_the_ideal()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (problem, chosen, budgets, options) = Random(seed, 5, 3);
            var sequence = PlanSequence.Of(problem, chosen, budgets, options);
            Assert.All(sequence.Gain.Zip(sequence.Ideal), pair => Assert.True(pair.First <= pair.Second + 1e-9));
            // By a solver it is the same figure as from the table of all sets.
            var task = new SequenceTask(problem, chosen, budgets, options);
            var solved = SequenceIdeal.BySolver(problem, chosen, task, options with { IdealSolver = new EveryChoiceSolver() }, default);
            Assert.All(solved.Zip(sequence.Ideal), pair => Assert.Equal(pair.Second, pair.First, 9));
        }
    }

    [Fact]
    public void The_search_for_many_units_keeps_the_rules_and_comes_near_the_best()
    {
        var (found, best, complete, missed) = (0.0, 0.0, 0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var (problem, chosen, budgets, options) = Random(seed, 7, 3);
            var task = new SequenceTask(problem, chosen, budgets, options);
            var schedule = new SequenceSearch(task, 5_000, default).Best();
            Assert.True(task.Allows(schedule));
            var sequence = PlanSequence.Of(problem, chosen, budgets, options);
            if (!sequence.IsOptimal || sequence.Packing != PackingOutcome.Packed) continue;
            complete++;
            if (schedule.Contains(-1)) missed++;
            else
            {
                Assert.True(task.Area(schedule) <= sequence.Area + 1e-9);
                found += task.Area(schedule);
                best += sequence.Area;
            }
        }
        // Measured: all but 1 of 163 packable cases placed in full, 99.96 % of the best area in those.
        Assert.True(complete > 100);
        Assert.True(missed <= 2, $"{missed} of {complete}");
        Assert.True(found > 0.995 * best, $"{found / best} {missed} of {complete}");
    }

    [Fact]
    public void Forty_units_are_put_in_order_under_an_ideal_or_without()
    {
        var random = new SeededRandom(1);
        var units = Enumerable.Range(0, 40).Select(k => new PlanningUnit($"u{k}", 1 + random.Next(9))).ToArray();
        var problem = new PlanningProblem(units, new MaximumUtilityObjective([.. units.Select(_ => (double)random.Next(20))]));
        var year = Math.Ceiling(units.Sum(unit => unit.Cost) / 5) + 2;
        var sequence = PlanSequence.Of(problem, [.. Enumerable.Range(0, 40)], [year, year, year, year, year]);
        Assert.Equal((PackingOutcome.Packed, false), (sequence.Packing, sequence.IsOptimal));
        Assert.All(sequence.Spent, spent => Assert.True(spent <= year));
        Assert.All(sequence.Ideal, ideal => Assert.True(double.IsNaN(ideal)));
        Assert.Equal(1, sequence.ShareOfFinalGain[^1]);
        // Utilities add up, so that dearest per euro first is the ideal but for the last unit of a year.
        Assert.True(sequence.ShareOfFinalGain[0] > 0.35);
        Assert.Equal(sequence.Schedule, PlanSequence.Of(problem, [.. Enumerable.Range(0, 40)], [year, year, year, year, year]).Schedule);
    }

    [Fact]
    public void What_cannot_be_put_in_order_is_refused()
    {
        Assert.Contains("not in the plan", Assert.Throws<ArgumentException>(() => PlanSequence.Of(Places, [0, 1], [9], new() { Precedence = [(2, 0)] })).Message, StringComparison.Ordinal);
        Assert.Contains("ring", Assert.Throws<ArgumentException>(() => PlanSequence.Of(Places, [0, 1], [9], new() { Precedence = [(0, 1), (1, 0)] })).Message, StringComparison.Ordinal);
        Assert.Contains("minimum set", Assert.Throws<ArgumentException>(() => PlanSequence.Of(Places.With(new MinimumSetObjective(new([], [0, 0, 0, 0, 0], [], []))), [0], [9])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PlanSequence.Of(Places, [0], []));
        Assert.Throws<ArgumentException>(() => PlanSequence.Of(Places, [7], [9]));
        Assert.Throws<ArgumentException>(() => PlanSequence.Of(Places, [0], [9], new() { YearsUntilEffective = [1] }));
        Assert.Empty(PlanSequence.Of(Places, [], [9]).Schedule);
    }

    private static (PlanningProblem Problem, ImmutableArray<int> Chosen, ImmutableArray<double> Budgets, SequenceOptions Options) Random(int seed, int atMost, int years)
    {
        var random = new SeededRandom(seed);
        var count = 2 + random.Next(atMost - 1);
        var kind = (seed % 4) switch { 3 => 4, var other => other };
        var problem = new PlanningProblem(Enumerable.Range(0, Math.Max(3, count)).Select(k => new PlanningUnit($"u{k}", random.Next(8))), RandomProblem.Objective(kind, Math.Max(3, count), random));
        ImmutableArray<int> chosen = [.. Enumerable.Range(0, count)];
        var budgets = Enumerable.Range(0, 1 + random.Next(years)).Select(_ => (double)(2 + random.Next(14))).ToImmutableArray();
        return (problem, chosen, budgets, new()
        {
            CarryOver = random.Next(2) == 0,
            Precedence = random.Next(3) == 0 ? [(0, 1)] : [],
            YearsUntilEffective = random.Next(3) switch { 0 => [.. problem.Units.Select(_ => random.Next(3))], 1 => [.. problem.Units.Select(_ => 1)], _ => [] },
            Horizon = random.Next(4) == 0 ? 3 : null,
        });
    }

    /// <summary>Every year for every unit, none included; the rules written out once more.</summary>
    private static (double Area, bool Complete) Slow(PlanningProblem problem, ImmutableArray<int> chosen, ImmutableArray<double> budgets, SequenceOptions options)
    {
        var (best, complete) = (double.NegativeInfinity, false);
        var total = (int)Math.Pow(budgets.Length + 1, chosen.Length);
        for (var code = 0; code < total; code++)
        {
            var years = new int[chosen.Length];
            for (var (k, rest) = (0, code); k < years.Length; k++, rest /= budgets.Length + 1) years[k] = rest % (budgets.Length + 1) - 1;
            if (options.Precedence.Any(pair => years[pair.Second] >= 0 && !(years[pair.First] >= 0 && years[pair.First] <= years[pair.Second]))) continue;
            double Paid(int year) => Enumerable.Range(0, years.Length).Where(k => years[k] == year).Sum(k => problem.Units[chosen[k]].Cost);
            bool Holds(int year) => options.CarryOver
                ? Enumerable.Range(0, year + 1).Sum(Paid) <= budgets.Take(year + 1).Sum() : Paid(year) <= budgets[year];
            if (!Enumerable.Range(0, budgets.Length).All(Holds)) continue;
            int Wait(int k) => options.YearsUntilEffective.Length == 0 ? 0 : options.YearsUntilEffective[chosen[k]];
            var horizon = options.Horizon ?? budgets.Length + Enumerable.Range(0, years.Length).Max(Wait);
            var nothing = problem.ValueOf(new bool[problem.Units.Length]);
            var area = 0.0;
            for (var year = 0; year < horizon; year++)
            {
                var works = new bool[problem.Units.Length];
                for (var k = 0; k < years.Length; k++) works[chosen[k]] = years[k] >= 0 && years[k] + Wait(k) <= year;
                area += Math.Abs(problem.ValueOf(works) - nothing);
            }
            var all = years.All(year => year >= 0);
            if (all && !complete) (best, complete) = (area, true);
            else if (all == complete) best = Math.Max(best, area);
        }
        return (best, complete);
    }
}
