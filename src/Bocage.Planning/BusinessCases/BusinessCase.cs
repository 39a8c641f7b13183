namespace Bocage.Planning;

/// <summary>A plan in money: for each party year by year, and who pays whom.</summary>
/// <remarks>
/// Every line is a difference to going on as today. Cash only: public benefits stand beside it. A cost that is not known makes every figure that needs it not known (NaN), from its first year on. Cost: years × lines.
/// </remarks>
public sealed class BusinessCase
{
    private BusinessCase(BusinessCaseInputs inputs, IReadOnlyList<SchemeUse> uses, CaseLines lines, IReadOnlyList<(int Scheme, int Measure)> cutAway)
    {
        Inputs = inputs;
        Uses = uses;
        Lines = lines.Lines;
        Factors = lines.Factors;
        CutAway = cutAway;
        var byParty = lines.Lines.ToLookup(line => line.Party);
        Parties = [.. Enumerable.Range(0, inputs.Parties.Count).Select(party => PartyCaseOf(party, [.. byParty[party]]))];
    }

    /// <summary>What it was worked out from.</summary>
    public BusinessCaseInputs Inputs { get; }

    /// <summary>The schemes taken up.</summary>
    public IReadOnlyList<SchemeUse> Uses { get; }

    /// <summary>All lines of all parties.</summary>
    public IReadOnlyList<CashFlowLine> Lines { get; }

    /// <summary>The uncertain factors of the lines.</summary>
    public IReadOnlyList<UncertainFactor> Factors { get; }

    /// <summary>The case of each party, in the order of <see cref="BusinessCaseInputs.Parties"/>.</summary>
    public IReadOnlyList<PartyCase> Parties { get; }

    /// <summary>Schemes, with their measures, whose payments were cut to nothing because public money already pays all it may.</summary>
    public IReadOnlyList<(int Scheme, int Measure)> CutAway { get; }

    /// <summary>The case with some schemes taken up.</summary>
    /// <param name="inputs">Parties, measures and schemes.</param>
    /// <param name="uses">Who takes up which scheme for what; whether that is lawful is not asked here.</param>
    /// <exception cref="ArgumentException">A use names something that is not there, is for another party's measure, or is there twice.</exception>
    public static BusinessCase Of(BusinessCaseInputs inputs, IReadOnlyList<SchemeUse> uses)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(uses);
        foreach (var use in uses) Check(inputs, use);
        if (uses.Distinct().Count() < uses.Count) throw new ArgumentException("A scheme is taken up twice for the same.", nameof(uses));
        var lines = new CaseLines(inputs);
        foreach (var use in uses) lines.Pay(use);
        var cutAway = lines.CutToPublicShare();
        lines.AddPayers();
        return new(inputs, [.. uses], lines, cutAway);
    }

    /// <summary>Present value of what one party pays another, €, at the discount rate of the case: [payer, receiver]; the last row and column are everyone else (contractors, markets).</summary>
    /// <remarks>
    /// Lost income is what the last column gets: nobody has it, and the party pays it. A line counts where its value points: a loan that is worth something to the borrower is paid by the lender. Column less row of a
    /// party is its net present value, where it counts with the discount rate of the case. NaN is not known: a cost or interest in the payer's row, a payment or a loan in the row of who gives it.
    /// </remarks>
    public double[,] PaymentMatrix()
    {
        var all = Parties.Count;
        var matrix = new double[all + 1, all + 1];
        foreach (var line in Lines.Where(line => !line.IsMirror))
        {
            var other = line.Counterparty < 0 ? all : line.Counterparty;
            var value = CashFlow.NetPresentValue(line.Amounts.AsSpan(), Inputs.Setting.DiscountRate);
            if (double.IsNaN(value) ? line.Kind is not (CashFlowKind.Reward or CashFlowKind.Credit) : value < 0) matrix[line.Party, other] -= value;
            else matrix[other, line.Party] += value;
        }

        return matrix;
    }

    /// <summary>What the measures are worth to everyone beside the cash, by kind: present value at the discount rate of the case, €. Kinds that no measure names are absent.</summary>
    public IReadOnlyDictionary<PublicBenefitKind, Estimate> PublicBenefits()
    {
        var sums = new SortedDictionary<PublicBenefitKind, Estimate>();
        foreach (var measure in Inputs.Measures)
        {
            var years = 0.0;
            for (var year = 1; year <= Inputs.Setting.Years; year++) years += measure.WorkingIn(year) * Math.Pow(1 + Inputs.Setting.DiscountRate, -year);
            foreach (var benefit in measure.Benefits)
            {
                var value = benefit.EurosPerUnitPerYear * (measure.Quantity * years);
                sums[benefit.Kind] = sums.TryGetValue(benefit.Kind, out var sum) ? sum + value : value;
            }
        }

        return sums;
    }

    /// <summary>Present value of all costs of the measures at the discount rate of the case, €; NaN when not known.</summary>
    public double PresentCost() =>
        0 - Lines.Where(line => line.Scheme < 0).Sum(line => CashFlow.NetPresentValue(line.Amounts.AsSpan(), Inputs.Setting.DiscountRate));

    private static void Check(BusinessCaseInputs inputs, SchemeUse use)
    {
        if (use.Scheme < 0 || use.Scheme >= inputs.Schemes.Count || use.Party < 0 || use.Party >= inputs.GivenParties.Count || use.Measure < -1 || use.Measure >= inputs.Measures.Count)
            throw new ArgumentException($"The use {use} names a scheme, party or measure that is not there.", nameof(use));
        var scheme = inputs.Schemes[use.Scheme];
        if (scheme.Reward.PaysParty != use.Measure < 0) throw new ArgumentException($"The scheme {scheme.Id} pays {(scheme.Reward.PaysParty ? "a party as a whole" : "for a measure")}.", nameof(use));
        if (use.Measure >= 0 && inputs.Measures[use.Measure].Party != inputs.Parties[use.Party].Id) throw new ArgumentException($"The measure {inputs.Measures[use.Measure].Id} is not one of {inputs.Parties[use.Party].Id}.", nameof(use));
        if (use.Variant < 0 || use.Variant >= scheme.Reward.Variants.Count) throw new ArgumentException($"The scheme {scheme.Id} has no variant {use.Variant}.", nameof(use));
    }

    private PartyCase PartyCaseOf(int party, CashFlowLine[] own)
    {
        var net = new double[Inputs.Setting.Years + 1];
        for (var year = 0; year < net.Length; year++) net[year] = CashFlow.WithoutRounding(own.Sum(line => line.Amounts[year]), own.Sum(line => Math.Abs(line.Amounts[year])));
        return new() { Party = Inputs.Parties[party], Lines = own, Net = [.. net], DiscountRate = Inputs.DiscountRateOf(party) };
    }
}
