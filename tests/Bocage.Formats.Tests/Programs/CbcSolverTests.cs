using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Formats.Tests.Programs;

public class CbcSolverTests
{
    private static readonly double Nothing = double.NegativeInfinity;
    private static readonly double Endless = double.PositiveInfinity;

    private static CbcSolver Cbc
    {
        get
        {
            Assert.SkipUnless(CbcSolver.IsInstalled, "needs the program cbc (coinor-cbc), which is not on this machine");
            return new();
        }
    }

    // max 3x + 2y with x + y ≤ 4, x + 3y ≥ 6, y ≤ 3, x whole: x = 3, y = 1 gives 11.
    [Fact]
    public void A_corner_by_hand()
    {
        var model = new LinearModel(true);
        var (x, y) = (model.Continuous(0, Endless, 3), model.Continuous(Nothing, 3, 2));
        model.Row([new(x, 1), new(y, 1)], Nothing, 4);
        model.Row([new(x, 1), new(y, 3)], 6, Endless);
        var result = Cbc.Solve(model, new());
        Assert.Equal(SolveOutcome.Optimal, result.Outcome);
        Assert.Equal([3, 1], result.Values);
        Assert.Equal(11, result.Objective);
        Assert.InRange(result.Bound, 11, 11.00001);
    }

    // Limits on both sides, a fixed variable, one below zero, one that stands nowhere, a row that names a variable twice, a row without terms.
    [Fact]
    public void What_the_format_makes_easy_to_get_wrong()
    {
        var model = new LinearModel(false);
        var (a, b, c, _) = (model.Continuous(Nothing, Endless, 1), model.Continuous(-7, -7, 1e-5), model.Binary(-1e-9), model.Continuous(Nothing, Endless, 0));
        model.Row([new(a, 1), new(a, 1), new(b, 1)], -20, -10.000000000000002); // 2a − 7 ≥ −20: a ≥ −6.5
        model.Row([], -1, 1);
        model.Row([new(c, 1e6)], Nothing, 1e30);
        var result = Cbc.Solve(model, new());
        Assert.Equal([-6.5, -7, 1, 0], result.Values);
        Assert.Equal(-6.5 - 7e-5 - 1e-9, result.Objective, 14);
    }

    [Fact]
    public void A_row_without_terms_can_be_impossible()
    {
        var model = new LinearModel(false);
        model.Binary(1);
        model.Row([], 1, 2);
        Assert.Equal(SolveOutcome.Infeasible, Cbc.Solve(model, new()).Outcome);
    }

    [Fact]
    public void Infeasible_is_an_answer_whether_whole_numbers_are_to_blame_or_not()
    {
        foreach (var limit in (double[])[3, 5]) // 2x + 2y = 3 has broken answers only, = 5 has none
        {
            var model = new LinearModel(true);
            model.Row([new(model.Binary(1), 2), new(model.Binary(1), 2)], limit, limit);
            var result = Cbc.Solve(model, new());
            Assert.Equal(SolveOutcome.Infeasible, result.Outcome);
            Assert.Empty(result.Values);
            Assert.True(double.IsNaN(result.Objective));
        }
    }

    // CBC 2.10.8 crashes on this one without its preprocessing. 6(x0 + x2 + x4) + x3 + 4x7 ≤ 4 leaves only x3 and x7, and 3x4 − 3x5 − 3x7 − 3x8 ≥ 2 needs x4.
    [Fact]
    public void A_model_that_crashes_CBC_is_infeasible()
    {
        var model = new LinearModel(true);
        foreach (var value in (double[])[304.58, -74.19, 37.65, 153.54, 146.61, -198.23, -111.86, 156.97, 102.84]) model.Binary(value);
        model.Row([new(0, 6), new(2, 6), new(3, 1), new(4, 6), new(7, 4)], -4, 4);
        model.Row([new(0, 4), new(1, -2), new(2, 5), new(3, 7), new(4, 7), new(5, -1), new(7, -3)], Nothing, 11);
        model.Row([new(4, 3), new(5, -3), new(7, -3), new(8, -3)], 2, 7);
        Assert.Equal(SolveOutcome.Infeasible, Cbc.Solve(model, new()).Outcome);
    }

    // With its preprocessing CBC 2.10.8 calls 5 % less the best.
    [Fact]
    public void A_model_that_CBC_preprocesses_wrongly_is_solved()
    {
        var model = new LinearModel(true);
        foreach (var value in (double[])[178.72420235469855, 771.7302210157349, -435.8759200155076, -92.97419882134399, 1014.0711474431947, -322.0237695796143, -306.93610923958244, 687.6251419854912]) model.Binary(value);
        model.Row([new(0, 5), new(1, 7), new(2, 7), new(4, 3), new(5, 2), new(6, 5), new(7, 5)], -1, Endless);
        model.Row([new(0, 5), new(1, 7), new(2, 6), new(3, 7), new(5, 3), new(7, 2)], 3, Endless);
        model.Row([new(0, -3), new(2, 5), new(5, 6)], 1, 7);
        Assert.Equal(BestOf(model)!.Value, Cbc.Solve(model, new()).Objective, 1e-9);
    }

    [Fact]
    public void An_unbounded_model_is_the_callers_mistake()
    {
        var model = new LinearModel(true);
        model.Continuous(0, Endless, 1);
        Assert.Throws<ArgumentException>(() => Cbc.Solve(model, new()));
    }

    [Fact]
    public void A_number_that_is_none_is_refused()
    {
        var model = new LinearModel(true);
        model.Binary(double.NaN);
        Assert.Throws<ArgumentException>(() => Cbc.Solve(model, new()));
    }

    // Maximise a sum worth about 1e-6, and one worth about 1e9: CBC's own tolerances of 1e-5 and 3 decimals must not show.
    [Theory]
    [InlineData(1e-7, 1), InlineData(1, 1), InlineData(1e9, 1), InlineData(1, 1e-6), InlineData(1, 1e7)]
    public void All_choices_of_small_models(double worth, double weight)
    {
        var random = new SeededRandom((long)(1000 + Math.Log10(worth * weight)));
        for (var round = 0; round < 30; round++)
        {
            var model = Made(random, worth, weight);
            var (expected, result) = (BestOf(model), Cbc.Solve(model, new()));
            Assert.Equal(expected is null ? SolveOutcome.Infeasible : SolveOutcome.Optimal, result.Outcome);
            if (expected is not { } best) continue;
            Assert.Equal(best, result.Objective, 1e-9 * worth);
            Assert.True(model.Maximises ? result.Bound >= best : result.Bound <= best, $"round {round}: bound {result.Bound:R}, best {best:R}");
            Assert.Equal(best, result.Bound, 1e-6 * worth * 100);
        }
    }

    [Fact]
    public void A_gap_ends_the_search_and_the_bound_says_so()
    {
        var random = new SeededRandom(8);
        for (var round = 0; round < 20; round++)
        {
            var model = Made(random, 1, 1);
            var (expected, result) = (BestOf(model), Cbc.Solve(model, new() { RatioGap = 0.3 }));
            if (expected is not { } best) continue;
            Assert.True(model.Maximises ? result.Bound >= best : result.Bound <= best, $"round {round}: bound {result.Bound:R}, best {best:R}");
            Assert.True(model.Maximises ? result.Objective <= best + 1e-9 : result.Objective >= best - 1e-9);
        }
    }

    [Fact]
    public void Out_of_time_is_an_answer()
    {
        var result = Cbc.Solve(Hard(), new() { Time = TimeSpan.FromSeconds(0.5) });
        Assert.Equal(SolveOutcome.Stopped, result.Outcome);
        Assert.True(result.Values.Count == 0 || result.Bound >= result.Objective);
        Assert.True(double.IsFinite(result.Bound));
    }

    [Fact]
    public void Two_threads_find_the_same()
    {
        Assert.SkipUnless(CbcSolver.IsInstalled, "needs cbc");
        var model = Made(new(5), 1, 1);
        Assert.Equal(Cbc.Solve(model, new()).Objective, new CbcSolver(2).Solve(model, new()).Objective, 9);
    }

    [Fact]
    public void Cancelling_kills_it()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Assert.Throws<OperationCanceledException>(() => Cbc.Solve(Hard(), new(), source.Token));
    }

    [Fact]
    public void Without_variables_only_the_rows_speak()
    {
        var model = new LinearModel(true);
        Assert.Equal(0, Cbc.Solve(model, new()).Objective);
        model.Row([], 1, 2);
        Assert.Equal(SolveOutcome.Infeasible, Cbc.Solve(model, new()).Outcome);
    }

    // 8 binaries, 4 rows of either kind, negative numbers too.
    private static LinearModel Made(SeededRandom random, double worth, double weight)
    {
        var model = new LinearModel(random.Next(2) == 0);
        for (var k = 0; k < 8; k++) model.Binary(worth * (random.NextDouble() * 10 - 3));
        for (var row = 0; row < 4; row++)
        {
            var terms = Enumerable.Range(0, 8).Where(_ => random.Next(3) > 0).Select(k => new LinearTerm(k, weight * random.Next(-3, 8))).ToArray();
            var low = random.Next(3) == 0 ? Nothing : weight * random.Next(-4, 5);
            model.Row(terms, low, random.Next(3) == 0 ? Endless : Math.Max(low, 0) + weight * random.Next(0, 12));
        }
        return model;
    }

    // Market split (Cornuéjols and Dawande): notoriously long to prove.
    private static LinearModel Hard()
    {
        var random = new SeededRandom(12);
        var model = new LinearModel(true);
        for (var k = 0; k < 50; k++) model.Binary(0);
        for (var row = 0; row < 6; row++)
        {
            var terms = Enumerable.Range(0, 50).Select(k => new LinearTerm(k, random.Next(100))).ToList();
            var half = Math.Floor(terms.Sum(term => term.Coefficient) / 2);
            terms.Add(new(model.Continuous(0, Endless, -1), 1));
            terms.Add(new(model.Continuous(0, Endless, -1), -1));
            model.Row(terms, half, half);
        }
        return model;
    }

    private static double? BestOf(LinearModel model)
    {
        double? best = null;
        for (var bits = 0; bits < 1 << model.Variables.Count; bits++)
        {
            bool On(int k) => (bits >> k & 1) == 1;
            if (!model.Rows.All(row => row.Terms.Where(term => On(term.Unit)).Sum(term => term.Coefficient) is var sum && sum >= row.Minimum - 1e-9 && sum <= row.Maximum + 1e-9)) continue;
            var value = Enumerable.Range(0, model.Variables.Count).Where(On).Sum(k => model.Variables[k].Objective);
            if (best is null || (model.Maximises ? value > best : value < best)) best = value;
        }
        return best;
    }
}
