using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

/// <summary>Short ways to write cases of schemes, and random ones with every kind of rule.</summary>
internal static class StackCases
{
    public static readonly Party Farm = new() { Id = "farm", Name = new("Farm"), Kind = PartyKind.Farmer };

    public static Scheme Scheme(string id, Reward reward, PartyKind payer = PartyKind.Company, int term = 10, SchemeRules? rules = null, SchemeConditions? conditions = null) => new()
    {
        Id = id,
        Name = new(id),
        Payer = $"payer of {id}",
        PayerName = new(id),
        PayerKind = payer,
        Reward = reward,
        TermYears = term,
        Evidence = Evidence.Moderate,
        Rules = rules ?? new(),
        Conditions = conditions ?? new(),
    };

    public static PlannedMeasure Measure(string id, double quantity, MeasureUnit unit = MeasureUnit.Hectare, string? land = null, string party = "farm") => new()
    {
        Id = id,
        Measure = id,
        Name = new(id),
        Party = party,
        Quantity = quantity,
        Unit = unit,
        Land = land,
        Costs = new() { Investment = Estimate.Zero, UpkeepPerYear = Estimate.Zero, LostIncomePerYear = Estimate.Zero },
    };

    public static YearlyPayment PerYear(double euros, MeasureUnit unit = MeasureUnit.Hectare) => new(unit, [new("", euros)]);

    public static Grant Once(double euros, MeasureUnit unit = MeasureUnit.Hectare, double least = 0) => new(unit, euros, [], least);

    public static BusinessCaseInputs Case(IReadOnlyList<PlannedMeasure> measures, IReadOnlyList<Scheme> schemes, IReadOnlyList<Party>? parties = null, int years = 10, double rate = 0, IReadOnlyList<Land>? lands = null, IReadOnlyList<Scorecard>? cards = null) =>
        new(new() { FirstYear = 2026, Years = years, DiscountRate = rate }, parties ?? [Farm], measures, schemes, cards, lands);

    /// <summary>A small case of one to three parties in which every rule, reward and budget turns up.</summary>
    public static BusinessCaseInputs Random(int seed)
    {
        var random = new SeededRandom(seed);
        Land[] lands = [new("l0", 4 + random.Next(8)), new("l1", 4 + random.Next(8))];
        var parties = Enumerable.Range(0, 1 + random.Next(3)).Select(k => Farm with
        {
            Id = $"p{k}",
            DiscountRate = 0.02 * random.Next(4),
            Amounts = new Dictionary<string, Estimate> { ["milk"] = Estimate.Figure(random.Next(5000)) },
        }).ToArray();
        var measures = Enumerable.Range(0, 1 + random.Next(3)).Select(k => Measure($"m{k}", 1 + random.Next(7), land: random.Next(3) switch { 0 => null, 1 => "l0", _ => "l1" }, party: $"p{random.Next(parties.Length)}") with
        {
            Costs = new() { Investment = Estimate.Certain(random.Next(300)), UpkeepPerYear = Estimate.Certain(random.Next(20)), LostIncomePerYear = Estimate.Certain(random.Next(20)) },
            StartYear = random.Next(2),
            Results = new Dictionary<string, Estimate> { ["co2"] = Estimate.Figure(1 + random.Next(9)) },
        }).ToArray();
        var schemes = new List<Scheme>();
        var count = 2 + random.Next(5);
        for (var k = 0; k < count; k++)
        {
            var scheme = Scheme($"s{k}", Reward(random), random.Next(3) > 0 ? PartyKind.Province : PartyKind.Company, 1 + random.Next(5)) with
            {
                BudgetPerYear = random.Next(4) == 0 ? 20 + random.Next(1500) : null,
                BudgetTotal = random.Next(4) == 0 ? 50 + random.Next(3000) : null,
            };
            var others = Enumerable.Range(0, count).Where(other => other != k).Select(other => $"s{other}").ToArray();
            var rules = new SchemeRules
            {
                Excludes = [.. others.Where(_ => random.Next(8) == 0)],
                StacksOnlyWith = random.Next(8) == 0 ? [.. others.Where(_ => random.Next(2) == 0)] : null,
                Requires = [.. others.Take(k).Where(_ => random.Next(9) == 0)],
                ExcludesOtherPublicMoney = random.Next(8) == 0,
                MostPublicShareOfCost = random.Next(5) < 3 ? random.NextDouble() : null,
                OncePerHectare = random.Next(3) == 0,
                OncePerResult = random.Next(2) == 0,
            };
            schemes.Add(scheme with { Rules = rules });
        }

        while (SchemeRuleCheck.FirstFault(schemes) is { } fault)
        {
            var at = schemes.FindIndex(scheme => scheme.Id == fault.Scheme);
            schemes[at] = schemes[at] with { Rules = new() };
        }

        return Case(measures, schemes, parties, years: 4 + random.Next(3), rate: 0.03, lands: lands);
    }

    private static Reward Reward(SeededRandom random) => random.Next(9) switch
    {
        0 or 1 => new YearlyPayment(MeasureUnit.Hectare, [new("low", 1 + 50 * random.NextDouble()), new("high", 1 + 50 * random.NextDouble())]),
        2 or 3 => new Grant(MeasureUnit.Hectare, 100 * random.NextDouble(), [new(2, random.Next(200))], random.Next(100), random.Next(2) == 0 ? 250 : null),
        4 or 5 => new CostShare(random.NextDouble(), (CostPart)random.Next(3), Least: random.Next(30)),
        6 => new ResultPayment("co2", Estimate.Figure(1 + random.Next(9)), []),
        7 => new Credit(random.NextDouble(), 0.04 * random.NextDouble()),
        _ => new AmountPayment("milk", Estimate.Figure(0.1 * random.NextDouble()), IsShare: false),
    };
}
