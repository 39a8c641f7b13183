namespace Bocage.Planning.Tests;

/// <summary>Short ways to write a business case. Year 0 is 2026, and all costs are in its prices.</summary>
internal static class MadeCase
{
    public const int FirstYear = 2026;

    public static CaseSetting Setting(int years, double rate = 0) => new() { FirstYear = FirstYear, Years = years, DiscountRate = rate };

    public static Party Party(string id, PartyKind kind = PartyKind.Farmer) => new() { Id = id, Name = new(id), Kind = kind };

    /// <summary>A measure with certain costs per unit; null is not known.</summary>
    public static PlannedMeasure Measure(string id, double quantity, MeasureUnit unit, double? investment = 0, double? upkeep = 0, double? lost = 0, string party = "farm") => new()
    {
        Id = id,
        Measure = id.Split('@')[0],
        Name = new(id),
        Party = party,
        Quantity = quantity,
        Unit = unit,
        Costs = new() { Investment = Certain(investment), UpkeepPerYear = Certain(upkeep), LostIncomePerYear = Certain(lost) },
    };

    public static Scheme Scheme(string id, Reward reward, int term = 100, bool renewable = false, string payer = "province", PartyKind kind = PartyKind.Province) => new()
    {
        Id = id,
        Name = new(id),
        Payer = payer,
        PayerName = new(payer),
        PayerKind = kind,
        Reward = reward,
        TermYears = term,
        IsRenewable = renewable,
        Evidence = Evidence.Expert,
    };

    public static YearlyPayment PerHectare(double euros) => new(MeasureUnit.Hectare, [new("", euros)]);

    /// <summary>The case of one farm with one measure or none, and one scheme that it takes up.</summary>
    public static BusinessCase One(CaseSetting setting, PlannedMeasure? measure, Scheme scheme, Party? farm = null, int variant = 0, params Scorecard[] cards) =>
        BusinessCase.Of(new(setting, [farm ?? Party("farm")], measure is null ? [] : [measure], [scheme], cards), [new(0, 0, measure is null ? -1 : 0, variant)]);

    /// <summary>What the schemes pay the first party, by year.</summary>
    public static double[] Paid(BusinessCase made)
    {
        var paid = new double[made.Inputs.Setting.Years + 1];
        foreach (var line in made.Lines.Where(line => line.Party == 0 && line.Scheme >= 0))
            for (var year = 0; year < paid.Length; year++) paid[year] += line.Amounts[year];
        return paid;
    }

    /// <summary>Equal to the cent, year by year; NaN only where NaN is.</summary>
    public static void Same(double[] expected, IEnumerable<double> actual)
    {
        var got = actual.ToArray();
        Assert.Equal(expected.Length, got.Length);
        for (var year = 0; year < got.Length; year++)
        {
            Assert.True(double.IsNaN(expected[year]) ? double.IsNaN(got[year]) : Math.Abs(expected[year] - got[year]) < 0.005, $"Year {year}: {expected[year]} expected, {got[year]} found.");
            Assert.False(double.IsNegative(got[year]) && got[year] == 0, $"Year {year} is −0.");
        }
    }

    private static Estimate? Certain(double? euros) => euros is { } known ? Estimate.Certain(known) : null;
}
