using System.Globalization;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Turns the one reward of a scheme into a <see cref="Reward"/>.</summary>
internal static class RewardReader
{
    /// <summary>The keys that rewards have, one for each shape.</summary>
    public static readonly string[] Shapes =
    [
        "per_unit_per_year", "share_of_cost", "one_off_grant", "per_tonne_co2", "result_payment", "visitor_income", "kpi_points", "awarded_amount",
        "product_premium", "lease_discount", "lower_levy", "interest_rebate", "private_credit",
    ];

    public static Reward From(YamlNode scheme, int termYears, IReadOnlyCollection<string> scorecards)
    {
        var node = CaseWords.ExactlyOne(scheme, Shapes);
        return node.Key[(node.Key.LastIndexOf('.') + 1)..] switch
        {
            "per_unit_per_year" => PerUnit(node),
            "share_of_cost" => CostShare(node),
            "one_off_grant" => Grant(node),
            "per_tonne_co2" => Result(node, "price", _ => "co2_t"),
            "result_payment" => Result(node, "euros_per_result", of => CaseWords.IdOf(of.Required("result"), "result"), "result", "least_result"),
            "visitor_income" => Result(node, "euros_per_visitor", _ => "visitors"),
            "kpi_points" => KpiPoints(node, scorecards),
            "awarded_amount" => OfAmount(node, "amount", _ => Estimate.Certain(1), isShare: true),
            "product_premium" => OfAmount(node, "product", of => MeasureWords.Estimate(of.Required("euros_per_unit"), MeasureWords.AmountOfEuros), isShare: false, "euros_per_unit"),
            "lease_discount" => OfAmount(node, null, Discount, isShare: true, "discount_percent"),
            "lower_levy" => OfAmount(node, "levy", Discount, isShare: true, "discount_percent"),
            "interest_rebate" => InterestRebate(node),
            _ => Credit(node, termYears),
        };
    }

    private static YearlyPayment PerUnit(YamlNode node)
    {
        node.AllowOnly("unit", "rate", "variants", "most_per_year");
        var unit = MeasureWords.Unit(node.Required("unit"));
        var rates = CaseWords.ExactlyOne(node, "rate", "variants");
        if (node.Optional("rate") is { } rate) return new(unit, [new("", CaseWords.Euros(rate))], MostPerYear(node));
        if (rates.AsMapping().Count == 0) throw rates.Error($"{rates.Key} must have at least one rate; got an empty mapping.");
        return new(unit, [.. rates.AsMapping().Select(pair => new RewardRate(MeasureWords.Id(pair.Key, pair.Value, "variant"), CaseWords.Euros(pair.Value)))], MostPerYear(node));
    }

    private static CostShare CostShare(YamlNode node)
    {
        node.AllowOnly("share_percent", "of", "standard_cost", "unit", "least", "most");
        var of = MeasureWords.OneOf(node.Required("of"), ("investment", CostPart.Investment), ("upkeep", CostPart.Upkeep), ("lost_income", CostPart.LostIncome));
        var standard = CaseWords.EurosIfAny(node, "standard_cost");
        if (standard is null && node.Optional("unit") is { } stray) throw stray.Error($"{stray.Key} goes with a standard_cost only.");
        return new(
            CaseWords.Share(node.Required("share_percent")), of, standard, standard is null ? default : MeasureWords.Unit(node.Required("unit")),
            CaseWords.EurosIfAny(node, "least") ?? 0, Most(node));
    }

    private static Grant Grant(YamlNode node)
    {
        node.AllowOnly("unit", "euros_per_unit", "lumps", "least", "most");
        var perUnit = CaseWords.EurosIfAny(node, "euros_per_unit");
        var lumps = node.Optional("lumps") is { } list ? Rising(list, "from", "a quantity, 0 or more", (from, euros) => new LumpSum(from, euros)) : [];
        if (perUnit is null && lumps.Count == 0) throw node.Error($"{node.Key} must have euros_per_unit, lumps or both.");
        return new(MeasureWords.Unit(node.Required("unit")), perUnit ?? 0, lumps, CaseWords.EurosIfAny(node, "least") ?? 0, Most(node));
    }

    private static ResultPayment Result(YamlNode node, string price, Func<YamlNode, string> result, params IReadOnlyList<string> more)
    {
        node.AllowOnly([price, "path", "most_per_year", .. more]);
        var path = node.Optional("path") is { } years ? Path(years) : [];
        var likely = path.Count > 0 && node.Optional(price) is null ? Estimate.Figure(path[0].Euros) : MeasureWords.Estimate(node.Required(price), MeasureWords.AmountOfEuros);
        if (path.Count > 0 && likely.Likely == 0) throw node.Error($"{node.Key} has a path, so its likely price must be above 0; got 0.");
        var least = node.Optional("least_result")?.AsNumber("a number, 0 or more", number => number >= 0) ?? 0;
        return new(result(node), likely, path, least, MostPerYear(node));
    }

    private static IReadOnlyList<PricePoint> Path(YamlNode node)
    {
        if (node.Entries is not { Count: > 0 } years) throw node.Error($"{node.Key} must have a price for at least one year, as in {{2026: 40, 2035: 70}}; got none.");
        return [.. years.Select(pair => new PricePoint(Year(pair.Key, pair.Value), CaseWords.Euros(pair.Value))).OrderBy(point => point.Year)];

        static int Year(string key, YamlNode price) =>
            int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200
                ? year
                : throw price.Error($"the keys of a price path are years such as 2026; got '{key}' in {price.Key}.");
    }

    private static KpiPayment KpiPoints(YamlNode node, IReadOnlyCollection<string> scorecards)
    {
        node.AllowOnly("scorecard", "euros_per_point", "bands", "most_per_farm_per_year");
        var card = node.Required("scorecard");
        if (!scorecards.Contains(card.AsText())) throw card.Wrong(card.Key, scorecards.Count == 0 ? "a scorecard, of which there is none here" : $"one of the scorecards ({string.Join(", ", scorecards)})");
        var perPoint = CaseWords.EurosIfAny(node, "euros_per_point");
        var bands = node.Optional("bands") is { } list ? Rising(list, "from_points", "a number of points, 0 or more", (from, euros) => new PointBand(from, euros)) : [];
        if (perPoint is null && bands.Count == 0) throw node.Error($"{node.Key} must have euros_per_point, bands or both.");
        return new(card.AsText(), perPoint ?? 0, bands, CaseWords.EurosIfAny(node, "most_per_farm_per_year"));
    }

    private static AmountPayment OfAmount(YamlNode node, string? name, Func<YamlNode, Estimate> rate, bool isShare, params IReadOnlyList<string> more)
    {
        node.AllowOnly([.. name is null ? [] : (string[])[name], .. more, "most_per_year"]);
        return new(name is null ? "lease_eur" : CaseWords.IdOf(node.Required(name), "yearly amount"), rate(node), isShare, MostPerYear(node));
    }

    private static Estimate Discount(YamlNode node) => Estimate.Certain(CaseWords.Share(node.Required("discount_percent")));

    private static InterestRebate InterestRebate(YamlNode node)
    {
        node.AllowOnly("rebate_percent", "most_per_year");
        return new(CaseWords.Share(node.Required("rebate_percent")), MostPerYear(node));
    }

    private static Credit Credit(YamlNode node, int termYears)
    {
        node.AllowOnly("share_percent", "interest_percent", "grace_years", "most");
        var grace = node.Optional("grace_years");
        var years = grace is null ? 0 : CaseWords.Years(grace, 0, 100);
        if (years >= termYears) throw grace!.Error($"{grace.Key} must be fewer than the term of {termYears} years; got {years}.");
        return new(CaseWords.Share(node.Required("share_percent")), CaseWords.Share(node.Required("interest_percent")), years, Most(node));
    }

    // Sums by size or points: what is greater never pays less, so that a score of which a part is not known has a least and a most.
    private static IReadOnlyList<T> Rising<T>(YamlNode node, string from, string expected, Func<double, double, T> make)
    {
        var (least, sum) = (double.NegativeInfinity, 0.0);
        return MeasureWords.AtLeastOne(node, item =>
        {
            item.AllowOnly(from, "euros");
            var start = item.Required(from).AsNumber(expected, number => number >= 0);
            var euros = CaseWords.Euros(item.Required("euros"));
            if (start <= least || euros < sum) throw item.Error(FormattableString.Invariant($"{node.Key} must go from small to large, in {from} and in euros; got {start} with {euros} euros after {least} with {sum} euros."));
            (least, sum) = (start, euros);
            return make(start, euros);
        });
    }

    private static double? MostPerYear(YamlNode node) => CaseWords.EurosIfAny(node, "most_per_year");

    private static double? Most(YamlNode node) => CaseWords.EurosIfAny(node, "most");
}
