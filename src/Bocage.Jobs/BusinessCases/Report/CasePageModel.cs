using System.Globalization;
using Bocage.Jobs.Languages;
using Bocage.Planning;

namespace Bocage.Jobs.BusinessCases.Report;

/// <summary>What the pages of a business case say, in words of one language; the .razor files only lay it out.</summary>
public sealed class CasePageModel(BusinessCaseResult result, Texts texts)
{
    // Below a euro a year nobody is better or worse off.
    private const double Nothing = 1;

    /// <summary>What the case came to.</summary>
    public BusinessCaseResult Result => result;

    /// <summary>The words.</summary>
    public Texts Texts => texts;

    /// <summary>The case with the best stacks.</summary>
    public BusinessCase Case => result.Case;

    /// <summary>Calendar year of year 0, as text.</summary>
    public string First => Year(0);

    /// <summary>How many years the case looks ahead, as text.</summary>
    public string Years => texts.Number(result.Setting.Years);

    /// <summary>The discount rate of the case, as text.</summary>
    public string Rate => texts.Percent(result.Setting.DiscountRate, 1);

    /// <summary>Parties with a section of their own: those that were given and for which anything changes.</summary>
    public IEnumerable<int> Sections => result.Touched.Where(party => party < Case.Inputs.GivenParties.Count);

    /// <summary>A calendar year, as text.</summary>
    public string Year(int year) => (result.Setting.FirstYear + year).ToString(CultureInfo.InvariantCulture);

    /// <summary>The name of a party.</summary>
    public string Name(int party) => Case.Inputs.Parties[party].Name.In(texts.Language);

    /// <summary>The anchor of a party's section.</summary>
    public string Anchor(int party) => "party-" + Case.Inputs.Parties[party].Id;

    /// <summary>Money for the cell of a table: whole euros, without the sign of the currency.</summary>
    public string Cell(double euros) => double.IsNaN(euros) ? texts["notKnown"] : texts.Number(Math.Round(euros) == 0 ? 0 : euros);

    /// <summary>How much of a measure, in its unit.</summary>
    public string Quantity(double quantity, MeasureUnit unit) => texts.Format("unit." + unit, ("amount", texts.Given(Math.Round(quantity, 2))));

    /// <summary>The plan and its measures in one line.</summary>
    public string Subtitle() => texts.Format("subtitle", ("plan", result.PlanName), ("measures", Count(Case.Inputs.Measures.Count, "measures")), ("first", First), ("last", Year(result.Setting.Years)));

    /// <summary>The answer of the whole: who is whole. Bodies that spend public money are not asked to be.</summary>
    public string Statement()
    {
        int[] known = [.. Sections.Where(party => !SpendsPublicMoney(party) && Case.Parties[party].IsWhole is not null)];
        int[] unknown = [.. Sections.Where(party => Case.Parties[party].IsWhole is null)];
        var worse = known.Count(party => Case.Parties[party].IsWhole == false);
        var all = texts.Number(known.Length);
        var sentence = worse switch
        {
            0 when known.Length > 0 && unknown.Length == 0 => texts["brief.allWhole"],
            0 => "",
            1 when known.Length == 1 => texts["brief.onlyShort"],
            1 => texts.Format("brief.oneShort", ("all", all)),
            _ => texts.Format("brief.someShort", ("count", texts.Number(worse)), ("all", all)),
        };
        return unknown.Length == 0 ? sentence : $"{sentence} {texts.Format("brief.notKnown", ("parties", texts.List([.. unknown.Select(Name)])))}".Trim();
    }

    /// <summary>One sentence for each party, then what the whole costs and what would make it fair.</summary>
    public IEnumerable<string> Advice()
    {
        foreach (var party in Sections) yield return Answer(party);
        var cost = Case.PresentCost();
        yield return double.IsNaN(cost) ? texts["brief.costsUnknown"] : texts.Format("brief.costs", ("cost", texts.Euro(cost)), ("years", Years), ("first", First), ("public", texts.Euro(PublicMoney())));
        yield return result.Deal switch
        {
            null => texts["brief.dealNotAsked"],
            { Outcome: SolveOutcome.Infeasible } => texts["brief.dealInfeasible"],
            { Outcome: SolveOutcome.Stopped } => texts["brief.dealStopped"],
            { Payments.Count: 0 } => texts["brief.dealNone"],
            var deal => texts.Format("brief.deal", ("amount", texts.Euro(deal.ExtraPublic)), ("first", First)),
        };
    }

    /// <summary>Whether a party is better or worse off, in one sentence.</summary>
    public string Answer(int party)
    {
        var change = Case.Parties[party].IncomeChange;
        var key = double.IsNaN(change) ? "brief.unknown" : change >= Nothing ? "brief.better" : change > -Nothing ? "brief.same" : SpendsPublicMoney(party) ? "brief.pays" : "brief.worse";
        return texts.Format(key, ("party", Name(party)), ("amount", texts.Euro(Math.Abs(change))), ("what", texts.List([.. Missing(party)])));
    }

    /// <summary>Whether a party has measures of its own, or only pays for those of others.</summary>
    public bool HasMeasures(int party) => Case.Inputs.Measures.Any(measure => measure.Party == Case.Inputs.Parties[party].Id);

    /// <summary>Present value of what public purses pay for the plan by schemes and measures of their own, €.</summary>
    public double PublicMoney() => -Case.Lines.Where(line => Case.Inputs.Parties[line.Party].Kind.SpendsPublicMoney()).Sum(Worth);

    /// <summary>Costs or payments of a party that are not known, each in half a sentence.</summary>
    public IEnumerable<string> Missing(int party) => PartyTable.Of(Case, party).Rows.Where(row => row.Amounts.Any(double.IsNaN)).Select(row =>
        texts.Format("missing." + row.Kind, ("what", row.Measure?.Name.In(texts.Language) ?? ""), ("scheme", row.Scheme?.Name.In(texts.Language) ?? ""))).Distinct();

    /// <summary>What a row of a party's table is.</summary>
    public string RowName(PartyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var what = row.Measure?.Name.In(texts.Language) ?? "";
        var scheme = row.Scheme?.Name.In(texts.Language) ?? "";
        if (row.IsMirror) return texts.Format("line.paidTo", ("scheme", scheme));
        return texts.Format(row.Kind == CashFlowKind.Reward && row.Measure is not null ? "line.RewardFor" : "line." + row.Kind, ("what", what), ("scheme", scheme));
    }

    /// <summary>What a use of a scheme is, with its variant.</summary>
    public string SchemeName(SchemeUse use)
    {
        var scheme = Case.Inputs.Schemes[use.Scheme];
        var variant = scheme.Reward.Variants[use.Variant];
        var name = scheme.Name.In(texts.Language);
        return variant.Length == 0 ? name : texts.Format("stack.variant", ("scheme", name), ("variant", variant.Replace('_', ' ')));
    }

    /// <summary>For what a scheme is taken up or refused.</summary>
    public string For(SchemeUse use) => use.Measure < 0 ? texts["stack.wholeParty"] : Case.Inputs.Measures[use.Measure].Name.In(texts.Language);

    /// <summary>Uses of the best stack of a party put together: one row for each scheme, variant and kind of measure, with the present value of what it pays.</summary>
    public IEnumerable<(SchemeUse Use, int Count, string Term, double Value)> StackRows(int party) =>
        result.Stacks.Single(stack => stack.Party == party).Best.Uses
            .GroupBy(use => (use.Scheme, use.Variant, Measure: use.Measure < 0 ? null : Case.Inputs.Measures[use.Measure].Measure))
            .Select(group => (group.First(), group.Count(), Term(group), group.Sum(use => Case.Parties[party].Lines.Where(line => line.Scheme == use.Scheme && line.Measure == use.Measure).Sum(line => CashFlow.NetPresentValue(line.Amounts.AsSpan(), Case.Parties[party].DiscountRate)))));

    /// <summary>Why schemes that came near are not in the stack of a party: each reason once for each scheme and kind of measure.</summary>
    public IEnumerable<(string Scheme, string For, string Why)> Refusals(int party) =>
        result.Stacks.Single(stack => stack.Party == party).Refusals.Where(refusal => !IsForOthers(refusal))
            .Select(refusal => (SchemeName(refusal.Use with { Variant = Case.Inputs.Schemes[refusal.Use.Scheme].Reward.Variants.Count > refusal.Use.Variant ? refusal.Use.Variant : 0 }), For(refusal.Use), Why(refusal)))
            .Distinct();

    /// <summary>Schemes that are not meant for a party or for what it does, in a sentence for each reason; those that came near for another of its measures are left out.</summary>
    public IEnumerable<string> ForOthers(int party)
    {
        var choice = result.Stacks.Single(stack => stack.Party == party);
        var near = choice.Best.Uses.Select(use => use.Scheme).Concat(choice.Refusals.Where(refusal => !IsForOthers(refusal)).Select(refusal => refusal.Use.Scheme)).ToHashSet();
        return choice.Refusals.Where(refusal => !near.Contains(refusal.Use.Scheme)).DistinctBy(refusal => refusal.Use.Scheme).GroupBy(refusal => refusal.Kind).OrderBy(group => group.Key)
            .Select(group => texts.Format("refusal.all." + group.Key, ("schemes", texts.List([.. group.Select(refusal => Case.Inputs.Schemes[refusal.Use.Scheme].Name.In(texts.Language))]))));
    }

    /// <summary>Why a scheme is not in the stack, in one sentence.</summary>
    public string Why(SchemeRefusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return texts.Format(
            "refusal." + refusal.Kind,
            ("what", refusal.What is { Length: > 0 } what ? InWords(what) : texts["refusal.something"]),
            ("other", refusal.Other < 0 ? texts["refusal.another"] : Case.Inputs.Schemes[refusal.Other].Name.In(texts.Language)),
            ("limit", texts.Figure(refusal.Limit)),
            ("given", texts.Figure(refusal.Given)));
    }

    /// <summary>By how much the runner-up of a party is worth less, and what is in it; null when there is none.</summary>
    public string? RunnerUp(int party)
    {
        var stack = result.Stacks.Single(stack => stack.Party == party);
        return stack.RunnerUp is { } next
            ? texts.Format("stack.runnerUp", ("less", texts.Euro(stack.Best.Value - next.Value)), ("schemes", texts.List([.. next.Uses.Select(SchemeName).Distinct()])))
            : null;
    }

    /// <summary>Scorecards of a party, with the scheme that pays by each, where one does.</summary>
    public IEnumerable<(Scorecard Card, Score Score, Scheme? Scheme)> Scores(int party) =>
        from card in Case.Inputs.Scorecards
        let values = Case.Inputs.Parties[party].KpiValues.GetValueOrDefault(card.Id)
        where values is not null
        select (card, card.ScoreOf(values), PaysBy(party, card.Id));

    /// <summary>What a limit of the fair deal is.</summary>
    public string LimitName(FairDealLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return texts.Format("deal.limit." + limit.Kind, ("payer", limit.Payer < 0 ? "" : Name(limit.Payer)), ("year", limit.Year < 0 ? "" : Year(limit.Year)));
    }

    /// <summary>The name of an uncertain factor.</summary>
    public string FactorName(int factor)
    {
        var named = Case.Factors[factor];
        var what = named.Kind switch
        {
            FactorKind.Price or FactorKind.Rate => Case.Inputs.Schemes.FirstOrDefault(scheme => scheme.Id == named.Of)?.Name.In(texts.Language),
            FactorKind.Investment or FactorKind.Upkeep or FactorKind.LostIncome => Case.Inputs.Measures.FirstOrDefault(measure => measure.Measure == named.Of)?.Name.In(texts.Language),
            _ => null,
        };
        return texts.Format("factor." + char.ToLowerInvariant(named.Kind.ToString()[0]) + named.Kind.ToString()[1..], ("what", what ?? InWords(named.Of)));
    }

    /// <summary>An estimate as "likely (low–high)", and as one figure where that is certain or no range is known.</summary>
    public string Range(Estimate? estimate) => estimate is null ? texts["notKnown"]
        : estimate.Low == estimate.High ? texts.Given(estimate.Likely)
        : texts.Format("assumptions.range", ("likely", texts.Given(estimate.Likely)), ("low", estimate.Low is { } low ? texts.Given(low) : "?"), ("high", estimate.High is { } high ? texts.Given(high) : "?"));

    /// <summary>A number of years in words; the key is one of the assumptions about how long things last.</summary>
    public string YearsOf(int years, string key) => texts.Format("assumptions." + (key == "term" && years == 1 ? "termOne" : key), ("years", texts.Number(years)));

    /// <summary>Measures that differ in nothing but their places and quantities, together; of one party, or of all.</summary>
    public IEnumerable<IReadOnlyList<PlannedMeasure>> MeasuresAlike(int? party) => Case.Inputs.Measures
        .Where(measure => party is not { } only || measure.Party == Case.Inputs.Parties[only].Id)
        .GroupBy(measure => (measure.Measure, measure.Party, measure.StartYear, measure.LifetimeYears, measure.IsRenewed, Costs(measure), string.Join('|', FurtherOf(measure))))
        .Select(IReadOnlyList<PlannedMeasure> (group) => [.. group]);

    /// <summary>What comes of a unit of a measure each year, how it starts, and what it is worth to everyone: a phrase each.</summary>
    public IEnumerable<string> FurtherOf(PlannedMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        foreach (var (result, estimate) in measure.Results) yield return texts.Format("assumptions.result", ("result", InWords(result)), ("amount", Range(estimate)));
        if (measure.RampUp.Count > 0) yield return texts.Format("assumptions.rampUp", ("shares", string.Join(", ", measure.RampUp.Select(share => texts.Percent(share)))));
        foreach (var benefit in measure.Benefits) yield return texts.Format("assumptions.worth", ("kind", texts["effect.kind." + benefit.Kind]), ("amount", Range(benefit.EurosPerUnitPerYear)));
    }

    /// <summary>The yearly amounts and the loan that schemes go by, a phrase each.</summary>
    public IEnumerable<string> AmountsOf(Party party)
    {
        ArgumentNullException.ThrowIfNull(party);
        foreach (var (amount, estimate) in party.Amounts) yield return texts.Colon(InWords(amount), Range(estimate));
        if (party.Loan is { } loan) yield return texts.Format("assumptions.loan", ("principal", texts.Euro(loan.Principal)), ("rate", texts.Percent(loan.InterestRate, 2)), ("years", texts.Number(loan.Years)));
    }

    /// <summary>The name of a result or an amount: those that come up everywhere have words of their own, others are read as they are written.</summary>
    public string InWords(string name) => texts.Keys.Contains("name." + name) ? texts["name." + name] : name.Replace('_', ' ');

    /// <summary>A number of things in words.</summary>
    public string Count(int count, string what) => count == 1 ? texts[what + "One"] : texts.Format(what + "Many", ("count", texts.Number(count)));

    private static bool IsForOthers(SchemeRefusal refusal) => refusal.Kind is SchemeRefusalKind.OtherMeasure or SchemeRefusalKind.OtherParty or SchemeRefusalKind.OtherPlace;

    private bool SpendsPublicMoney(int party) => Case.Inputs.Parties[party].Kind.SpendsPublicMoney();

    private static (Estimate?, Estimate?, Estimate?, int?) Costs(PlannedMeasure measure) => (measure.Costs.Investment, measure.Costs.UpkeepPerYear, measure.Costs.LostIncomePerYear, measure.Costs.PriceYear);

    private Scheme? PaysBy(int party, string card) =>
        result.Stacks.Single(stack => stack.Party == party).Best.Uses.Select(use => Case.Inputs.Schemes[use.Scheme])
            .Concat(Case.Inputs.Schemes).FirstOrDefault(scheme => scheme.Reward is KpiPayment kpi && kpi.Scorecard == card);

    private string Term(IEnumerable<SchemeUse> uses)
    {
        int[] paid = [.. uses.SelectMany(use => Case.Lines.Where(line => !line.IsMirror && line.Scheme == use.Scheme && line.Measure == use.Measure && line.Party == use.Party))
            .SelectMany(line => Enumerable.Range(0, line.Amounts.Length).Where(year => line.Amounts[year] != 0)).Distinct().Order()];
        return paid.Length == 0 ? "–" : texts.Format(paid[0] == paid[^1] ? "stack.once" : "stack.years", ("from", Year(paid[0])), ("to", Year(paid[^1])));
    }

    private double Worth(CashFlowLine line) => CashFlow.NetPresentValue(line.Amounts.AsSpan(), result.Setting.DiscountRate);
}
