namespace Bocage.Planning;

/// <summary>What a reward needs to work out a payment: who, for what, when, and where the lines go.</summary>
internal sealed class RewardContext(CaseLines lines, SchemeUse use)
{
    private bool[]? sums;

    public BusinessCaseInputs Case => lines.Inputs;

    public CaseSetting Setting => Case.Setting;

    public SchemeUse Use => use;

    public Scheme Scheme => Case.Schemes[use.Scheme];

    public Party Party => Case.Parties[use.Party];

    public PlannedMeasure? Measure => use.Measure < 0 ? null : Case.Measures[use.Measure];

    /// <summary>Year in which the contract is signed, counted from the first of the case: when the measure starts, or the scheme opens.</summary>
    public int JoinYear => Math.Max(Measure?.StartYear ?? 0, (Scheme.OpenFrom ?? Setting.FirstYear) - Setting.FirstYear);

    /// <summary>Whether the scheme pays in a year: in one sum, or each year of the contract in which the measure works.</summary>
    public bool IsPaidIn(int year, bool once) => once
        ? (sums ??= YearsOfSums())[year]
        : year > JoinYear && (Scheme.IsRenewable || year <= JoinYear + Scheme.TermYears) && (Measure is null || Measure.WorksIn(year));

    public double[] ByYear(Func<int, double> value) => [.. Enumerable.Range(0, Setting.Years + 1).Select(value)];

    public double[] Yearly(Func<int, double> amount, bool isIndexed = true) => ByYear(year => IsPaidIn(year, once: false) ? amount(year) * (isIndexed ? Index(year) : 1) : 0);

    public double[] Once(double amount) => ByYear(year => IsPaidIn(year, once: true) ? amount * Index(year) : 0);

    /// <summary>A factor for an estimate; amounts are to be multiplied with its scale.</summary>
    public ScaledFactor Factor(FactorKind kind, string of, string id, Estimate estimate, bool isYield = false) => lines.Factor(kind, of, id, estimate, isYield, Measure?.Id ?? Party.Id);

    /// <summary>A cost of the measure.</summary>
    public CashFlowLine Cost(CostPart part) => lines.Cost(use.Measure, part);

    /// <summary>What an amount of the scheme has become in a year.</summary>
    public double Index(int year) => Math.Pow(1 + Scheme.Indexation, Setting.FirstYear + year - (Scheme.PriceYear ?? Setting.FirstYear));

    public void Add(CashFlowKind kind, double[] amounts, IReadOnlyList<int>? factors = null, double least = 0, double? most = null, LineGate? gate = null) =>
        lines.Add(use, kind, amounts, factors ?? [], least, most ?? double.PositiveInfinity, gate);

    public SchemeRefusal? MissingUnit(MeasureUnit unit) => Measure!.QuantityIn(unit) is null ? new(use, SchemeRefusalKind.NotKnown) { What = unit.ToString() } : null;

    // With the investment of the year in which the contract is signed, and where it is renewable with each later one that comes a whole term or more after the last it paid for.
    private bool[] YearsOfSums()
    {
        var paid = new bool[Setting.Years + 1];
        int? last = null;
        for (var year = JoinYear; year < paid.Length; year++)
        {
            var isDue = year == JoinYear || (Scheme.IsRenewable && (last is null || year >= last + Scheme.TermYears));
            if (!isDue || !Measure!.CountsInvestment(year, Setting.Years)) continue;
            paid[year] = true;
            last = year;
        }

        return paid;
    }
}

/// <summary>A factor among those of a case, with what amounts are multiplied with so that the factor is a share of it.</summary>
internal sealed record ScaledFactor(int Index, double Scale);
