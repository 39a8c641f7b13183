namespace Bocage.Planning;

/// <summary>Gathers the cash-flow lines of a case: costs of measures, then payments of schemes, each with the payer's end.</summary>
internal sealed class CaseLines
{
    private readonly List<CashFlowLine> lines = [];
    private readonly List<UncertainFactor> factors = [];
    private readonly Dictionary<string, int> factorOf = [];
    private readonly (double[] Amounts, int Factor)[,] costs;

    public CaseLines(BusinessCaseInputs inputs)
    {
        Inputs = inputs;
        costs = new (double[], int)[inputs.Measures.Count, 3];
        for (var measure = 0; measure < inputs.Measures.Count; measure++)
        {
            var planned = inputs.Measures[measure];
            AddCost(measure, CostPart.Investment, planned.Costs.Investment, inputs.Setting.InvestmentIndexation, year => planned.InvestsIn(year) ? 1 : 0);
            AddCost(measure, CostPart.Upkeep, planned.Costs.UpkeepPerYear, inputs.Setting.UpkeepIndexation, year => planned.WorksIn(year) ? 1 : 0);
            AddCost(measure, CostPart.LostIncome, planned.Costs.LostIncomePerYear, inputs.Setting.LostIncomeIndexation, planned.WorkingIn);
        }
    }

    public BusinessCaseInputs Inputs { get; }

    public IReadOnlyList<CashFlowLine> Lines => lines;

    public IReadOnlyList<UncertainFactor> Factors => factors;

    public (double[] Amounts, int Factor) Cost(int measure, CostPart part) => costs[measure, (int)part];

    /// <summary>The factor of a name; one of the same name that spreads otherwise gets a name of its own.</summary>
    public ScaledFactor Factor(FactorKind kind, string of, string id, Estimate estimate, bool isYield, string whose)
    {
        var scale = estimate.Likely > 0 ? estimate.Likely : estimate.High is > 0 ? estimate.High.Value : 1;
        var spread = Inputs.Setting.SpreadWhereUnknown ?? 0;
        var likely = estimate.Likely > 0 || estimate.High is not > 0 ? 1 : 0;
        var factor = new UncertainFactor(
            id, estimate.Low / scale ?? likely * (1 - spread), likely, estimate.High / scale ?? likely * (1 + spread), isYield, estimate.Low is not null && estimate.High is not null) { Kind = kind, Of = of };
        if (estimate.Likely == 0 && likely == 1) factor = factor with { Low = 1, High = 1 };
        if (factorOf.TryGetValue(id, out var index) && factors[index] != factor) return Factor(kind, of, $"{id} ({whose})", estimate, isYield, whose + "'");
        if (!factorOf.ContainsKey(id))
        {
            factorOf.Add(id, index = factors.Count);
            factors.Add(factor);
        }

        return new(index, estimate.Likely > 0 || likely == 0 ? scale : 0);
    }

    public void Pay(SchemeUse use) => Inputs.Schemes[use.Scheme].Reward.Pay(new(this, use));

    public void Add(SchemeUse use, CashFlowKind kind, double[] amounts, int[] ofFactors, double least, double most, LineGate? gate)
    {
        var payer = Inputs.PartyIndex(Inputs.Schemes[use.Scheme].Payer);
        var line = new CashFlowLine
        {
            Party = use.Party,
            Counterparty = payer,
            Kind = kind,
            Measure = use.Measure,
            Scheme = use.Scheme,
            Base = [.. amounts],
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
        for (var measure = 0; measure < Inputs.Measures.Count; measure++)
        {
            var paid = Enumerable.Range(0, lines.Count).Where(k => lines[k].Measure == measure && lines[k].Kind == CashFlowKind.Reward && lines[k].Scheme >= 0 && Inputs.Schemes[lines[k].Scheme].IsPublic).ToArray();
            var limited = paid.GroupBy(k => lines[k].Scheme).Where(group => Inputs.Schemes[group.Key].Rules.MostPublicShareOfCost is not null)
                .OrderBy(group => Inputs.Schemes[group.Key].Rules.MostPublicShareOfCost).ThenBy(group => group.Key).ToArray();
            if (limited.Length == 0) continue;
            var cost = 0.0;
            for (var part = 0; part < 3; part++) cost += AtLikely(new() { Party = 0, Kind = default, Base = [.. costs[measure, part].Amounts], Factors = costs[measure, part].Factor < 0 ? [] : [costs[measure, part].Factor], Amounts = [] }).Amounts.Sum();
            var room = -cost * Inputs.Schemes[limited[0].Key].Rules.MostPublicShareOfCost!.Value;
            var excess = paid.Sum(k => lines[k].Amounts.Sum()) - room;
            foreach (var group in limited)
            {
                if (excess <= 0) break;
                var amount = group.Sum(k => lines[k].Amounts.Sum());
                var left = double.IsNaN(excess) ? double.NaN : Math.Max(0, 1 - excess / amount);
                if (left == 0) cutAway.Add((group.Key, measure));
                foreach (var k in group)
                    lines[k] = AtLikely(lines[k] with { Base = [.. lines[k].Base.Select(euros => euros == 0 ? 0 : euros * left)], Least = lines[k].Least * left, Most = double.IsInfinity(lines[k].Most) ? lines[k].Most : lines[k].Most * left });
                excess -= amount * (1 - left);
            }
        }

        return cutAway;
    }

    /// <summary>Adds the payer's end of every payment.</summary>
    public void AddPayers()
    {
        foreach (var line in lines.Where(line => line.Scheme >= 0).ToArray())
            lines.Add(AtLikely(line with { Party = line.Counterparty, Counterparty = line.Party, Base = [.. line.Base.Select(euros => 0 - euros)], IsMirror = true }));
    }

    private void AddCost(int measure, CostPart part, Estimate? perUnit, double indexation, Func<int, double> share)
    {
        var planned = Inputs.Measures[measure];
        var factor = perUnit is null ? null : Factor((FactorKind)part, planned.Measure, $"{Name(part)} of {planned.Measure}", perUnit, isYield: part == CostPart.LostIncome, planned.Id);
        var amounts = new double[Inputs.Setting.Years + 1];
        for (var year = 0; year < amounts.Length; year++)
        {
            var here = share(year);
            var since = Inputs.Setting.FirstYear + year - (planned.Costs.PriceYear ?? Inputs.Setting.FirstYear);
            if (here > 0) amounts[year] = factor is null ? double.NaN : -planned.Quantity * factor.Scale * here * Math.Pow(1 + indexation, since);
        }

        costs[measure, (int)part] = (amounts, factor?.Index ?? -1);
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
