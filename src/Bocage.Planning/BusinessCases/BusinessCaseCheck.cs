namespace Bocage.Planning;

/// <summary>Refuses inputs of a business case that cannot be meant.</summary>
internal static class BusinessCaseCheck
{
    public static void Of(BusinessCaseInputs inputs)
    {
        Setting(inputs.Setting);
        Unique(inputs.GivenParties.Select(party => party.Id), "party");
        Unique(inputs.Measures.Select(measure => measure.Id), "measure");
        Unique(inputs.Schemes.Select(scheme => scheme.Id), "scheme");
        Unique(inputs.Scorecards.Select(card => card.Id), "scorecard");
        Unique(inputs.Lands.Select(land => land.Id), "land");
        foreach (var land in inputs.Lands) Above(land.AreaHa, 0, $"The area of land {land.Id}");
        foreach (var measure in inputs.Measures) Measure(inputs, measure);
        foreach (var card in inputs.Scorecards) Scorecard(card);
        foreach (var scheme in inputs.Schemes) Scheme(inputs, scheme);
        SchemeRuleCheck.Of(inputs.Schemes);
    }

    private static void Setting(CaseSetting setting)
    {
        if (setting.Years is < 1 or > 100) throw new ArgumentException($"A case looks 1 to 100 years ahead; got {setting.Years}.");
        if (!(setting.DiscountRate > -1 && double.IsFinite(setting.DiscountRate))) throw new ArgumentException(FormattableString.Invariant($"The discount rate is above −1, such as 0.03; got {setting.DiscountRate}."));
        if (setting.SpreadWhereUnknown is { } spread && spread is not (>= 0 and <= 1)) throw new ArgumentException(FormattableString.Invariant($"The spread of figures without a range is from 0 to 1; got {spread}."));
    }

    private static void Measure(BusinessCaseInputs inputs, PlannedMeasure measure)
    {
        if (inputs.GivenParties.All(party => party.Id != measure.Party)) throw new ArgumentException($"The measure {measure.Id} is carried out by {measure.Party}, which is not among the parties.");
        if (measure.Land is { } land && inputs.Lands.All(other => other.Id != land)) throw new ArgumentException($"The measure {measure.Id} lies on {land}, which is not among the lands.");
        Above(measure.Quantity, 0, $"The quantity of {measure.Id}");
        if (measure.AreaHa is { } area) Above(area, 0, $"The hectares of {measure.Id}");
        if (measure.StartYear < 0) throw new ArgumentException($"The measure {measure.Id} starts in year 0 or later; got {measure.StartYear}.");
        if (measure.LifetimeYears < 1) throw new ArgumentException($"The measure {measure.Id} lives for 1 year or more; got {measure.LifetimeYears}.");
        if (measure.RampUp.Any(share => share is not (>= 0 and <= 1))) throw new ArgumentException($"The shares of {measure.Id} while it starts are from 0 to 1.");
    }

    private static void Scorecard(Scorecard card)
    {
        if (card.Kpis.Count == 0) throw new ArgumentException($"The scorecard {card.Id} has no indicators.");
        Unique(card.Kpis.Select(kpi => kpi.Id), $"indicator of {card.Id}");
        foreach (var kpi in card.Kpis)
        {
            if (kpi.Steps.Count == 0) throw new ArgumentException($"The indicator {kpi.Id} of {card.Id} has no threshold.");
            foreach (var (one, next) in kpi.Steps.Zip(kpi.Steps.Skip(1)))
                if (next.Points < one.Points || !(kpi.IsMoreBetter ? next.Value > one.Value : next.Value < one.Value)) throw new ArgumentException($"The steps of {kpi.Id} in {card.Id} go from the threshold to the target, points never falling.");
        }
    }

    private static void Scheme(BusinessCaseInputs inputs, Scheme scheme)
    {
        if (scheme.TermYears < 1) throw new ArgumentException($"The term of {scheme.Id} is 1 year or more; got {scheme.TermYears}.");
        if (scheme.Rules.MostPublicShareOfCost is { } share && share is not (>= 0 and <= 1)) throw new ArgumentException(FormattableString.Invariant($"The most that public money may pay beside {scheme.Id} is a share from 0 to 1; got {share}."));
        if (scheme.Reward.Variants.Count == 0) throw new ArgumentException($"The scheme {scheme.Id} has no rate.");
        if (scheme.Reward is KpiPayment kpi && inputs.Scorecards.All(card => card.Id != kpi.Scorecard)) throw new ArgumentException($"The scheme {scheme.Id} pays by the scorecard {kpi.Scorecard}, which is not there.");
        if (scheme.Reward is Credit credit && credit.GraceYears >= scheme.TermYears) throw new ArgumentException($"The years of grace of {scheme.Id} are fewer than its term; got {credit.GraceYears} of {scheme.TermYears}.");
    }

    private static void Above(double number, double limit, string what)
    {
        if (!(double.IsFinite(number) && number > limit)) throw new ArgumentException(FormattableString.Invariant($"{what} is above {limit}; got {number}."));
    }

    private static void Unique(IEnumerable<string> ids, string what)
    {
        var seen = new HashSet<string>();
        foreach (var id in ids) if (!seen.Add(id)) throw new ArgumentException($"There are two of the {what} {id}.");
    }
}
