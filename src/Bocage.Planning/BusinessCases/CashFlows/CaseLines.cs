namespace Bocage.Planning;

/// <summary>Gathers the cash-flow lines of a case: costs of measures, then payments of schemes, each with the payer's end.</summary>
internal sealed class CaseLines
{
    // Share of an amount that is nothing but the rounding of binary numbers: 3 · 0.7 is 2.0999999999999996.
    private const double Rounding = 1e-9;

    private readonly List<CashFlowLine> lines = [];
    private readonly List<UncertainFactor> factors = [];
    private readonly Dictionary<string, List<int>> factorsOf = [];
    private readonly HashSet<string> factorNames = [];

    public CaseLines(BusinessCaseInputs inputs)
    {
        Inputs = inputs;
        for (var measure = 0; measure < inputs.Measures.Count; measure++)
        {
            var planned = inputs.Measures[measure];
            AddCost(measure, CostPart.Investment, planned.Costs.Investment, inputs.Setting.InvestmentIndexation, year => planned.CountsInvestment(year, inputs.Setting.Years) ? 1 : 0);
            AddCost(measure, CostPart.Upkeep, planned.Costs.UpkeepPerYear, inputs.Setting.UpkeepIndexation, year => planned.WorksIn(year) ? 1 : 0);
            AddCost(measure, CostPart.LostIncome, planned.Costs.LostIncomePerYear, inputs.Setting.LostIncomeIndexation, planned.WorkingIn);
        }
    }

    public BusinessCaseInputs Inputs { get; }

    public IReadOnlyList<CashFlowLine> Lines => lines;

    public IReadOnlyList<UncertainFactor> Factors => factors;

    // The costs of each measure come first, in the order of their parts.
    public CashFlowLine Cost(int measure, CostPart part) => lines[3 * measure + (int)part];

    /// <summary>The factor of a name and a spread; where several of a name spread differently, all but the first also bear the name of whose they are.</summary>
    public ScaledFactor Factor(FactorKind kind, string of, string id, Estimate estimate, bool isYield, string whose)
    {
        var scale = estimate.Likely > 0 ? estimate.Likely : estimate.High is > 0 ? estimate.High.Value : 1;
        var spread = Inputs.Setting.SpreadWhereUnknown ?? 0;
        var likely = estimate.Likely > 0 || estimate.High is not > 0 ? 1 : 0;
        var factor = new UncertainFactor(
            id, estimate.Low / scale ?? likely * (1 - spread), likely, estimate.High / scale ?? likely * (1 + spread), isYield, estimate.Low is not null && estimate.High is not null)
        { Kind = kind, Of = of };
        if (estimate.Likely == 0 && likely == 1) factor = factor with { Low = 1, High = 1 };
        return new(IndexOf(factor, whose), estimate.Likely > 0 || likely == 0 ? scale : 0);
    }

    public void Pay(SchemeUse use) => Inputs.Schemes[use.Scheme].Reward.Pay(new(this, use));

    /// <summary>A number, or the limit that it is but for the rounding of binary numbers.</summary>
    public static double Snapped(double number, double limit) => Math.Abs(number - limit) <= Rounding * limit ? limit : number;

    public void Add(SchemeUse use, CashFlowKind kind, double[] amounts, IReadOnlyList<int> ofFactors, double least, double most, LineGate? gate)
    {
        var payer = Inputs.PartyIndex(Inputs.Schemes[use.Scheme].Payer);
        var line = new CashFlowLine
        {
            Party = use.Party,
            Counterparty = payer,
            Kind = kind,
            Measure = use.Measure,
            Scheme = use.Scheme,
            Base = [.. amounts.Select(euros => Snapped(euros, least))],
            Factors = [.. ofFactors],
            Least = least,
            Most = most,
            Gate = gate,
            Amounts = [],
        };
        lines.Add(AtLikely(line));
    }

    /// <summary>Cuts payments of schemes that go beyond what public money may pay of a measure; see <see cref="SchemeRules.MostPublicShareOfCost"/>.</summary>
    /// <returns>The schemes, with their measures, of which nothing is left.</returns>
    public List<(int Scheme, int Measure)> CutToPublicShare()
    {
        var cutAway = new List<(int, int)>();
        var isPublic = Inputs.Schemes.Select(scheme => scheme.IsPublic).ToArray();
        var paidFor = Enumerable.Range(3 * Inputs.Measures.Count, lines.Count - 3 * Inputs.Measures.Count)
            .Where(k => lines[k].Measure >= 0 && lines[k].Kind == CashFlowKind.Reward && isPublic[lines[k].Scheme]).GroupBy(k => lines[k].Measure).OrderBy(group => group.Key);
        foreach (var paid in paidFor) CutToPublicShare(paid.Key, [.. paid], cutAway);
        return cutAway;
    }

    /// <summary>Adds the payer's end of every payment.</summary>
    public void AddPayers()
    {
        foreach (var line in lines.Where(line => line.Scheme >= 0).ToArray())
            lines.Add(AtLikely(line with { Party = line.Counterparty, Counterparty = line.Party, Base = [.. line.Base.Select(euros => 0 - euros)], IsMirror = true }));
    }

    private void CutToPublicShare(int measure, int[] paid, List<(int, int)> cutAway)
    {
        var limited = paid.Where(k => LimitOf(k) is not null).GroupBy(k => lines[k].Scheme).OrderBy(group => LimitOf(group.First())).ThenBy(group => group.Key);
        var cost = -lines.GetRange(3 * measure, 3).Sum(line => line.Amounts.Sum());
        var all = paid.Sum(k => lines[k].Amounts.Sum());
        foreach (var group in limited)
        {
            var amount = group.Sum(k => lines[k].Amounts.Sum());
            var excess = all - LimitOf(group.First())!.Value * cost;
            if (amount == 0 || excess <= 0) continue;
            var left = 1 - excess / amount;
            if (left < Rounding)
            {
                left = 0;
                cutAway.Add((group.Key, measure));
            }

            foreach (var k in group) lines[k] = AtLikely(CutTo(left, lines[k]));
            all -= amount * (1 - left);
        }
    }

    private double? LimitOf(int line) => Inputs.Schemes[lines[line].Scheme].Rules.MostPublicShareOfCost;

    private static CashFlowLine CutTo(double left, CashFlowLine line) => double.IsNaN(left)
        ? line with { Base = [.. line.Base.Select((euros, year) => line.Amounts[year] == 0 ? euros : double.NaN)] }
        : line with { Base = [.. line.Base.Select(euros => euros * left)], Least = line.Least * left, Most = double.IsInfinity(line.Most) ? line.Most : line.Most * left };

    private int IndexOf(UncertainFactor factor, string whose)
    {
        if (!factorsOf.TryGetValue(factor.Id, out var same)) factorsOf.Add(factor.Id, same = []);
        foreach (var index in same) if (SpreadAlike(factors[index], factor)) return index;
        var name = same.Count == 0 ? factor.Id : $"{factor.Id} ({whose})";
        while (!factorNames.Add(name)) name += "'";
        same.Add(factors.Count);
        factors.Add(factor with { Id = name });
        return factors.Count - 1;
    }

    // Shares of different prices: 2.4 of 3 is 0.8 as 8 of 10 is, but for the rounding of binary numbers.
    private static bool SpreadAlike(UncertainFactor one, UncertainFactor other) =>
        Math.Abs(one.Low - other.Low) < 1e-9 && Math.Abs(one.High - other.High) < 1e-9 && one.Likely == other.Likely && one.IsYield == other.IsYield && one.IsSpreadKnown == other.IsSpreadKnown;

    private void AddCost(int measure, CostPart part, Estimate? perUnit, double indexation, Func<int, double> share)
    {
        var planned = Inputs.Measures[measure];
        var factor = perUnit is null ? null : Factor((FactorKind)part, planned.Measure, $"{Name(part)} of {planned.Measure}", perUnit, isYield: part == CostPart.LostIncome, planned.Id);
        var amounts = new double[Inputs.Setting.Years + 1];
        for (var year = 0; year < amounts.Length; year++)
        {
            var here = share(year);
            var since = Inputs.Setting.FirstYear + year - (planned.Costs.PriceYear ?? Inputs.Setting.FirstYear);
            if (here > 0) amounts[year] = factor is null ? double.NaN : 0 - planned.Quantity * factor.Scale * here * Math.Pow(1 + indexation, since);
        }

        lines.Add(AtLikely(new() { Party = Inputs.PartyIndex(planned.Party), Kind = (CashFlowKind)part, Measure = measure, Base = [.. amounts], Factors = factor is null ? [] : [factor.Index], Amounts = [] }));
    }

    private static string Name(CostPart part) => part switch
    {
        CostPart.Investment => "investment",
        CostPart.Upkeep => "upkeep",
        _ => "lost income",
    };

    private CashFlowLine AtLikely(CashFlowLine line)
    {
        var product = 1.0;
        foreach (var factor in line.Factors) product *= factors[factor].Likely;
        var gate = line.Gate is { } gated ? factors[gated.Factor].Likely : 1;
        return line with { Amounts = [.. Enumerable.Range(0, line.Base.Length).Select(year => line.AmountIn(year, product, gate))] };
    }
}
