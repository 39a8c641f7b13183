using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Turns one entry of a file of parties into a <see cref="Party"/>, or says in one sentence what is wrong.</summary>
internal static class PartyReader
{
    public static Party From(string id, YamlNode node, SchemeLibrary? schemes)
    {
        node.AllowOnly("name", "kind", "places", "income_today", "cash", "credit_limit", "discount_rate_percent", "loan", "amounts", "facts", "kpis");
        var kind = CaseWords.Kind(node.Required("kind"));
        if (schemes?.Schemes.FirstOrDefault(scheme => scheme.Payer == id && scheme.PayerKind != kind) is { } payer)
            throw node.Required("kind").Wrong(node.Required("kind").Key, $"{CaseWords.WordOf(payer.PayerKind)}, which the scheme {payer.Id} calls its payer {id}");
        return new()
        {
            Id = MeasureWords.Id(id, node, "party"),
            Name = MeasureWords.Text(node.Required("name")),
            Kind = kind,
            Places = CaseWords.Places(node.Optional("places")),
            IncomeToday = Money(node.Optional("income_today")),
            Cash = Money(node.Optional("cash")),
            CreditLimit = CaseWords.EurosOrUnknown(node.Optional("credit_limit")),
            DiscountRate = node.Optional("discount_rate_percent") is { } rate ? CaseWords.Rate(rate) : null,
            Loan = node.Optional("loan") is { } loan ? Loan(loan) : null,
            Amounts = CaseWords.Named(node.Optional("amounts"), "yearly amount", amount => MeasureWords.Estimate(amount, "a number a year, 0 or more, or the word unknown")),
            Facts = CaseWords.Named(node.Optional("facts"), "fact", CaseWords.Fact),
            KpiValues = CaseWords.Named<IReadOnlyDictionary<string, double>>(node.Optional("kpis"), "scorecard", card => Values(card, schemes)),
        };
    }

    /// <summary>What is expected where one of some names stands.</summary>
    public static string OneOf(string what, IEnumerable<string> names) =>
        string.Join(", ", names) is { Length: > 0 } list ? $"one of {what} ({list})" : $"one of {what}, of which there are none";

    private static double? Money(YamlNode? node) => node is null ? null : MeasureWords.Number(node, "a number of euros", _ => true);

    private static Loan Loan(YamlNode node)
    {
        node.AllowOnly("principal", "interest_percent", "years");
        return new(CaseWords.Euros(node.Required("principal")), CaseWords.Share(node.Required("interest_percent")), CaseWords.Years(node.Required("years"), 1, 100));
    }

    private static Dictionary<string, double> Values(YamlNode node, SchemeLibrary? schemes)
    {
        var name = node.Key[(node.Key.LastIndexOf('.') + 1)..];
        var card = schemes?.Scorecards.FirstOrDefault(card => card.Id == name);
        if (schemes is not null && card is null) throw node.Error($"{node.Key} must be {OneOf("the scorecards", schemes.Scorecards.Select(other => other.Id))}; got '{name}'.");
        foreach (var (id, value) in node.AsMapping())
            if (card is not null && card.Kpis.All(kpi => kpi.Id != id)) throw value.Error($"{value.Key} is no indicator of the scorecard {name}, which has {string.Join(", ", card.Kpis.Select(kpi => kpi.Id))}.");
        return CaseWords.Named(node, "indicator", value => value.AsNumber("a number, or the word unknown", _ => true));
    }
}
