namespace Bocage.Planning;

/// <summary>Which uses of schemes are possible by themselves, whatever else is taken up, and why the others are not.</summary>
/// <remarks>
/// Asked in this order, the first "no" is the reason: kind of party and payer; measure; whether it pays in any year; size; facts; what the reward goes by; whether the payment is known, is there at all, and is above 0.
/// A scheme for another kind of party, or for none of its measures, is refused once and not for each measure. A use that pays nothing or costs money stays possible where another scheme requires its scheme.
/// Cost: parties × schemes × measures × variants × years.
/// </remarks>
internal sealed class SchemeOffers
{
    private readonly BusinessCaseInputs inputs;
    private readonly CaseLines lines;
    private readonly double[] costs;
    private readonly HashSet<string> required;
    private readonly List<StackOption> options = [];
    private readonly List<SchemeRefusal> refusals = [];

    private SchemeOffers(BusinessCaseInputs inputs)
    {
        this.inputs = inputs;
        lines = new(inputs);
        costs = new double[inputs.Measures.Count];
        foreach (var line in lines.Lines) costs[line.Measure] -= line.Amounts.Sum();
        required = [.. inputs.Schemes.SelectMany(scheme => scheme.Rules.Requires)];
    }

    /// <summary>The possible uses, in the order of parties, schemes, measures and variants.</summary>
    public IReadOnlyList<StackOption> Options => options;

    /// <summary>Why the others are not, in the same order.</summary>
    public IReadOnlyList<SchemeRefusal> Refusals => refusals;

    /// <summary>The offers to all given parties.</summary>
    public static SchemeOffers Of(BusinessCaseInputs inputs)
    {
        var offers = new SchemeOffers(inputs);
        for (var party = 0; party < inputs.GivenParties.Count; party++)
            for (var scheme = 0; scheme < inputs.Schemes.Count; scheme++) offers.Ask(new(scheme, party, -1, 0));
        return offers;
    }

    private void Ask(SchemeUse whole)
    {
        var (scheme, party) = (inputs.Schemes[whole.Scheme], inputs.Parties[whole.Party]);
        int[] own = [.. Enumerable.Range(0, inputs.Measures.Count).Where(measure => inputs.Measures[measure].Party == party.Id)];
        int[] fitting = [.. own.Where(measure => scheme.Conditions.Measures.Count == 0 || scheme.Conditions.Measures.Contains(inputs.Measures[measure].Measure))];
        if (scheme.Payer == party.Id || (scheme.Conditions.Parties.Count > 0 && !scheme.Conditions.Parties.Contains(party.Kind))) refusals.Add(new(whole, SchemeRefusalKind.OtherParty));
        else if (fitting.Length == 0 && (!scheme.Reward.PaysParty || scheme.Conditions.Measures.Count > 0)) refusals.Add(new(whole, SchemeRefusalKind.OtherMeasure));
        else if (scheme.Reward.PaysParty) Try(whole, fitting);
        else
        {
            foreach (var measure in own)
                if (fitting.Contains(measure)) Try(whole with { Measure = measure }, [measure]);
                else refusals.Add(new(whole with { Measure = measure }, SchemeRefusalKind.OtherMeasure));
        }
    }

    private void Try(SchemeUse use, int[] measures)
    {
        var context = new RewardContext(lines, use);
        if ((Elsewhere(context) ?? Closed(context) ?? TooSmall(context, measures) ?? Facts(context) ?? context.Scheme.Reward.Missing(context) ?? NotKnown(context)) is { } refusal)
        {
            refusals.Add(refusal);
            return;
        }

        var before = options.Count;
        SchemeRefusal? why = null;
        for (var variant = 0; variant < context.Scheme.Reward.Variants.Count; variant++) why = Price(use with { Variant = variant }) ?? why;
        if (options.Count == before) refusals.Add(why!);
    }

    private static SchemeRefusal? Elsewhere(RewardContext context)
    {
        var asked = context.Scheme.Conditions.Places;
        var places = context.Measure is { Places.Count: > 0 } measure ? measure.Places : context.Party.Places;
        if (asked.Count == 0 || asked.Any(places.Contains)) return null;
        return new(context.Use, places.Count == 0 ? SchemeRefusalKind.NotKnown : SchemeRefusalKind.OtherPlace) { What = places.Count == 0 ? "places" : string.Join(", ", asked) };
    }

    private static SchemeRefusal? Closed(RewardContext context)
    {
        var (scheme, first, years) = (context.Scheme, context.Setting.FirstYear, context.Setting.Years);
        var join = first + context.JoinYear;
        if (scheme.OpenUntil is { } last && join > last) return new(context.Use, SchemeRefusalKind.Closed) { Limit = last, Given = join };
        var paysOnce = scheme.Reward is Grant or Credit or CostShare { Of: CostPart.Investment };
        if (scheme.Reward is Credit ? context.JoinYear <= years && context.Measure!.InvestsIn(context.JoinYear) : Enumerable.Range(0, years + 1).Any(year => context.IsPaidIn(year, paysOnce))) return null;
        return new(context.Use, SchemeRefusalKind.Closed) { Limit = scheme.OpenFrom ?? first + years, Given = first + (context.Measure?.StartYear ?? 0) };
    }

    private SchemeRefusal? TooSmall(RewardContext context, int[] measures)
    {
        var conditions = context.Scheme.Conditions;
        if (conditions.LeastQuantity is not { } least) return null;
        var unit = conditions.QuantityUnit.ToString();
        var quantity = 0.0;
        foreach (var measure in measures) quantity += inputs.Measures[measure].QuantityIn(conditions.QuantityUnit) ?? double.NaN;
        if (double.IsNaN(quantity)) return new(context.Use, SchemeRefusalKind.NotKnown) { What = unit };
        return quantity < least ? new(context.Use, SchemeRefusalKind.TooSmall) { What = unit, Limit = least, Given = quantity } : null;
    }

    private static SchemeRefusal? Facts(RewardContext context)
    {
        foreach (var condition in context.Scheme.Conditions.Facts)
        {
            if (context.Measure?.Facts.TryGetValue(condition.Fact, out var value) != true && !context.Party.Facts.TryGetValue(condition.Fact, out value)) value = double.NaN;
            if (double.IsNaN(value)) return new(context.Use, SchemeRefusalKind.NotKnown) { What = condition.Fact };
            if (value < condition.AtLeast) return new(context.Use, SchemeRefusalKind.FactOutside) { What = condition.Fact, Limit = condition.AtLeast.Value, Given = value };
            if (value > condition.AtMost) return new(context.Use, SchemeRefusalKind.FactOutside) { What = condition.Fact, Limit = condition.AtMost.Value, Given = value };
        }

        return null;
    }

    private static SchemeRefusal? NotKnown(RewardContext context) =>
        context.Scheme.Rules.OncePerHectare && context.Measure is { Hectares: null } ? new(context.Use, SchemeRefusalKind.NotKnown) { What = nameof(MeasureUnit.Hectare) } : null;

    // Adds the option, or says why there is none.
    private SchemeRefusal? Price(SchemeUse use)
    {
        var scheme = inputs.Schemes[use.Scheme];
        var start = lines.Lines.Count;
        lines.Pay(use);
        CashFlowLine[] paid = [.. lines.Lines.Skip(start)];
        var net = new double[inputs.Setting.Years + 1];
        var spent = new double[net.Length];
        foreach (var line in paid)
            for (var year = 0; year < net.Length; year++)
            {
                net[year] += line.Amounts[year];
                spent[year] += Math.Max(0, line.Amounts[year]);
            }

        var value = CashFlow.NetPresentValue(net, inputs.DiscountRateOf(use.Party));
        var isPublicPart = scheme.IsPublic && use.Measure >= 0 && scheme.Reward is not Credit;
        // Where nothing is paid, nothing can be cut.
        var share = isPublicPart && net.Sum() != 0 ? scheme.Rules.MostPublicShareOfCost ?? double.PositiveInfinity : double.PositiveInfinity;
        var room = double.IsPositiveInfinity(share) ? share : share * costs[use.Measure];
        if (double.IsNaN(value) || double.IsNaN(room)) return new(use, SchemeRefusalKind.NotKnown) { What = GoesBy(scheme.Reward, double.IsNaN(value)) };
        if (!required.Contains(scheme.Id))
        {
            if (Array.TrueForAll(net, euros => euros == 0)) return PaysNothing(use, paid);
            if (value < 0) return new(use, SchemeRefusalKind.CostsMoney) { Limit = 0, Given = value };
        }

        options.Add(new()
        {
            Use = use,
            Value = value,
            Spent = spent,
            PublicMoney = isPublicPart ? net.Sum() : 0,
            PublicRoom = room,
            PublicShare = share,
            Hectares = scheme.Rules.OncePerHectare && use.Measure >= 0 ? inputs.Measures[use.Measure].Hectares!.Value : 0,
        });
        return null;
    }

    private static string GoesBy(Reward reward, bool isPayment) => !isPayment ? "cost" : reward switch
    {
        KpiPayment kpi => kpi.Scorecard,
        CostShare share => share.Of.ToString(),
        Credit => nameof(CostPart.Investment),
        ResultPayment result => result.Result,
        AmountPayment amount => amount.Amount,
        _ => "payment",
    };

    // The least payment is named where that is why.
    private SchemeRefusal PaysNothing(SchemeUse use, CashFlowLine[] paid)
    {
        var largest = paid.SelectMany(line => line.Base.Select(euros => Math.Abs(euros) * line.Factors.Aggregate(1.0, (product, factor) => product * lines.Factors[factor].Likely))).DefaultIfEmpty(0).Max();
        var least = paid.Select(line => line.Least).DefaultIfEmpty(0).Max();
        return largest > 0 && largest < least ? new(use, SchemeRefusalKind.TooSmall) { What = "€", Limit = least, Given = largest } : new(use, SchemeRefusalKind.TooSmall);
    }
}
