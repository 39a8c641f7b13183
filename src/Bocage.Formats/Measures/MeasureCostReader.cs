using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Turns what a file says on costs into <see cref="MeasureCosts"/>. Unknown is said, never left out and never 0.</summary>
internal static class MeasureCostReader
{
    public static MeasureCosts From(YamlNode node)
    {
        if (node.Scalar == "unknown") return MeasureCosts.NotKnown;
        if (node.Entries is null) throw node.Wrong(node.Key, "the word unknown, or a mapping with investment, upkeep_per_year and lost_income_per_year");
        node.AllowOnly("investment", "upkeep_per_year", "lost_income_per_year", "price_year", "currency", "evidence", "sources");
        if (node.Optional("currency") is { } currency && currency.AsText() != "EUR") throw currency.Wrong(currency.Key, "EUR");
        var investment = Euros(node.Required("investment"));
        var upkeep = Euros(node.Required("upkeep_per_year"));
        var lostIncome = Euros(node.Required("lost_income_per_year"));
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

    private static Estimate? Euros(YamlNode node) => MeasureWords.EstimateOrUnknown(node, MeasureWords.AmountOfEuros);
}
