namespace Bocage.Formats.Tests;

/// <summary>Half of our users write 0,5; YAML reads that as a text, or as two things.</summary>
public class DecimalCommaTests
{
    [Fact]
    public void A_decimal_comma_is_refused_with_a_hint() =>
        Assert.Equal(
            "my.yaml, line 1: prices.pond.investment must be a number of euros, 0 or more, or the word unknown, with a decimal point and no comma; got '2,5'.",
            Sentence("prices: {pond: {investment: \"2,5\", upkeep_per_year: 1, lost_income_per_year: 0}}"));

    [Fact] // {likely: 2,5} is a mapping of likely to 2 and of 5 to nothing
    public void A_decimal_comma_within_braces_is_refused_with_a_hint() =>
        Assert.Equal(
            "my.yaml, line 1: the key 'prices.pond.investment.5' is not known (if a decimal was meant: write a point, as in 0.5); allowed in prices.pond.investment are low, likely, high.",
            Sentence("prices: {pond: {investment: {likely: 2,5}, upkeep_per_year: 1, lost_income_per_year: 0}}"));

    private static string Sentence(string yaml) =>
        Assert.Throws<BadInputException>(() => MeasurePricesFile.Parse(yaml, "my.yaml", MeasureCatalogueFile.Read(Repository.PathOf("measures/catalogue.yaml")))).Message;
}
