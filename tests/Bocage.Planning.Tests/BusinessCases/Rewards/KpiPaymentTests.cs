using static Bocage.Planning.Tests.MadeCase;

namespace Bocage.Planning.Tests;

public class KpiPaymentTests
{
    private static readonly Scorecard Card = new()
    {
        Id = "card",
        Name = new("Card"),
        Kpis =
        [
            new() { Id = "grass", Name = new("grass"), Unit = "%", IsMoreBetter = true, Steps = [new(60, 30), new(80, 80)] },
            new() { Id = "surplus", Name = new("surplus"), Unit = "kg/ha", IsMoreBetter = false, Steps = [new(150, 20), new(100, 50)] },
        ],
    };

    private static double[] Of(KpiPayment payment, Dictionary<string, double>? values, double indexation = 0, int? priceYear = null)
    {
        var farm = Party("farm");
        if (values is not null) farm = farm with { KpiValues = new Dictionary<string, IReadOnlyDictionary<string, double>> { ["card"] = values } };
        return Paid(One(Setting(3), null, Scheme("kpi", payment, 2) with { Indexation = indexation, PriceYear = priceYear }, farm, 0, Card));
    }

    // 80 + 20 points; € 10 a point: 1,000. With bands, 500 from 60 points and 900 from 100: 900 + 1,000 = 1,900; at most 1,500.
    [Fact]
    public void Points_bands_and_the_cap_for_a_farm_and_year()
    {
        Dictionary<string, double> values = new() { ["grass"] = 90, ["surplus"] = 120 };
        Same([0, 1000, 1000, 0], Of(new("card", 10, []), values));
        Same([0, 1900, 1900, 0], Of(new("card", 10, [new(60, 500), new(100, 900)]), values));
        Same([0, 1500, 1500, 0], Of(new("card", 10, [new(60, 500), new(100, 900)], 1500), values));
    }

    // 100 points at € 60 are 6,000 in prices of 2030, 10 % a year: 6,000 / 1.1³ = 4,507.89 in 2027, 4,958.68 in 2028: below the cap of 5,000, which is not indexed.
    [Fact]
    public void The_cap_comes_after_the_indexation() => Same([0, 4507.89, 4958.68, 0], Of(new("card", 60, [], 5000), new() { ["grass"] = 90, ["surplus"] = 120 }, 0.1, 2030));

    // Grass 80 points, the surplus is missing: 80 to 130 points. At € 100 a point, from 8,000 to 13,000, the cap of 5,000 is reached whatever it is; without a cap nobody knows. In prices of 2030, 50 % a year:
    // 8,000 / 1.5³ = 2,370.37 to 3,851.85 in 2027, not known; 8,000 / 1.5² = 3,555.56 to 5,777.78 in 2028, not known either.
    [Fact]
    public void Values_that_are_missing_matter_only_where_they_would_change_the_payment()
    {
        Dictionary<string, double> values = new() { ["grass"] = 80 };
        Same([0, 5000, 5000, 0], Of(new("card", 100, [], 5000), values));
        Same([0, double.NaN, double.NaN, 0], Of(new("card", 100, []), values));
        Same([0, double.NaN, double.NaN, 0], Of(new("card", 100, [], 5000), values, 0.5, 2030));
        Same([0, 5000, 5000, 0], Of(new("card", 100, [], 5000), new() { ["grass"] = 80, ["surplus"] = double.NaN }));
        Same([0, double.NaN, double.NaN, 0], Of(new("card", 100, [], 5000), null));
        Same([0, 0, 0, 0], Of(new("card", 0, [new(200, 100)]), null)); // 200 points are out of reach
    }
}
