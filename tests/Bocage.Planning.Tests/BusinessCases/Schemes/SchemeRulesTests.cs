using static Bocage.Planning.Tests.MadeCase;

namespace Bocage.Planning.Tests;

public class SchemeRulesTests
{
    // Costs over ten years, not discounted: 10,000 + 10 · 500 + 10 · 1,000 = 25,000.
    private static readonly PlannedMeasure Wood = Measure("wood", 1, MeasureUnit.Hectare, 10_000, 500, 1_000);

    private static Scheme Limited(string id, double yearly, double? share, PartyKind kind = PartyKind.Province, string payer = "province") =>
        Scheme(id, PerHectare(yearly), payer: payer, kind: kind) with { Rules = new() { MostPublicShareOfCost = share } };

    private static BusinessCase Taken(PlannedMeasure measure, params Scheme[] schemes) =>
        BusinessCase.Of(new(Setting(10), [Party("farm")], [measure], schemes), [.. schemes.Select((_, k) => new SchemeUse(k, 0, 0, 0))]);

    private static double[] Sums(BusinessCase made) => [.. made.Inputs.Schemes.Select((_, k) => made.Lines.Where(line => line.Party == 0 && line.Scheme == k).Sum(line => line.Amounts.Sum()))];

    // 84 % of 25,000 is 21,000. 10 · 1,500 = 15,000 from the one, a grant of 9,000 from the town: 24,000. The excess of 3,000 is cut from the 15,000: 12,000, or 1,200 a year.
    [Fact]
    public void A_scheme_with_a_limit_is_cut_to_what_public_money_leaves()
    {
        Scheme[] schemes = [Limited("nature", 1500, 0.84), Scheme("town", new Grant(MeasureUnit.Hectare, 9000, []), payer: "town", kind: PartyKind.Municipality)];
        var made = Taken(Wood, schemes);
        Same([9000, 1200, 1200, 1200, 1200, 1200, 1200, 1200, 1200, 1200, 1200], Paid(made));
        Same([0, -1200, -1200, -1200, -1200, -1200, -1200, -1200, -1200, -1200, -1200], made.Parties[1].Net);
        Assert.Empty(made.CutAway);
    }

    // 21,000 or less is not cut; neither is private money, which does not count: 15,000 + 9,000 from a bank.
    [Theory]
    [InlineData(1200, PartyKind.Municipality)]
    [InlineData(1500, PartyKind.Bank)]
    public void Within_the_limit_or_beside_private_money_nothing_is_cut(double yearly, PartyKind kind) =>
        Assert.Equal([10 * yearly, 9000], Sums(Taken(Wood, Limited("nature", yearly, 0.84), Scheme("other", new Grant(MeasureUnit.Hectare, 9000, []), payer: "other", kind: kind))));

    // The town alone pays 22,000 and more than 84 %: nothing is left for the other, and the town, without a limit, keeps its own.
    [Fact]
    public void Where_nothing_is_left_the_scheme_is_cut_away()
    {
        var made = Taken(Wood, Limited("nature", 1500, 0.84), Scheme("town", new Grant(MeasureUnit.Hectare, 22_000, []), payer: "town", kind: PartyKind.Municipality));
        Assert.Equal([0, 22_000], Sums(made));
        Assert.Equal([(0, 0)], made.CutAway);
    }

    // Just the limit is paid by another: 0.84 · 25,000. What is left is rounding, and rounding is nothing.
    [Fact]
    public void A_limit_that_is_used_up_to_the_cent_leaves_nothing() =>
        Assert.Equal([(0, 0)], Taken(Wood, Limited("nature", 1500, 0.84), Scheme("town", new CostShare(0.84, CostPart.Investment)), Scheme("more", new CostShare(0.84, CostPart.Upkeep)), Scheme("rest", new CostShare(0.84, CostPart.LostIncome))).CutAway);

    // a: 400 a year = 4,000 with a limit of 50 % = 12,500; b: 18,000 with 84 % = 21,000. 22,000 pass the 12,500 by 9,500: a goes. Then only b's own limit holds, and 18,000 are within it.
    [Fact]
    public void The_limit_of_a_scheme_that_is_cut_away_binds_the_others_no_more()
    {
        var made = Taken(Wood, Limited("b", 1800, 0.84), Limited("a", 400, 0.5));
        Assert.Equal([18_000, 0], Sums(made));
        Assert.Equal([(1, 0)], made.CutAway);
    }

    // a 8,000 with 50 % = 12,500, b 10,000 with 84 %: 18,000, 5,500 too much, cut from a: 2,500. Together 12,500, within 84 % too. Of equals the first is cut first: 14,000 each, limit 21,000, 7,000 too much: 7,000 and 14,000.
    [Fact]
    public void The_least_share_is_cut_first_and_of_equals_the_first()
    {
        Assert.Equal([10_000, 2_500], Sums(Taken(Wood, Limited("b", 1000, 0.84), Limited("a", 800, 0.5))), (x, y) => Math.Abs(x - y) < 1e-6);
        Assert.Equal([7_000, 14_000], Sums(Taken(Wood, Limited("a", 1400, 0.84), Limited("b", 1400, 0.84))), (x, y) => Math.Abs(x - y) < 1e-6);
    }

    // A limit without a cost that is known is not known, and so is what is left; payments without such a limit stay known.
    [Fact]
    public void Beside_a_cost_that_is_not_known_what_is_left_is_not_known()
    {
        var made = Taken(Wood with { Costs = Wood.Costs with { UpkeepPerYear = null } }, Limited("nature", 1500, 0.84), Scheme("town", PerHectare(10), payer: "town", kind: PartyKind.Municipality));
        Assert.Equal([double.NaN, 100], Sums(made));
        Assert.Empty(made.CutAway);
        Assert.Equal(double.NaN, made.Parties[1].NetPresentValue);
        Assert.Equal(-100, made.Parties[2].NetPresentValue, 9);
    }

    // A payment of nothing is not cut, and not called cut away.
    [Fact]
    public void What_pays_nothing_is_not_cut_away() => Assert.Empty(Taken(Wood, Limited("nature", 0, 0.5), Scheme("town", new Grant(MeasureUnit.Hectare, 22_000, []))).CutAway);

    // Cut to 12,000 of 15,000 the caps and floors of each year are cut in proportion: 1,500 of at most 1,500 become 1,200 of at most 1,200, also when twice as much were due.
    [Fact]
    public void Caps_are_cut_with_the_payment()
    {
        var nature = Scheme("nature", new YearlyPayment(MeasureUnit.Hectare, [new("", 2000)], 1500)) with { Rules = new() { MostPublicShareOfCost = 0.48 } };
        var line = Taken(Wood, nature).Lines.Single(line => line is { Party: 0, Scheme: 0 });
        Assert.Equal(1200, line.Amounts[1], 9);
        Assert.Equal(1200, line.AmountIn(1, 2, 1), 9);
    }
}
