using Bocage.Planning;

namespace Bocage.Formats.Tests;

public class MeasurePricesFileTests
{
    private static readonly MeasureCatalogue Catalogue = MeasureCatalogueFile.Read(Repository.PathOf("measures/catalogue.yaml"));

    [Fact]
    public void A_price_takes_the_place_of_what_the_catalogue_says_and_leaves_the_rest()
    {
        var priced = MeasurePricesFile.Parse("prices: {desealing: {investment: 80, upkeep_per_year: unknown, lost_income_per_year: 0, price_year: 2025, evidence: weak, sources: [{what: offer, where: builder, year: 2025}]}}", "my.yaml", Catalogue);
        Assert.Equal(new Estimate(null, 80, null), priced.Find("desealing")!.Costs.Investment);
        Assert.Null(priced.Find("desealing")!.Costs.UpkeepPerYear);
        Assert.Equal(Estimate.Zero, priced.Find("desealing")!.Costs.LostIncomePerYear);
        Assert.Equal(Catalogue.Find("bioswale"), priced.Find("bioswale"));
        Assert.Equal(Catalogue.Measures.Count, priced.Measures.Count);
    }

    [Fact]
    public void A_price_for_a_stranger_is_refused()
    {
        var error = Assert.Throws<BadInputException>(() => MeasurePricesFile.Parse("prices:\n  moat: unknown", "my.yaml", Catalogue));
        Assert.StartsWith("my.yaml, line 2: there is a price for 'moat', which the catalogue does not have; it has hedge, wooded_bank, ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_prices_of_demonstrations_are_labelled_as_assumptions_and_price_every_measure()
    {
        var priced = MeasurePricesFile.Apply(Repository.PathOf("measures/prices-demo.yaml"), Catalogue);
        var changed = priced.Measures.Where(measure => measure.Costs != Catalogue.Find(measure.Id)!.Costs).ToArray();
        Assert.All(changed, measure =>
        {
            Assert.Equal(Evidence.Expert, measure.Costs.Evidence);
            Assert.All(measure.Costs.Sources, source => Assert.Equal("assumption of the Bocage team", source.Where));
        });
        Assert.All(priced.Measures, measure => Assert.NotNull(measure.Costs.Total(20, 0.03)));
    }
}
