using Bocage.Formats;
using Bocage.Jobs.Plans;
using Bocage.Jobs.Runs;
using Bocage.Planning;

namespace Bocage.Jobs.Tests.Plans;

/// <summary>
/// Cells of 1 ha. Woods A, B and C of 1 ha; parcel a lies between A and B, parcels b, c and d between B and C. Half of the animals get 1,000 m of effort, grass costs 2 a metre.
/// A to B over one cell of grass is 100 · (1½ + 1½) = 300 m of effort, B to C over three 100 · (1½ + 2 + 2 + 1½) = 700 m.
/// </summary>
public sealed class PlanTests : IDisposable
{
    private const string Row = "WgWgggW";

    private readonly MadePlan made = new(Row);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static double Reach(double effort) => Math.Pow(0.5, effort / 1_000);

    [Fact]
    public void One_wood_that_connects_most_by_hand()
    {
        // today Σ a·a·p = 3 + 2 · (½^0.3 + ½^0.7 + ½^1.0)
        // with a: a wood of 3 ha and C: 9 + 1 + 2·3·½^0.7 = 13.69
        // with b: 1 + 4 + 1 + 2·(2·½^0.3 + 2·½^0.5 + ½^0.8) = 13.23; with c 12.59; with d 12.75
        var result = made.Make();
        var chosen = Assert.Single(result.Chosen);
        Assert.Equal(("wood@a", 1_000.0, 1), (chosen.Unit.Candidate.Id, chosen.Unit.Cost, chosen.Rank));
        Assert.Equal(SolveOutcome.Optimal, result.Solution.Outcome);
        var species = Assert.Single(result.Species);
        Assert.Equal(Math.Sqrt(3 + 2 * (Reach(300) + Reach(700) + Reach(1_000))), species.EcaBeforeHa, 9);
        Assert.Equal(Math.Sqrt(10 + 6 * Reach(700)), species.EcaAfterHa, 9);
        Assert.Equal(species.EcaAfterHa, species.Recomputed!.EcaHa, 9);
        Assert.Equal(species.EcaAfterHa - species.EcaBeforeHa, chosen.Why.AddsAlone, 9);
    }

    [Fact]
    public void All_the_money_joins_everything()
    {
        var result = made.Make(made.Request with { Budget = 4_000 });
        Assert.Equal(4, result.Chosen.Count);
        Assert.Equal(7, result.Species[0].EcaAfterHa, 9);
        Assert.Equal(4_000, result.Solution.Cost, 9);
    }

    [Fact]
    public void Every_file_is_written_and_says_the_same()
    {
        var result = made.Make();
        Assert.Equal(["plan.gpkg", "plan.html", "plan.json", "run.json"], Directory.EnumerateFiles(made.Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var figures = made.Figures();
        Assert.Equal("optimal", figures.GetProperty("outcome").GetString());
        Assert.Equal(result.Solution.Objective, figures.GetProperty("objective").GetDouble(), 12);
        Assert.Equal(result.Solution.Objective, figures.GetProperty("upperBound").GetDouble(), 9);
        Assert.Equal((1_000.0, 8, 4), (figures.GetProperty("cost").GetDouble(), figures.GetProperty("units").GetInt32(), figures.GetProperty("unpriced").GetInt32()));
        Assert.Equal("wood@a", figures.GetProperty("chosen")[0].GetProperty("id").GetString());
        Assert.True(figures.GetProperty("curve").GetArrayLength() > 3);
    }

    [Fact]
    public void The_layers_hold_the_choice_every_candidate_in_its_state_and_what_comes_together()
    {
        made.Make();
        var chosen = Assert.Single(VectorFile.Read(made.File("plan.gpkg"), "chosen", cancellation: Cancellation).Features);
        Assert.Equal(("wood@a", 1_000.0), ((string)chosen.Properties["id"]!, (double)chosen.Properties["cost_eur"]!));
        Assert.Equal(10_000, chosen.Geometry!.Area, 6);
        var candidates = VectorFile.Read(made.File("plan.gpkg"), "candidates", cancellation: Cancellation).Features;
        Assert.Equal(20, candidates.Count);
        // Four parcels: wood, meadow and buffer can be, the swale waits for its groundwater, and there is no heath.
        Assert.Equal([("applicable", 12), ("never", 4), ("not yet", 4)], candidates.GroupBy(one => (string)one.Properties["applicability"]!).Select(group => (group.Key, group.Count())).Order());
        Assert.All(candidates.Where(one => (string)one.Properties["applicability"]! != "applicable"), one => Assert.NotEmpty((string)one.Properties["reasons"]!));
        // What it costs is not known: empty, not nothing.
        Assert.All(candidates.Where(one => ((string)one.Properties["id"]!).StartsWith("meadow", StringComparison.Ordinal)), one => Assert.Null(one.Properties["cost_eur"]));
        var joins = VectorFile.Read(made.File("plan.gpkg"), "joins", cancellation: Cancellation).Features;
        Assert.Contains(joins, join => (1L, 2L) == (Convert.ToInt64(join.Properties["from_patch"]), Convert.ToInt64(join.Properties["to_patch"])) && (double)join.Properties["probability_after"]! == 1);
        Assert.All(joins, join => Assert.Equal("wood@a", join.Properties["by"]));
    }

    [Fact]
    public void The_same_request_gives_the_same_bytes()
    {
        made.Make();
        var first = RunRecord.Read<PlanRequest>(made.File("run.json"));
        Plan.Run(first.Request, made.Out, TimeProvider.System, cancellation: Cancellation);
        Assert.Empty(first.CompareWith(RunRecord.Read<PlanRequest>(made.File("run.json"))));
        first.CheckInputs(Cancellation);
        Assert.Equal(["landCover", "map", "measures", "parcels", "species"], first.Inputs.Select(input => input.Role).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Hexagons_stay_within_the_budget_and_no_place_holds_two_measures()
    {
        using var wide = new MadePlan("WggggW", "gggggg", "Wgg~gW", "gggggg");
        var result = wide.Make(wide.Request with { Parcels = null, HexagonHa = 2, Budget = 4_500, Seconds = 2 });
        Assert.NotEmpty(result.Chosen);
        Assert.True(result.Solution.Cost <= 4_500 * (1 + 1e-9));
        Assert.Equal(result.Chosen.Sum(chosen => chosen.Unit.Cost), result.Solution.Cost, 6);
        Assert.All(result.Chosen, chosen => Assert.Matches("^q-?[0-9]+r-?[0-9]+$", chosen.Unit.Candidate.Facts.Place.Id));
        Assert.Equal(result.Chosen.Count, result.Chosen.Select(chosen => chosen.Unit.Candidate.Facts.Place.Id).Distinct().Count());
        Assert.True(result.Solution.Bound >= result.Solution.Objective - 1e-9);
        // Water is not planted: a hectare of wood on a hectare of grass.
        Assert.All(result.Candidates.Units.Where(unit => unit.Candidate.Measure.Id == "wood"), unit => Assert.Equal(unit.Candidate.AppliesToHa, unit.AddedHa(0), 9));
    }

    [Fact]
    public void A_party_pays_no_more_than_it_has()
    {
        var result = made.Make(made.Request with { Budget = 10_000, Parties = [new("water board", 2_000, ["wood"])] });
        Assert.Equal(2_000, result.Chosen.Where(chosen => chosen.Unit.Candidate.Measure.Id == "wood").Sum(chosen => chosen.Unit.Cost), 9);
        Assert.Equal(SolveOutcome.Optimal, result.Solution.Outcome);
    }

    [Theory]
    [InlineData("wood", 0, 1, 1)]
    [InlineData("system", 0, 3, 3)]
    [InlineData("System", 4, null, 4)]
    public void Numbers_of_a_measure_or_kind_are_kept(string of, int least, int? most, int expected) =>
        Assert.Equal(expected, made.Make(made.Request with { Budget = 10_000, Counts = [new(of, least, most)] }).Chosen.Count(chosen => chosen.Unit.Candidate.Measure.Id == "wood"));

    [Fact]
    public void Locks_decide_before_gain_does()
    {
        Assert.Equal("wood@c", Assert.Single(made.Make(made.Request with { LockedIn = ["wood@c"] }).Chosen).Unit.Candidate.Id);
        Assert.Equal("wood@b", Assert.Single(made.Make(made.Request with { LockedOut = ["a"] }).Chosen).Unit.Candidate.Id);
    }

    [Fact]
    public void Years_are_kept_and_the_best_comes_first()
    {
        var result = made.Make(made.Request with { Budget = null, YearBudgets = [1_000, 1_000] });
        Assert.Equal(2, result.Chosen.Count);
        Assert.Equal([1, 2], result.Chosen.Select(chosen => chosen.Year!.Value));
        Assert.Equal("wood@a", result.Chosen[0].Unit.Candidate.Id);
        Assert.All(result.Sequence!.Spent, spent => Assert.True(spent <= 1_000));
    }

    [Fact]
    public void The_goal_habitat_counts_hectares()
    {
        var result = made.Make(made.Request with { Goal = PlanGoal.Habitat, Budget = 2_500 });
        Assert.Equal(2, result.Solution.Objective, 9);
        Assert.Equal(2_000, result.Solution.Cost, 9);
    }

    [Fact]
    public void The_goal_least_cost_reaches_its_target_and_no_more()
    {
        var result = made.Make(made.Request with { Goal = PlanGoal.LeastCost, Budget = null, Targets = new Dictionary<string, double> { ["forest"] = 2.5 } });
        Assert.Equal(3, result.Chosen.Count);
        Assert.Equal((3_000.0, -3_000.0), (result.Solution.Cost, result.Solution.Objective));
        Assert.Equal(SolveOutcome.Optimal, result.Solution.Outcome);
    }

    [Fact] // 7 a hectare from each buffer of 400 €
    public void The_goal_relief_counts_what_the_catalogue_says()
    {
        var result = made.Make(made.Request with { Goal = PlanGoal.PressureRelief, Pressure = Pressures.NitrogenDeposition, Budget = 1_000 });
        Assert.Equal(14, result.Solution.Objective, 9);
        Assert.All(result.Chosen, chosen => Assert.Equal("buffer", chosen.Unit.Candidate.Measure.Id));
    }

    [Fact]
    public void Weights_make_the_value_but_not_the_best_of_one_species()
    {
        var once = made.Make();
        var twice = made.Make(made.Request with { Weights = new Dictionary<string, double> { ["vole"] = 2 } });
        Assert.Equal(2 * once.Solution.Objective, twice.Solution.Objective, 9);
        Assert.Equal("wood@a", Assert.Single(twice.Chosen).Unit.Candidate.Id);
    }

    [Fact]
    public void Upkeep_counts_as_far_as_the_horizon_goes() // 1,000 and ten years of 10
    {
        var unit = made.Make(made.Request with { HorizonYears = 10, DiscountRate = 0, Budget = 1_100 }).Candidates.Units.First(unit => unit.Candidate.Id == "wood@a");
        Assert.Equal(1_100, unit.Cost, 9);
    }

    [Fact]
    public void A_budget_below_the_cheapest_is_an_answer()
    {
        var result = made.Make(made.Request with { Budget = 300 });
        Assert.Empty(result.Chosen);
        Assert.Equal(400, result.TooDear);
        Assert.Contains("The cheapest of the 8 possible measures costs €\u00A0400; the budget is €\u00A0300.", System.Net.WebUtility.HtmlDecode(File.ReadAllText(made.File("plan.html"))), StringComparison.Ordinal);
        Assert.Equal(0, made.Figures().GetProperty("chosen").GetArrayLength());
    }

    [Fact]
    public void What_cannot_be_kept_together_is_named_with_what_it_takes()
    {
        var result = made.Make(made.Request with { Targets = new Dictionary<string, double> { ["forest"] = 3 } });
        Assert.Equal(SolveOutcome.Infeasible, result.Solution.Outcome);
        Assert.Empty(result.Chosen);
        // Either three times the money, or a third of the wood.
        var relax = Assert.Single(result.Solution.Relax);
        Assert.Contains((relax.Name, Math.Round(relax.Needed, 6)), new[] { ("the budget", 3_000.0), ("at least 3.0\u00A0ha of wood", 1.0) });
        Assert.Contains("It is enough if this gives way:", File.ReadAllText(made.File("plan.html")), StringComparison.Ordinal);
        Assert.Equal("infeasible", made.Figures().GetProperty("outcome").GetString());
    }

    [Fact]
    public void Unknown_costs_are_counted_and_never_nothing()
    {
        var result = made.Make();
        Assert.Equal(["meadow"], result.Candidates.Unpriced.Select(candidate => candidate.Measure.Id).Distinct());
        Assert.Equal(4, result.Candidates.Unpriced.Count);
        var priced = made.Make(made.Request with { Prices = made.Write("prices.yaml", "prices:\n  meadow:\n    investment: 5\n    upkeep_per_year: 0\n    lost_income_per_year: 0\n    price_year: 2024\n    evidence: expert\n    sources: [{what: made up, where: here, year: 2024}]\n") });
        Assert.Empty(priced.Candidates.Unpriced);
    }

    [Fact]
    public void One_block_holds_together()
    {
        var result = made.Make(made.Request with { Budget = 3_000, OneBlock = true, Only = ["wood"] });
        Assert.Equal(["wood@b", "wood@c", "wood@d"], result.Chosen.Select(chosen => chosen.Unit.Candidate.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("unknown measure", "has no measure “hedgehog”; it has wood, meadow, swale, sods, buffer")]
    [InlineData("unknown weight", "--weight bear=2: the diagnosis has no such species; it has vole")]
    [InlineData("unknown target", "--target jungle: there is no such kind of land")]
    [InlineData("unknown count", "--count 2: there is no such measure, nor kind")]
    [InlineData("unknown lock", "“wood@z” is to be locked, but there is no such candidate or place")]
    [InlineData("lock on what cannot be", "“sods@a” is to be in the plan, but cannot be chosen: its measure is not possible there.")]
    [InlineData("lock on what has no price", "“meadow@a” is to be in the plan, but cannot be chosen: its cost is not known.")]
    [InlineData("two locks", "“wood@a” is both to be in the plan and to stay out of it.")]
    [InlineData("nothing to reach", "--goal least-cost needs something that the plan must reach")]
    [InlineData("no candidate", "None of the measures in")]
    [InlineData("no price", "None of the 4 possible measures has a known cost")]
    [InlineData("no diagnosis", "run.json does not exist")]
    [InlineData("changed map", "is not the file that the run read")]
    public void A_bad_input_is_named_and_nothing_is_written(string what, string part)
    {
        if (what == "changed map") File.AppendAllText(made.Landscape.Request.Species[0], "# later\n");
        var bad = what switch
        {
            "unknown measure" => made.Request with { Only = ["hedgehog"] },
            "unknown weight" => made.Request with { Weights = new Dictionary<string, double> { ["bear"] = 2 } },
            "unknown target" => made.Request with { Targets = new Dictionary<string, double> { ["jungle"] = 2 } },
            "unknown count" => made.Request with { Counts = [new("2", 1, null)] },
            "unknown lock" => made.Request with { LockedIn = ["wood@z"] },
            "lock on what cannot be" => made.Request with { LockedIn = ["sods@a"] },
            "lock on what has no price" => made.Request with { LockedIn = ["meadow@a"] },
            "two locks" => made.Request with { LockedIn = ["wood@a"], LockedOut = ["a"] },
            "nothing to reach" => made.Request with { Goal = PlanGoal.LeastCost },
            "no candidate" => made.Request with { Only = ["sods"] },
            "no price" => made.Request with { Only = ["meadow"] },
            "no diagnosis" => made.Request with { Diagnosis = Path.GetDirectoryName(made.Request.Measures)! },
            _ => made.Request,
        };
        Assert.Contains(part, Assert.Throws<BadInputException>(() => made.Make(bad)).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(made.Out));
    }

    public void Dispose() => made.Dispose();
}
