using System.Reflection;
using Bocage.Data.Programmes;
using Bocage.Formats;

namespace Bocage.Data.Tests.Programmes;

public class CounterAmountTests
{
    private static readonly Unit Ha = Unit.Find("ha")!;
    private static readonly Unit TonnesPerYear = Unit.Find("t_per_year")!;

    [Fact] // by hand, with the figures of three Belgian projects: 12 + 400 + 320 = 732 and 12 + 400 + 380 = 792
    public void Stocks_add_up_to_a_range_where_two_sources_disagree()
    {
        var total = StockTotal.Of(Ha, [Stock(12), Stock(400), Stock(320, 380), null]);
        Assert.Equal(new StockAmount(Ha, 732, 792), total.Sum);
        Assert.Equal((3, 1, true), (total.Known, total.NotKnown, total.IsRange));
    }

    [Fact]
    public void Stocks_without_a_known_amount_are_counted_and_not_called_zero()
    {
        var total = StockTotal.Of(Ha, [null, null]);
        Assert.Equal((0.0, 0, 2), (total.Sum.High, total.Known, total.NotKnown));
        Assert.Equal(0, StockTotal.Of(Ha, []).NotKnown);
    }

    [Fact] // at least 200 may be anything above; up to 28 may be anything below
    public void Open_ends_stay_open()
    {
        Assert.Equal(new StockAmount(Ha, 200, double.PositiveInfinity), CounterAmount.Of(Ha, FigureKind.Stock, [Claim(200) with { Precision = Precision.AtLeast }]));
        Assert.Equal(new StockAmount(Ha, 200, double.PositiveInfinity), CounterAmount.Of(Ha, FigureKind.Stock, [Claim(200) with { Precision = Precision.MoreThan }]));
        Assert.Equal(new StockAmount(Ha, 12, 12), CounterAmount.Of(Ha, FigureKind.Stock, [Claim(12) with { Precision = Precision.About }]));
        Assert.Equal(new StockAmount(Ha, 0, 28), CounterAmount.Of(Ha, FigureKind.Stock, [Claim(28) with { Precision = Precision.AtMost }]));
        Assert.Equal(new StockAmount(Ha, 112, 300), CounterAmount.Of(Ha, FigureKind.Stock, [Claim(112) with { UpTo = 300 }]));
        Assert.Equal(double.PositiveInfinity, StockTotal.Of(Ha, [Stock(1), new StockAmount(Ha, 200, double.PositiveInfinity)]).Sum.High);
    }

    [Fact]
    public void Of_claims_with_years_the_latest_hold()
    {
        Assert.Equal(new StockAmount(Ha, 550, 550), CounterAmount.Of(Ha, FigureKind.Stock, [Claim(55, 2020), Claim(550, 2024), Claim(350, 2022)]));
        Assert.Equal(new FlowAmount(TonnesPerYear, 2029, 5, 6), CounterAmount.Of(TonnesPerYear, FigureKind.Flow, [Claim(100, 2028), Claim(5, 2029), Claim(6, 2029)]));
    }

    [Fact] // by hand: 2028 is 5 + 7 = 12, 2029 is 5; nothing says 17
    public void Flows_add_up_within_a_year_only()
    {
        var totals = FlowTotals.Of(TonnesPerYear, [Flow(2029, 5), Flow(2028, 5), null, Flow(2028, 7), Flow(null, 3)]);
        Assert.Equal([new(TonnesPerYear, null, 3, 3), new FlowAmount(TonnesPerYear, 2028, 12, 12), new FlowAmount(TonnesPerYear, 2029, 5, 5)], totals.Years);
        Assert.Equal(12, totals.In(2028)!.Low);
        Assert.Null(totals.In(2030));
        Assert.Equal(1, totals.NotKnown);
    }

    [Fact]
    public void Nothing_in_the_types_adds_flows_or_shares()
    {
        // What takes one of them gives a total per year or nothing: no operator, and no method that returns a single amount.
        var types = typeof(ProgrammePack).Assembly.GetExportedTypes();
        foreach (var type in (Type[])[typeof(FlowAmount), typeof(ShareAmount)])
        {
            Assert.Null(type.GetMethod("op_Addition"));
            var takers = types.SelectMany(each => each.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(method => method.DeclaringType != type && method.GetParameters().Any(parameter => Mentions(parameter.ParameterType, type)));
            Assert.Equal(type == typeof(FlowAmount) ? [typeof(FlowTotals)] : [], takers.Select(method => method.ReturnType));
        }
    }

    [Fact]
    public void Units_are_not_mixed()
    {
        Assert.Throws<ArgumentException>(() => Stock(1) + new StockAmount(Unit.Find("km")!, 1, 1));
        Assert.Throws<ArgumentException>(() => StockTotal.Of(Unit.Find("km")!, [Stock(1)]));
        Assert.Throws<ArgumentException>(() => FlowTotals.Of(Ha, [Flow(2028, 1)]));
    }

    [Fact]
    public void Levels_and_no_claims_count_towards_nothing()
    {
        Assert.Null(CounterAmount.Of(Unit.Find("celsius")!, FigureKind.Level, [Claim(3)]));
        Assert.Null(CounterAmount.Of(Ha, FigureKind.Stock, []));
        Assert.Equal(new ShareAmount(20, 20), CounterAmount.Of(Unit.Percent, FigureKind.Share, [Claim(20)]));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Every_choice_among_disagreeing_sources_lies_in_the_range_and_both_ends_are_reached(int seed)
    {
        var random = new Random(seed);
        var claims = Enumerable.Range(0, 6).Select(_ => Enumerable.Range(0, random.Next(1, 4)).Select(_ => Claim(random.Next(0, 1000))).ToArray()).ToArray();
        var total = StockTotal.Of(Ha, claims.Select(each => (StockAmount)CounterAmount.Of(Ha, FigureKind.Stock, each)!)).Sum;
        // The slow way: every combination of one claim each.
        var sums = claims.Aggregate((IEnumerable<double>)[0], (before, each) => before.SelectMany(sum => each.Select(claim => sum + claim.Value))).ToArray();
        Assert.Equal((sums.Min(), sums.Max()), (total.Low, total.High));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 50)];

    [Fact]
    public void Claims_for_different_years_are_a_history_and_not_a_disagreement()
    {
        Assert.False(new[] { Claim(55, 2020), Claim(550, 2024) }.AreDisputed());
        Assert.False(new[] { Claim(14), Claim(13, 2025) }.AreDisputed());
        Assert.False(new[] { Claim(14), Claim(14) }.AreDisputed());
        Assert.False(Array.Empty<Claim>().AreDisputed());
        Assert.True(new[] { Claim(14), Claim(13) }.AreDisputed());
        Assert.True(new[] { Claim(14, 2025), Claim(14, 2025) with { Precision = Precision.AtLeast } }.AreDisputed());
    }

    private static bool Mentions(Type type, Type wanted) => type == wanted || (type.IsGenericType && Array.Exists(type.GetGenericArguments(), argument => Mentions(argument, wanted)));

    private static StockAmount Stock(double low, double? high = null) => new(Ha, low, high ?? low);

    private static FlowAmount Flow(int? year, double value) => new(TonnesPerYear, year, value, value);

    private static Claim Claim(double value, int? year = null) => new() { Value = value, Precision = Precision.Stated, Year = year, Sources = ["plan"], Confidence = Confidence.High };
}
