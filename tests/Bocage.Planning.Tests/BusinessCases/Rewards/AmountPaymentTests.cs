using static Bocage.Planning.Tests.MadeCase;

namespace Bocage.Planning.Tests;

public class AmountPaymentTests
{
    private static Party With(string amount, Estimate yearly) => Party("farm") with { Amounts = new Dictionary<string, Estimate> { [amount] = yearly } };

    // 10 % off a lease of 12,000: 1,200 a year for two years; a share is not indexed.
    [Fact]
    public void A_lease_discount() => Same(
        [0, 1200, 1200, 0],
        Paid(One(Setting(3), null, Scheme("lease", new AmountPayment("lease", Estimate.Certain(0.1), true), 2) with { Indexation = 0.02 }, With("lease", Estimate.Certain(12_000)))));

    // A quarter off a water levy of 3,500 is 875; at most 800.
    [Theory]
    [InlineData(null, 875)]
    [InlineData(800.0, 800)]
    public void A_lower_water_levy(double? most, double yearly) => Same(
        [0, yearly],
        Paid(One(Setting(1), null, Scheme("levy", new AmountPayment("levy", Estimate.Certain(0.25), true, most), payer: "board", kind: PartyKind.WaterBoard), With("levy", Estimate.Certain(3500)))));

    // 1 cent a kg on 800,000 kg: 8,000 in prices of 2026, 2 % more each year: 8,160 and 8,323.20.
    [Fact]
    public void A_milk_premium() => Same(
        [0, 8160, 8323.20],
        Paid(One(
            Setting(2), null, Scheme("milk", new AmountPayment("milk_kg", Estimate.Certain(0.01), false), payer: "dairy", kind: PartyKind.Company) with { Indexation = 0.02, PriceYear = 2026 },
            With("milk_kg", Estimate.Certain(800_000)))));

    [Fact]
    public void An_amount_that_the_farm_does_not_give_is_not_known() => Same([0, double.NaN], Paid(One(Setting(1), null, Scheme("lease", new AmountPayment("lease", Estimate.Certain(0.1), true)))));

    [Fact]
    public void Nothing_of_an_amount_is_nothing() => Same([0, 0], Paid(One(Setting(1), null, Scheme("lease", new AmountPayment("lease", Estimate.Certain(0.1), true)), With("lease", Estimate.Zero))));
}
