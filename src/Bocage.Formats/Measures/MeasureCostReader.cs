using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Turns what a file says on costs into <see cref="MeasureCosts"/>. Unknown is said, never left out and never 0.</summary>
internal static class MeasureCostReader
{
    private const string Expected = "a number of euros, 0 or more";

    public static MeasureCosts From(YamlNode node)
    {
        if (node.Scalar == "unknown") return MeasureCosts.NotKnown;
        if (node.Entries is null) throw node.Wrong(node.Key, "the word unknown, or a mapping with investment, upkeep_per_year and lost_income_per_year");
        node.AllowOnly("investment", "upkeep_per_year", "lost_income_per_year", "price_year", "currency", "evidence", "sources");
        if (node.Optional("currency") is { } currency && currency.AsText() != "EUR") throw currency.Wrong(currency.Key, "EUR");
        var investment = Range(node.Required("investment"));
        var upkeep = Range(node.Required("upkeep_per_year"));
        var lostIncome = Range(node.Required("lost_income_per_year"));
        if (investment is null && upkeep is null && lostIncome is null) throw node.Error($"{node.Key} holds no figure; then it must be the word unknown.");
        return new()
        {
            Investment = investment,
            UpkeepPerYear = upkeep,
            LostIncomePerYear = lostIncome,
            PriceYear = MeasureWords.Year(node.Required("price_year")),
            Evidence = MeasureWords.Evidence(node.Required("evidence")),
            Sources = MeasureWords.Sources(node.Required("sources")),
        };
    }

    // A single number is one figure, not a range: how low or high it can be is then not known. None at all is certain.
    private static Estimate? Range(YamlNode node)
    {
        if (node.Entries is null)
            return MeasureWords.Number(node, Expected, IsCost) is { } figure ? figure == 0 ? Estimate.Zero : new(null, figure, null) : null;
        node.AllowOnly("low", "likely", "high");
        var (low, likely, high) = (Optional(node, "low"), node.Required("likely").AsNumber(Expected, IsCost), Optional(node, "high"));
        return low > likely || likely > high
            ? throw node.Error(FormattableString.Invariant($"{node.Key} must rise from low to likely to high; got {low?.ToString("R", null) ?? "no low"}, {likely}, {high?.ToString("R", null) ?? "no high"}."))
            : new(low, likely, high);
    }

    private static double? Optional(YamlNode node, string key) => node.Optional(key)?.AsNumber(Expected, IsCost);

    private static bool IsCost(double euros) => euros >= 0;
}
