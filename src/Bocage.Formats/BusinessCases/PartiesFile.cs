using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Files that say who takes part in a plan, who carries out what, and which years and rates are counted with. The format: docs/schemes.md.</summary>
public static class PartiesFile
{
    /// <summary>Reads a file of parties.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schemes">The schemes of the same case, against which scorecards and payers are checked; null for no such check.</param>
    /// <exception cref="BadInputException">The file is missing or damaged, a key is unknown, missing, double or has a wrong value, or a name is not that of a party, land, scorecard, indicator or payer.</exception>
    public static CaseParties Read(string path, SchemeLibrary? schemes = null) => From(YamlReader.Read(path), schemes);

    /// <summary>Reads parties from text; the name of the file is for messages.</summary>
    /// <exception cref="BadInputException">As for a file.</exception>
    public static CaseParties Parse(string yaml, string file, SchemeLibrary? schemes = null) => From(YamlReader.Parse(yaml, file), schemes);

    private static CaseParties From(YamlNode root, SchemeLibrary? schemes)
    {
        root.AllowOnly("setting", "parties", "lands", "plan", "fair_deal");
        var setting = Setting(root.Required("setting"));
        var parties = root.Required("parties");
        if (parties.AsMapping().Count == 0) throw parties.Error("parties must hold at least one party; got an empty mapping.");
        Party[] all = [.. parties.AsMapping().Select(pair => PartyReader.From(pair.Key, pair.Value, schemes))];
        var plan = root.Optional("plan");
        plan?.AllowOnly("all_others", "measures");
        return new()
        {
            Setting = setting,
            YearlyYieldSpread = root.Required("setting").Optional("yearly_yield_spread_percent") is { } spread ? CaseWords.Share(spread) : 0,
            Parties = all,
            Lands = PlannedMeasureReader.Lands(root.Optional("lands"), []),
            AllOthers = plan?.Optional("all_others") is { } others ? Known(others, all) : null,
            Details = plan?.Optional("measures")?.AsMapping().ToDictionary(pair => pair.Key, pair => Details(pair.Value, setting, all)) ?? [],
            FairDeal = root.Optional("fair_deal") is { } deal ? FairDeal(deal, all, schemes) : null,
        };
    }

    private static CaseSetting Setting(YamlNode node)
    {
        node.AllowOnly(
            "first_year", "years", "discount_rate_percent", "investment_indexation_percent", "upkeep_indexation_percent", "lost_income_indexation_percent",
            "spread_where_unknown_percent", "yearly_yield_spread_percent");
        return new()
        {
            FirstYear = CaseWords.CalendarYear(node.Required("first_year")),
            Years = CaseWords.Years(node.Required("years"), 1, 100),
            DiscountRate = CaseWords.Rate(node.Required("discount_rate_percent")),
            InvestmentIndexation = Rate("investment_indexation_percent"),
            UpkeepIndexation = Rate("upkeep_indexation_percent"),
            LostIncomeIndexation = Rate("lost_income_indexation_percent"),
            SpreadWhereUnknown = node.Optional("spread_where_unknown_percent") is { } spread ? CaseWords.Share(spread) : null,
        };

        double Rate(string key) => node.Optional(key) is { } rate ? CaseWords.Rate(rate) : 0;
    }

    private static PlannedMeasureDetails Details(YamlNode node, CaseSetting setting, Party[] parties)
    {
        node.AllowOnly(PlannedMeasureReader.Keys);
        if (node.Optional("party") is { } party) Known(party, parties);
        return PlannedMeasureReader.Details(node, setting);
    }

    private static string Known(YamlNode node, Party[] parties) =>
        parties.Any(party => party.Id == node.Scalar) ? node.AsText() : throw node.Wrong(node.Key, PartyReader.OneOf("the parties", parties.Select(party => party.Id)));

    private static FairDealNames FairDeal(YamlNode node, Party[] parties, SchemeLibrary? schemes)
    {
        node.AllowOnly("payers", "most_per_party");
        var payers = node.Required("payers");
        if (payers.AsMapping().Count == 0) throw payers.Error($"{payers.Key} must name at least one payer; got an empty mapping.");
        return new([.. payers.AsMapping().Select(Payer)], CaseWords.EurosOrUnknown(node.Optional("most_per_party")));

        FairDealPayerName Payer(KeyValuePair<string, YamlNode> pair)
        {
            string[] known = [.. parties.Select(party => party.Id).Concat(schemes?.Schemes.Select(scheme => scheme.Payer) ?? []).Distinct()];
            if (schemes is not null && !known.Contains(pair.Key)) throw pair.Value.Error($"{pair.Value.Key} must be {PartyReader.OneOf("the parties and payers of schemes", known)}; got '{pair.Key}'.");
            pair.Value.AllowOnly("budget_per_year", "budget_total");
            return new(pair.Key, CaseWords.EurosOrUnknown(pair.Value.Optional("budget_per_year")), CaseWords.EurosOrUnknown(pair.Value.Optional("budget_total")));
        }
    }
}
