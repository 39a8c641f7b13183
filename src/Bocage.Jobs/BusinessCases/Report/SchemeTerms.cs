using Bocage.Jobs.Languages;
using Bocage.Planning;

namespace Bocage.Jobs.BusinessCases.Report;

/// <summary>What a scheme pays, for how long and out of how much, in the words of one language.</summary>
internal sealed class SchemeTerms(CasePageModel page)
{
    private Texts Texts => page.Texts;

    /// <summary>The parts of the terms, each a short phrase: what it pays, its limits, how long, its budget.</summary>
    public IEnumerable<string> Of(Scheme scheme)
    {
        foreach (var phrase in Reward(scheme.Reward)) yield return phrase;
        yield return page.YearsOf(scheme.TermYears, scheme.IsRenewable ? "termRenewed" : "term");
        if (scheme.Indexation != 0) yield return Texts.Format("terms.indexed", ("rate", Texts.Percent(scheme.Indexation, 1)));
        if (scheme.BudgetPerYear is { } perYear) yield return Texts.Format("terms.budgetPerYear", ("amount", Texts.Euro(perYear)));
        if (scheme.BudgetTotal is { } total) yield return Texts.Format("terms.budgetTotal", ("amount", Texts.Euro(total)));
        if (scheme.Rules.MostPublicShareOfCost is { } share) yield return Texts.Format("terms.publicShare", ("share", Texts.Percent(share)));
    }

    private IEnumerable<string> Reward(Reward reward) => reward switch
    {
        YearlyPayment yearly => [Texts.Format("terms.yearly", ("rates", Rates(yearly.Rates)), ("per", Per(yearly.Unit))), .. MostPerYear(yearly.MostPerYear)],
        Grant grant =>
        [
            .. grant.EurosPerUnit > 0 ? [Texts.Format("terms.once", ("rate", Money(grant.EurosPerUnit)), ("per", Per(grant.Unit)))] : Array.Empty<string>(),
            .. grant.Lumps.Select(lump => Texts.Format("terms.lump", ("amount", Money(lump.Euros)), ("from", page.Quantity(lump.FromQuantity, grant.Unit)))), .. Limits(grant.Least, grant.Most),
        ],
        CostShare { Standard: { } standard } part => [Texts.Format("terms.standardShare", ("share", Texts.Percent(part.Share)), ("standard", Money(standard)), ("per", Per(part.Unit))), .. Limits(part.Least, part.Most)],
        CostShare part => [Texts.Format("terms.costShare." + part.Of, ("share", Texts.Percent(part.Share))), .. Limits(part.Least, part.Most)],
        ResultPayment result =>
        [
            Texts.Format("terms.result", ("price", result.Path.Count == 0 ? Price(result.Price) : string.Join(", ", result.Path.Select(point => Texts.Colon(Texts.Id(point.Year), Money(point.Euros))))), ("result", page.InWords(result.Result))),
            .. result.LeastResult > 0 ? [Texts.Format("terms.leastResult", ("least", Texts.Given(result.LeastResult)))] : Array.Empty<string>(), .. MostPerYear(result.MostPerYear),
        ],
        KpiPayment kpi =>
        [
            .. kpi.EurosPerPoint > 0 ? [Texts.Format("terms.point", ("rate", Money(kpi.EurosPerPoint)))] : Array.Empty<string>(),
            .. kpi.Bands.Select(band => Texts.Format("terms.band", ("amount", Money(band.Euros)), ("points", Texts.Given(band.FromPoints)))), .. MostPerYear(kpi.MostPerYear),
        ],
        AmountPayment amount => [Texts.Format(amount.IsShare ? "terms.amountShare" : "terms.amount", ("rate", amount.IsShare ? Texts.Percent(amount.Rate.Likely) : Price(amount.Rate)), ("amount", page.InWords(amount.Amount))), .. MostPerYear(amount.MostPerYear)],
        InterestRebate rebate => [Texts.Format("terms.rebate", ("points", Texts.Percent(rebate.Points, 2))), .. MostPerYear(rebate.MostPerYear)],
        Credit credit => [Texts.Format("terms.credit", ("share", Texts.Percent(credit.Share)), ("rate", Texts.Percent(credit.InterestRate, 2)), ("grace", Texts.Number(credit.GraceYears))), .. Limits(0, credit.Most)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private string Rates(IReadOnlyList<RewardRate> rates) => string.Join(", ", rates.Select(rate => rate.Variant.Length == 0 ? Money(rate.Euros) : Texts.Format("stack.variant", ("scheme", Money(rate.Euros)), ("variant", rate.Variant.Replace('_', ' ')))));

    private IEnumerable<string> MostPerYear(double? most) => most is { } amount ? [Texts.Format("terms.mostPerYear", ("amount", Money(amount)))] : [];

    private IEnumerable<string> Limits(double least, double? most)
    {
        if (least > 0) yield return Texts.Format("terms.least", ("amount", Money(least)));
        if (most is { } amount) yield return Texts.Format("terms.most", ("amount", Money(amount)));
    }

    private string Per(MeasureUnit unit) => Texts["per." + unit];

    private string Price(Estimate price) => Texts.Format("euro", ("amount", page.Range(price)));

    // Rates have cents, which sums of money do without.
    private string Money(double amount) => Texts.Format("euro", ("amount", Texts.Given(amount)));
}
