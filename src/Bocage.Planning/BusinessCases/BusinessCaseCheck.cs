namespace Bocage.Planning;

/// <summary>Refuses inputs of a business case that cannot be meant.</summary>
internal static class BusinessCaseCheck
{
    public static void Of(BusinessCaseInputs inputs)
    {
        Setting(inputs.Setting);
        var parties = Unique(inputs.GivenParties.Select(party => party.Id), "party");
        var lands = Unique(inputs.Lands.Select(land => land.Id), "land");
        var cards = Unique(inputs.Scorecards.Select(card => card.Id), "scorecard");
        Unique(inputs.Measures.Select(measure => measure.Id), "measure");
        Unique(inputs.Schemes.Select(scheme => scheme.Id), "scheme");
        foreach (var party in inputs.GivenParties) Party(party);
        foreach (var land in inputs.Lands) Above(land.AreaHa, 0, $"The area of land {land.Id}");
        foreach (var measure in inputs.Measures) Measure(measure, inputs.Setting, parties, lands);
        foreach (var card in inputs.Scorecards) Scorecard(card);
        foreach (var scheme in inputs.Schemes) Scheme(scheme, cards);
        SchemeRuleCheck.Of(inputs.Schemes);
    }

    private static void Setting(CaseSetting setting)
    {
        if (setting.Years is < 1 or > 100) throw new ArgumentException($"A case looks 1 to 100 years ahead; got {setting.Years}.");
        Above(setting.DiscountRate, -1, "The discount rate");
        Above(setting.InvestmentIndexation, -1, "The indexation of investments");
        Above(setting.UpkeepIndexation, -1, "The indexation of upkeep");
        Above(setting.LostIncomeIndexation, -1, "The indexation of lost income");
        Within(setting.SpreadWhereUnknown, 0, 1, "The spread of figures without a range");
    }

    private static void Party(Party party)
    {
        if (party.DiscountRate is { } rate) Above(rate, -1, $"The discount rate of {party.Id}");
        Within(party.IncomeToday, double.NegativeInfinity, double.PositiveInfinity, $"The income of {party.Id}");
        Within(party.Cash, double.NegativeInfinity, double.PositiveInfinity, $"The money at hand of {party.Id}");
        Within(party.CreditLimit, 0, double.PositiveInfinity, $"The limit of credit of {party.Id}");
    }

    private static void Measure(PlannedMeasure measure, CaseSetting setting, HashSet<string> parties, HashSet<string> lands)
    {
        if (!parties.Contains(measure.Party)) throw new ArgumentException($"The measure {measure.Id} is carried out by {measure.Party}, which is not among the parties.");
        if (measure.Land is { } land && !lands.Contains(land)) throw new ArgumentException($"The measure {measure.Id} lies on {land}, which is not among the lands.");
        Above(measure.Quantity, 0, $"The quantity of {measure.Id}");
        if (measure.AreaHa is { } area) Above(area, 0, $"The hectares of {measure.Id}");
        if (measure.StartYear < 0 || measure.StartYear > setting.Years) throw new ArgumentException($"The measure {measure.Id} starts in a year of the case, from 0 to {setting.Years}; got {measure.StartYear}.");
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
            foreach (var step in kpi.Steps)
            {
                Within(step.Value, double.NegativeInfinity, double.PositiveInfinity, $"A step of {kpi.Id} in {card.Id}");
                Within(step.Points, 0, double.PositiveInfinity, $"The points of a step of {kpi.Id} in {card.Id}");
            }

            foreach (var (one, next) in kpi.Steps.Zip(kpi.Steps.Skip(1)))
                if (next.Points < one.Points || !(kpi.IsMoreBetter ? next.Value > one.Value : next.Value < one.Value)) throw new ArgumentException($"The steps of {kpi.Id} in {card.Id} go from the threshold to the target, points never falling.");
        }
    }

    private static void Scheme(Scheme scheme, HashSet<string> cards)
    {
        if (scheme.TermYears < 1) throw new ArgumentException($"The term of {scheme.Id} is 1 year or more; got {scheme.TermYears}.");
        if (scheme.OpenUntil < scheme.OpenFrom) throw new ArgumentException($"One can join {scheme.Id} from {scheme.OpenFrom} until that year or later; got {scheme.OpenUntil}.");
        Above(scheme.Indexation, -1, $"The indexation of {scheme.Id}");
        Within(scheme.BudgetPerYear, 0, double.PositiveInfinity, $"The budget of {scheme.Id} for a year");
        Within(scheme.BudgetTotal, 0, double.PositiveInfinity, $"The budget of {scheme.Id}");
        Within(scheme.Conditions.LeastQuantity, 0, double.PositiveInfinity, $"The least quantity of {scheme.Id}");
        Within(scheme.Rules.MostPublicShareOfCost, 0, 1, $"The share that public money may pay beside {scheme.Id}");
        if (scheme.Reward.Variants.Count == 0) throw new ArgumentException($"The scheme {scheme.Id} has no rate.");
        Unique(scheme.Reward.Variants, $"variant of {scheme.Id}");
        foreach (var (what, number, least, most) in scheme.Reward.Numbers) Within(number, least, most, $"The {what} of {scheme.Id}");
        foreach (var (what, numbers) in scheme.Reward.Rising)
            if (numbers.Zip(numbers.Skip(1)).Any(pair => !(pair.Second > pair.First)) || numbers.Any(double.IsNaN)) throw new ArgumentException($"The {what} of {scheme.Id} rise from one to the next.");
        if (scheme.Reward is KpiPayment kpi && !cards.Contains(kpi.Scorecard)) throw new ArgumentException($"The scheme {scheme.Id} pays by the scorecard {kpi.Scorecard}, which is not there.");
        if (scheme.Reward is Credit credit && credit.GraceYears >= scheme.TermYears) throw new ArgumentException($"The years of grace of {scheme.Id} are fewer than its term; got {credit.GraceYears} of {scheme.TermYears}.");
    }

    private static void Above(double number, double limit, string what)
    {
        if (!(double.IsFinite(number) && number > limit)) throw new ArgumentException(FormattableString.Invariant($"{what} is above {limit}; got {number}."));
    }

    private static void Within(double? number, double least, double most, string what)
    {
        if (number is not { } given || (double.IsFinite(given) && given >= least && given <= most)) return;
        var range = double.IsInfinity(least) ? "a number" : double.IsInfinity(most) ? FormattableString.Invariant($"{least} or more") : FormattableString.Invariant($"from {least} to {most}");
        throw new ArgumentException(FormattableString.Invariant($"{what} is {range}; got {given}."));
    }

    private static HashSet<string> Unique(IEnumerable<string> ids, string what)
    {
        var seen = new HashSet<string>();
        foreach (var id in ids) if (!seen.Add(id)) throw new ArgumentException($"There are two of the {what} {id}.");
        return seen;
    }
}
