using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Turns one entry of a file of schemes into a <see cref="Scheme"/>, or says in one sentence what is wrong.</summary>
internal static class SchemeReader
{
    private static readonly string[] Keys =
    [
        "name", "payer", "budget_per_year", "budget_total", "term_years", "renewable", "open_from", "open_until", "indexation_percent", "price_year",
        "conditions", "rules", "evidence", "sources",
    ];

    public static Scheme From(string id, YamlNode node, IReadOnlyCollection<string> scorecards)
    {
        node.AllowOnly([.. Keys, .. RewardReader.Shapes]);
        var payer = node.Required("payer");
        payer.AllowOnly("id", "name", "kind");
        var term = CaseWords.Years(node.Required("term_years"), 1, 100);
        var isSold = node.Optional("per_tonne_co2") is not null;
        var (from, until) = (node.Optional("open_from"), node.Optional("open_until"));
        var scheme = new Scheme
        {
            Id = MeasureWords.Id(id, node, "scheme"),
            Name = MeasureWords.Text(node.Required("name")),
            Payer = CaseWords.IdOf(payer.Required("id"), "payer"),
            PayerName = MeasureWords.Text(payer.Required("name")),
            PayerKind = CaseWords.Kind(payer.Required("kind")),
            BudgetPerYear = CaseWords.EurosOrUnknown(node.Optional("budget_per_year")),
            BudgetTotal = CaseWords.EurosOrUnknown(node.Optional("budget_total")),
            Reward = RewardReader.From(node, term, scorecards),
            TermYears = term,
            IsRenewable = node.Optional("renewable") is { } renewable && CaseWords.Flag(renewable),
            OpenFrom = from is null ? null : CaseWords.CalendarYear(from),
            OpenUntil = until is null ? null : CaseWords.CalendarYear(until),
            Indexation = node.Optional("indexation_percent") is { } indexation ? CaseWords.Rate(indexation) : 0,
            PriceYear = MeasureWords.Year(node.Required("price_year")),
            Conditions = node.Optional("conditions") is { } conditions ? Conditions(conditions) : new(),
            Rules = node.Optional("rules") is { } rules ? Rules(rules, isSold) : new() { OncePerResult = isSold },
            Evidence = MeasureWords.Evidence(node.Required("evidence")),
            Sources = MeasureWords.Sources(node.Required("sources")),
        };
        if (scheme.OpenFrom > scheme.OpenUntil) throw until!.Error($"{until.Key} must not be before open_from, {scheme.OpenFrom}; got {scheme.OpenUntil}.");
        return scheme;
    }

    private static SchemeConditions Conditions(YamlNode node)
    {
        node.AllowOnly("measures", "parties", "places", "least_quantity", "quantity_unit", "facts");
        var (least, unit) = (node.Optional("least_quantity"), node.Optional("quantity_unit"));
        if ((least is null) != (unit is null)) throw (least ?? unit)!.Error($"{node.Key} must have least_quantity and quantity_unit, or neither.");
        return new()
        {
            Measures = node.Optional("measures") is { } measures ? MeasureWords.AtLeastOne(measures, measure => CaseWords.IdOf(measure, "measure")) : [],
            Parties = node.Optional("parties") is { } parties ? MeasureWords.AtLeastOne(parties, CaseWords.Kind) : [],
            Places = CaseWords.Places(node.Optional("places")),
            LeastQuantity = least?.AsNumber("a quantity above 0", quantity => quantity > 0),
            QuantityUnit = unit is null ? default : MeasureWords.Unit(unit),
            Facts = node.Optional("facts") is { } facts ? [.. facts.AsMapping().Select(pair => Fact(MeasureWords.Id(pair.Key, pair.Value, "fact"), pair.Value))] : [],
        };
    }

    private static FactCondition Fact(string name, YamlNode node)
    {
        node.AllowOnly("at_least", "at_most");
        var (least, most) = (node.Optional("at_least")?.AsNumber("a number", _ => true), node.Optional("at_most")?.AsNumber("a number", _ => true));
        if (least is null && most is null) throw node.Error($"{node.Key} must have at_least, at_most or both.");
        return least > most
            ? throw node.Error(FormattableString.Invariant($"{node.Key} must not be at_least more than at_most; got {least} and {most}."))
            : new(name, least, most);
    }

    // Tonnes of CO₂ are sold once unless a scheme says otherwise.
    private static SchemeRules Rules(YamlNode node, bool isSold)
    {
        node.AllowOnly("excludes", "stacks_only_with", "requires", "excludes_other_public_money", "most_public_percent", "once_per_hectare", "once_per_result");
        return new()
        {
            Excludes = Ids(node, "excludes") ?? [],
            StacksOnlyWith = Ids(node, "stacks_only_with"),
            Requires = Ids(node, "requires") ?? [],
            ExcludesOtherPublicMoney = node.Optional("excludes_other_public_money") is { } other && CaseWords.Flag(other),
            MostPublicShareOfCost = node.Optional("most_public_percent") is { } most ? CaseWords.Share(most) : null,
            OncePerHectare = node.Optional("once_per_hectare") is { } once && CaseWords.Flag(once),
            OncePerResult = node.Optional("once_per_result") is { } sold ? CaseWords.Flag(sold) : isSold,
        };
    }

    // Stacking with nothing at all is a rule; an empty list of the others says nothing.
    private static string[]? Ids(YamlNode node, string key) => node.Optional(key)?.AsList().Select(item => CaseWords.IdOf(item, "scheme")).ToArray();
}
