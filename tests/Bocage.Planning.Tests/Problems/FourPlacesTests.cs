namespace Bocage.Planning.Tests;

/// <summary>What each rule means for each objective, on one landscape that can be solved on paper.</summary>
/// <remarks>
/// Places a-b-c-d in a row cost 1, 2, 3, 4. Utility 4, 3, 6, 7. Features f, g, h (targets 2, 3, 2; weights 1, 2, 4): a holds 2 f; b 2 f and 1 g; c 3 g; d 2 g and 2 h.
/// Two woods of 10: a and b are the halves (0.5, 0.8) of a way between them, c is another way (0.2), d makes the first wood 5 larger. The network is worth
/// 10² + 10² + 2·10·10·P, and with d 15² + 10² + 2·15·10·P, where P = 0.4 with a and b, else 0.2 with c, else 0.
/// <code>
///           -   a   b    c   d    ab    ac  ad   bc  bd  cd  abc abd acd bcd abcd
/// cost      0   1   2    3   4    3     4   5    5   6   7   6   7   8   9   10
/// utility   0   4   3    6   7    7     10  11   9   10  13  13  14  17  16  20
/// cover     0   1   3    2   6    3     3   7    3   7   6   3   7   7   7   7
/// shortfall 7   6   16/3 5   5/3  16/3  4   2/3  4   0   1   4   0   0   0   0
/// network   200 200 200  240 325  280   240 325  240 325 385 280 445 385 385 445
/// </code>
/// The targets are met (shortfall 0) by bd, abd, acd, bcd and abcd.
/// </remarks>
public class FourPlacesTests
{
    private const double None = double.NaN;

    private static readonly PlanningUnit[] Units = [new("a", 1), new("b", 2), new("c", 3), new("d", 4)];

    private static readonly FeatureAmounts Amounts = new([new("f", 2), new("g", 3, 2), new("h", 2, 4)], [0, 1, 3, 4, 6], [0, 0, 1, 1, 1, 2], [2, 2, 1, 3, 2, 2]);

    private static readonly ConnectivityCase Woods = new()
    {
        Name = "newt",
        SourceQuality = [10, 10, 0],
        TargetQuality = [10, 10, 0],
        Arcs = [new(0, 2, 0), new(2, 0, 0), new(2, 1, 0), new(1, 2, 0), new(0, 1, 0), new(1, 0, 0)],
        ArcImprovements = [new(0, 0, 0.5), new(1, 0, 0.5), new(2, 1, 0.8), new(3, 1, 0.8), new(4, 2, 0.2), new(5, 2, 0.2)],
        VertexImprovements = [new(0, 3, 5, 5)],
    };

    [Theory]
    // No rule: all is best, or all that is needed: b and d.
    [InlineData("none", 20, 7, 0, 6, 445)]
    // Within 5: ad, ad, ad; bd costs 6, so no set meets the targets; d.
    [InlineData("budget", 11, 7, 2 / 3.0, None, 325)]
    // Two places: cd, ad or bd, bd, bd, cd.
    [InlineData("two", 13, 7, 0, 6, 385)]
    // Not b and d together: acd, ad, acd, acd, cd or acd.
    [InlineData("exclusion", 17, 7, 0, 8, 385)]
    // One block within 9: bcd throughout; abcd costs 10.
    [InlineData("block", 16, 7, 0, 9, 385)]
    // Years of 4 and 2: abc (c and a, then b), ad or bd, bd (d, then b), bd, d with a or b. Not cd: neither fits the second year.
    [InlineData("years", 13, 7, 0, 6, 325)]
    // The water board pays for c and d and has 3: d is out of reach, and with it h.
    [InlineData("party", 13, 3, 4, None, 280)]
    // b in, c out, within 6: bd throughout.
    [InlineData("locks", 10, 7, 0, 6, 325)]
    // Sides of 1 between chosen and not, within 6: abc 13 − 1; d 6 − 1; d 5/3 + 1; bd 6 + 3; d 325 − 1.
    [InlineData("boundary", 12, 5, 8 / 3.0, 9, 324)]
    public void The_best_by_hand(string rule, double utility, double cover, double shortfall, double set, double network)
    {
        Is(utility, rule, new MaximumUtilityObjective([4, 3, 6, 7]));
        Is(cover, rule, new MaximumCoverObjective(Amounts));
        Is(shortfall, rule, new MinimumShortfallObjective(Amounts));
        Is(set, rule, new MinimumSetObjective(Amounts));
        Is(network, rule, new MaximumConnectedAreaObjective([Woods]));
    }

    [Fact]
    public void The_table_is_right()
    {
        // Columns a, bd, abc of the table.
        var problem = new PlanningProblem(Units, new MaximumUtilityObjective([4, 3, 6, 7]));
        bool[][] choices = [[true, false, false, false], [false, true, false, true], [true, true, true, false]];
        Assert.Equal([1, 6, 6], choices.Select(choice => problem.CostOf(choice)));
        Assert.Equal([4, 10, 13], choices.Select(choice => problem.ValueOf(choice)));
        Assert.Equal([1, 7, 3], choices.Select(choice => problem.With(new MaximumCoverObjective(Amounts)).ValueOf(choice)));
        Assert.Equal([6, 0, 4], choices.Select(choice => problem.With(new MinimumShortfallObjective(Amounts)).ValueOf(choice)));
        Assert.Equal([200, 325, 280], choices.Select(choice => problem.With(new MaximumConnectedAreaObjective([Woods])).ValueOf(choice)));
    }

    private static void Is(double expected, string rule, PlanningObjective objective)
    {
        var best = EveryChoice.Best(Under(rule, new(Units, objective)));
        if (double.IsNaN(expected)) Assert.Null(best);
        else Assert.Equal(expected, best!.Value.Value, 9);
    }

    private static PlanningProblem Under(string rule, PlanningProblem problem) => rule switch
    {
        "budget" => problem.With(BudgetConstraint.Total(Units, 5)),
        "two" => problem.With(CountConstraint.Between("two places", [0, 1, 2, 3], 2, 2)),
        "exclusion" => problem.With(CountConstraint.AtMostOne("one measure at the pond", [1, 3])),
        "block" => problem.With(new ContiguityConstraint("one block", [(0, 1), (1, 2), (2, 3)])).With(BudgetConstraint.Total(Units, 9)),
        "years" => problem.With(YearlyBudgetConstraint.Of(Units, [4, 2])),
        "party" => problem.With(BudgetConstraint.Of("the budget of the water board", [new(2, 3), new(3, 4)], 3)),
        "locks" => problem.With(1, PlanningStatus.LockedIn).With(2, PlanningStatus.LockedOut).With(BudgetConstraint.Total(Units, 6)),
        "boundary" => problem.With(new BoundaryPenalty(1, [new(0, 1, 1), new(1, 2, 1), new(2, 3, 1)], [])).With(BudgetConstraint.Total(Units, 6)),
        _ => problem,
    };
}
