using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class CorridorGreedyTests
{
    // Two habitats of 10 ha with three places in a row between them: 100 ha² each way, but only when all three are there. The fourth place adds 1 ha to the first habitat: 10 + 10 + 1 ha².
    // Three units of money buy the row (400 ha² in all) or one place after the other by what each gains: the fourth, and then nothing.
    private static PlanningProblem Row()
    {
        var network = new ConnectivityCase
        {
            Name = "row",
            SourceQuality = [10, 10],
            TargetQuality = [10, 10],
            Arcs = [],
        };
        const int Places = 3;
        var arcs = new List<ConnectivityArc>();
        var gates = new List<ArcImprovement>();
        void Both(int leave, int enter, int leaveOther, int enterOther)
        {
            arcs.Add(new(leave, enterOther, 1));
            arcs.Add(new(leaveOther, enter, 1));
        }

        for (var place = 0; place < Places; place++)
        {
            var into = 2 + 2 * place;
            gates.Add(new(arcs.Count, place, 1));
            arcs.Add(new(into, into + 1, 0));
            if (place == 0) Both(0, 0, into + 1, into);
            else Both(into - 1, into - 2, into + 1, into);
        }

        Both(2 * Places + 1, 2 * Places, 1, 1);
        var objective = new MaximumConnectedAreaObjective([network with
        {
            SourceQuality = [10, 10, .. Enumerable.Repeat(0.0, 2 * Places)],
            TargetQuality = [10, 10, .. Enumerable.Repeat(0.0, 2 * Places)],
            Arcs = [.. arcs],
            ArcImprovements = [.. gates],
            VertexImprovements = [new(0, 3, 1, 1)],
        }]);
        var problem = new PlanningProblem(Enumerable.Range(0, 4).Select(unit => new PlanningUnit($"u{unit}", 1)), objective);
        return problem.With(BudgetConstraint.Total(problem.Units, 3));
    }

    [Fact]
    public void Buys_a_row_that_is_worth_nothing_before_its_last_place()
    {
        var search = new ConnectivitySearch(Row(), new());
        new CorridorGreedy(search, default).Begin(() => false);
        Assert.Equal(400, search.BestValue, 1e-9);
        Assert.Equal([true, true, true, false], search.Best!);

        var (state, rules) = (search.Base.Copy(), search.Rules.Copy());
        IncrementalGreedy.Fill(state, rules, search.Open, () => false);
        Assert.Equal(221, state.Value, 1e-9);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void What_it_offers_is_worth_what_it_says_and_can_be_paid(int seed)
    {
        var random = new SeededRandom(seed);
        var problem = PlanLikeCase.Problem(random, 4 + random.Next(8));
        var search = new ConnectivitySearch(problem, new());
        if (!CorridorBound.IsWithinReach(search)) return;
        var corridors = new CorridorGreedy(search, default);
        corridors.Begin(() => false);
        corridors.Walk(5, () => false);
        if (search.Best is not { } best) return;
        Assert.True(problem.Allows(best));
        Assert.Equal(problem.ValueOf(best), search.BestValue, 1e-9 * search.BestValue);
    }

    // Four habitats and rows of one to four places between them: few enough to try every choice.
    [Fact]
    public void Mostly_the_best_choice_of_rows_and_the_same_for_the_same_seed()
    {
        var (optimal, byPlaces) = (0, 0);
        for (var seed = 0; seed < 100; seed++)
        {
            var problem = Rows(new SeededRandom(seed));
            var best = EveryChoice.Best(problem)!.Value.Value;
            double Found()
            {
                var search = new ConnectivitySearch(problem, new() { Seed = 3 });
                var corridors = new CorridorGreedy(search, default);
                corridors.Begin(() => false);
                corridors.Walk(10, () => false);
                return search.BestValue;
            }

            var value = Found();
            Assert.Equal(value, Found());
            if (value >= best * (1 - 1e-9)) optimal++;
            var plain = new ConnectivitySearch(problem, new());
            var (state, rules) = (plain.Base.Copy(), plain.Rules.Copy());
            IncrementalGreedy.Fill(state, rules, plain.Open, () => false);
            if (state.Value >= best * (1 - 1e-9)) byPlaces++;
        }

        Assert.True(optimal >= 75, $"only {optimal} of 100 are the best there is; place by place {byPlaces}");
        Assert.True(byPlaces < optimal / 3, $"place by place finds {byPlaces} of 100, too");
    }

    private static PlanningProblem Rows(SeededRandom random)
    {
        const int Habitats = 4;
        var (arcs, gates, vertices, units) = (new List<ConnectivityArc>(), new List<ArcImprovement>(), Habitats, 0);
        for (var one = 0; one < Habitats; one++)
        {
            for (var other = one + 1; other < Habitats; other++)
            {
                if (random.Next(4) == 0) continue;
                var (leave, enter) = (one, one);
                for (var k = random.Next(1, 4); k > 0; k--)
                {
                    var (into, core) = (vertices++, vertices++);
                    gates.Add(new(arcs.Count, units++, 1));
                    arcs.AddRange([new(into, core, 0), new(leave, into, 1), new(core, enter, 1)]);
                    (leave, enter) = (core, into);
                }

                var last = 0.5 + 0.5 * random.NextDouble();
                arcs.AddRange([new(leave, other, last), new(other, enter, last)]);
            }
        }

        double[] areas = [.. Enumerable.Range(0, Habitats).Select(_ => 1 + 10 * random.NextDouble()), .. Enumerable.Repeat(0.0, vertices - Habitats)];
        var network = new ConnectivityCase { Name = "rows", SourceQuality = [.. areas], TargetQuality = [.. areas], Arcs = [.. arcs], ArcImprovements = [.. gates] };
        var problem = new PlanningProblem(Enumerable.Range(0, units).Select(unit => new PlanningUnit($"u{unit}", 1 + random.Next(3))), new MaximumConnectedAreaObjective([network]));
        return problem.With(BudgetConstraint.Total(problem.Units, units));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 100)];
}
