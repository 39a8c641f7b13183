using static Bocage.Planning.Tests.MadeCase;

namespace Bocage.Planning.Tests;

// Rates of payment are published ones (FACTS 1.6 and 1.9); costs, where no source is named, are made up for the sum.
public class BusinessCaseTests
{
    private static readonly Scorecard Monitor = new()
    {
        Id = "monitor",
        Name = new("Monitor"),
        Kpis =
        [
            new() { Id = "grass", Name = new("permanent grass"), Unit = "%", IsMoreBetter = true, Steps = [new(60, 30), new(80, 80)] },
            new() { Id = "nitrogen", Name = new("soil N surplus"), Unit = "kg/ha", IsMoreBetter = false, Steps = [new(150, 20), new(100, 50)] },
        ],
    };

    // A dairy farm on peat, 32 ha raised from −50 to −15 cm: 437 t CO₂ a year = 13.65625 t/ha, at € 70; rest to 15 June at € 623.72/ha, six years, renewable; Brabant's monitor: 80 + 50 points at € 50 = 6,500, capped at 5,000, 3 years.
    // Made up: investment 1,500/ha = 48,000; upkeep 40/ha = 1,280 a year; lost income 650/ha = 20,800 a year.
    //   carbon 437 · 70 = 30,590.00    birds 32 · 623.72 = 19,959.04
    //   years 1–3: −1,280 − 20,800 + 30,590 + 19,959.04 + 5,000 = 33,469.04;    years 4–10: 28,469.04
    private static (BusinessCaseInputs Inputs, SchemeUse[] Uses) PeatFarm(bool renewable)
    {
        var rewetting = Measure("rewetting@polder", 32, MeasureUnit.Hectare, 1500, 40, 650) with { Results = new Dictionary<string, Estimate> { ["co2_t"] = Estimate.Certain(437 / 32.0) } };
        var farm = Party("farm") with { Cash = 20_000, KpiValues = new Dictionary<string, IReadOnlyDictionary<string, double>> { ["monitor"] = new Dictionary<string, double> { ["grass"] = 85, ["nitrogen"] = 100 } } };
        Scheme[] schemes =
        [
            Scheme("carbon", new ResultPayment("co2_t", Estimate.Certain(70), []), 10, payer: "company", kind: PartyKind.Company),
            Scheme("birds", PerHectare(623.72), 6, renewable),
            Scheme("monitor-reward", new KpiPayment("monitor", 50, [], 5000), 3),
        ];
        return (new(Setting(10, 0.03), [farm], [rewetting], schemes, [Monitor]), [new(0, 0, 0, 0), new(1, 0, 0, 0), new(2, 0, -1, 0)]);
    }

    [Fact]
    public void A_dairy_farm_on_peat_with_carbon_birds_and_a_scorecard()
    {
        var (inputs, uses) = PeatFarm(renewable: true);
        var made = BusinessCase.Of(inputs, uses);
        var farm = made.Parties[0];
        Same([-48_000, 33_469.04, 33_469.04, 33_469.04, 28_469.04, 28_469.04, 28_469.04, 28_469.04, 28_469.04, 28_469.04, 28_469.04], farm.Net);
        // a(n) = (1 − 1.03⁻ⁿ) / 0.03: a(10) = 8.5302028368, a(3) = 2.8286113549. −48,000 + 28,469.04 · a(10) + 5,000 · a(3) = −48,000 + 242,846.69 + 14,143.06.
        Assert.Equal(208_989.74, farm.NetPresentValue, 0.005);
        Assert.Equal(24_499.97, farm.IncomeChange, 0.005); // 208,989.74 / 8.5302028368
        Assert.Equal(1 + 14_530.96 / 33_469.04, farm.Payback!.Value, 9); // −48,000 + 33,469.04 = −14,530.96 after a year
        Assert.Equal((-28_000, 0), farm.LiquidityLow); // 20,000 − 48,000
        Assert.Equal(0, CashFlow.NetPresentValue(farm.Net.AsSpan(), farm.InternalRateOfReturn!.Value), 0.005);
        Assert.True(farm.IsWhole);
        Assert.Null(farm.NotKnownFrom);
        // Company 30,590 · a(10) = 260,938.90; province 19,959.04 · a(10) + 5,000 · a(3) = 170,254.66 + 14,143.06; contractors 48,000 + 22,080 · a(10) = 236,346.88.
        Assert.Equal(["farm", "company", "province"], made.Parties.Select(party => party.Party.Id));
        Assert.Equal(-260_938.90, made.Parties[1].NetPresentValue, 0.005);
        Assert.Equal(-184_397.72, made.Parties[2].NetPresentValue, 0.005);
        var matrix = made.PaymentMatrix();
        Assert.Equal(260_938.90, matrix[1, 0], 0.005);
        Assert.Equal(184_397.72, matrix[2, 0], 0.005);
        Assert.Equal(236_346.88, matrix[0, 3], 0.005);
        Assert.Equal(236_346.88, made.PresentCost(), 0.005);
        Assert.Equal(260_938.90 + 184_397.72 + 236_346.88, matrix.Cast<double>().Sum(), 0.01);
    }

    // Without renewal the birds are paid for six years; in years 7–10 −1,280 − 20,800 + 30,590 = 8,510.00.
    // −48,000 + 8,510 · a(10) + 19,959.04 · a(6) + 5,000 · a(3), a(6) = 5.4171914439: −48,000 + 72,592.03 + 108,121.94 + 14,143.06.
    [Fact]
    public void A_contract_that_is_not_renewed_ends_with_its_term()
    {
        var (inputs, uses) = PeatFarm(renewable: false);
        var farm = BusinessCase.Of(inputs, uses).Parties[0];
        Same([-48_000, 33_469.04, 33_469.04, 33_469.04, 28_469.04, 28_469.04, 28_469.04, 8_510, 8_510, 8_510, 8_510], farm.Net);
        Assert.Equal(146_857.02, farm.NetPresentValue, 0.005);
    }

    // A hedge of 400 m, four plants a metre. Made up: a plant 2.00, clipping 2.00/m. Lebbeke 0.50 a plant: 800 of 3,200. Clipped hedge 2.45/m: 980 − 800 = 180 a year; Flemish contract 1.50/m: 600 − 800 = −200.
    [Theory]
    [InlineData(2.45, 180, -1500)]
    [InlineData(1.50, -200, -3400)]
    public void A_hedge_with_a_planting_subsidy_and_an_upkeep_contract(double rate, double yearly, double inAll)
    {
        PlannedMeasure[] measures = [Measure("planting", 1600, MeasureUnit.Piece, investment: 2), Measure("hedge", 400, MeasureUnit.Metre, upkeep: 2)];
        Scheme[] schemes = [Scheme("planting-subsidy", new Grant(MeasureUnit.Piece, 0.5, []), 1, payer: "lebbeke", kind: PartyKind.Municipality), Scheme("upkeep-contract", new YearlyPayment(MeasureUnit.Metre, [new("", rate)]), 5)];
        var farm = BusinessCase.Of(new(Setting(5), [Party("farm")], measures, schemes), [new(0, 0, 0, 0), new(1, 0, 1, 0)]).Parties[0];
        Same([-2400, yearly, yearly, yearly, yearly, yearly], farm.Net);
        Assert.Equal(inAll, farm.NetPresentValue, 0.005);
        Assert.Equal(inAll / 5, farm.IncomeChange, 0.005);
        Assert.Null(farm.Payback);
        Assert.False(farm.IsWhole);
    }

    // A wadi of 400 m²: 75/m² = 30,000 and 1 % a year = 300. At 25 %: 30,000 + 300 · 1.44 = 30,432. Upkeep 2 % dearer each year: 306, 312.12. In prices of 2024, 10 % a year dearer: 30,000 · 1.21 = 36,300.
    [Fact]
    public void A_wadi_of_a_municipality()
    {
        var wadi = Measure("wadi", 400, MeasureUnit.SquareMetre, 75, 0.75, party: "town");
        BusinessCase Of(CaseSetting setting, PlannedMeasure measure) => BusinessCase.Of(new(setting, [Party("town", PartyKind.Municipality)], [measure], []), []);
        var made = Of(Setting(2, 0.25), wadi);
        Same([-30_000, -300, -300], made.Parties[0].Net);
        Assert.Equal(-30_432, made.Parties[0].NetPresentValue, 0.005);
        Assert.Equal(30_432, made.PresentCost(), 0.005);
        Assert.Equal(30_432, made.PaymentMatrix()[0, 1], 0.005);
        Same([-30_000, -306, -312.12], Of(Setting(2) with { UpkeepIndexation = 0.02 }, wadi).Parties[0].Net);
        Same([-36_300, -300, -300], Of(Setting(2) with { InvestmentIndexation = 0.1 }, wadi with { Costs = wadi.Costs with { PriceYear = 2024 } }).Parties[0].Net);
    }

    // Upkeep that nobody knows: year 0 is known (−1,000), from year 1 on nothing of the farm is. The other farm and what the province pays it stay known.
    [Fact]
    public void A_cost_that_is_not_known_makes_its_own_party_not_known_from_its_first_year_on()
    {
        PlannedMeasure[] measures = [Measure("pond", 1, MeasureUnit.Piece, 1000, upkeep: null), Measure("meadow", 2, MeasureUnit.Hectare, 100, 10, party: "other")];
        var made = BusinessCase.Of(new(Setting(3), [Party("farm"), Party("other")], measures, [Scheme("meadows", PerHectare(60))]), [new(0, 1, 1, 0)]);
        Same([-1000, double.NaN, double.NaN, double.NaN], made.Parties[0].Net);
        Assert.Equal(1, made.Parties[0].NotKnownFrom);
        Assert.Equal(double.NaN, made.Parties[0].NetPresentValue);
        Assert.Equal(double.NaN, made.Parties[0].IncomeChange);
        Assert.Equal((double.NaN, 1), made.Parties[0].LiquidityLow);
        Assert.Null(made.Parties[0].Payback);
        Assert.Null(made.Parties[0].InternalRateOfReturn);
        Assert.Null(made.Parties[0].IsWhole);
        Same([-200, 100, 100, 100], made.Parties[1].Net);
        Same([0, -120, -120, -120], made.Parties[2].Net);
        Assert.Equal(double.NaN, made.PresentCost());
        var matrix = made.PaymentMatrix();
        Assert.Equal(double.NaN, matrix[0, 3]);
        Assert.Equal(360, matrix[2, 1], 0.005);
        Assert.Equal(1, matrix.Cast<double>().Count(double.IsNaN));
    }

    // A payment that is not known stands in the row of who pays it, not of who gets it; a cost in the row of who bears it.
    [Fact]
    public void A_payment_that_is_not_known_is_the_payers()
    {
        var made = One(Setting(2), Measure("hedge", 400, MeasureUnit.Metre), Scheme("meadows", PerHectare(60)));
        Same([0, double.NaN, double.NaN], made.Parties[0].Net);
        Same([0, double.NaN, double.NaN], made.Parties[1].Net);
        Assert.Equal(double.NaN, made.PaymentMatrix()[1, 0]);
        Assert.Equal(0, made.PaymentMatrix()[0, 1]);
    }

    // A loan for an investment that is not known: the bank lends (its row), the farm pays interest (its own).
    [Fact]
    public void A_loan_that_is_not_known_is_the_lenders_and_its_interest_the_borrowers()
    {
        var matrix = One(Setting(2), Measure("barn", 1, MeasureUnit.Piece, null), Scheme("loan", new Credit(0.5, 0.02), 2)).PaymentMatrix();
        Assert.Equal(double.NaN, matrix[1, 0]);
        Assert.Equal(double.NaN, matrix[0, 1]);
        Assert.Equal(double.NaN, matrix[0, 2]);
    }

    // −0.8 + 0.7 + 0.1 is −2.8e-17 in binary numbers; on paper nothing is left.
    [Fact]
    public void Rounding_is_no_money()
    {
        Scheme[] schemes = [Scheme("a", PerHectare(0.7)), Scheme("b", PerHectare(0.1))];
        var farm = BusinessCase.Of(new(Setting(2), [Party("farm")], [Measure("m", 1, MeasureUnit.Hectare, upkeep: 0.8)], schemes), [new(0, 0, 0, 0), new(1, 0, 0, 0)]).Parties[0];
        Assert.Equal([0, 0, 0], farm.Net);
        Assert.Equal(0, farm.Payback);
        Assert.Null(farm.InternalRateOfReturn);
    }

    // Lives 2 years, renewed: made in years 0, 2 and 4. What falls due in year 6, the last, is for years 7 and 8, and not of this case. A measure that is only made in the last year is.
    [Fact]
    public void A_renewal_in_the_last_year_is_left_to_the_years_after()
    {
        var bridge = Measure("bridge", 1, MeasureUnit.Piece, 100, 7) with { LifetimeYears = 2, IsRenewed = true };
        double[] Net(PlannedMeasure measure) => [.. BusinessCase.Of(new(Setting(6), [Party("farm")], [measure], []), []).Parties[0].Net];
        Same([-100, -7, -107, -7, -107, -7, -7], Net(bridge));
        Same([0, -100, -7, -107, -7, -107, -7], Net(bridge with { StartYear = 1 }));
        Same([-100, -7, -7, 0, 0, 0, 0], Net(bridge with { IsRenewed = false }));
        Same([0, 0, 0, 0, 0, 0, -100], Net(bridge with { StartYear = 6 }));
    }

    // 10 ha; ½ in the first year, all from the second on: lost income 50, 100, 100; upkeep 20 throughout.
    [Fact]
    public void Lost_income_goes_by_the_ramp_and_upkeep_does_not() => Same(
        [0, 0, -70, -120, -120],
        BusinessCase.Of(new(Setting(4), [Party("farm")], [Measure("m", 10, MeasureUnit.Hectare, 0, 2, 10) with { RampUp = [0.5, 1], StartYear = 1 }], []), []).Parties[0].Net);

    // 10 ha · € 30 (20 to 50) a year, half in the first: at 25 % 0.5 · 0.8 + 0.64 = 1.04; 10 · 30 · 1.04 = 312. Twice the measure, twice the worth.
    [Fact]
    public void Public_benefits_stand_beside_the_cash()
    {
        var source = new MeasureSource("made up", "test", null);
        var wood = Measure("wood", 10, MeasureUnit.Hectare) with { RampUp = [0.5, 1], Benefits = [new(PublicBenefitKind.Health, new(20, 30, 50), source), new(PublicBenefitKind.Carbon, Estimate.Figure(1), source)] };
        var made = BusinessCase.Of(new(Setting(2, 0.25), [Party("farm")], [wood, wood with { Id = "wood-2" }], []), []);
        var benefits = made.PublicBenefits();
        Assert.Equal([PublicBenefitKind.Carbon, PublicBenefitKind.Health], benefits.Keys);
        Assert.Equal(624, benefits[PublicBenefitKind.Health].Likely, 10);
        Assert.Equal(416, benefits[PublicBenefitKind.Health].Low!.Value, 10);
        Assert.Equal(1040, benefits[PublicBenefitKind.Health].High!.Value, 10);
        Assert.Null(benefits[PublicBenefitKind.Carbon].High);
        Same([0, 0, 0], made.Parties[0].Net);
        Assert.Equal(0, made.PresentCost());
        Assert.False(double.IsNegative(made.PresentCost()));
    }

    [Fact]
    public void Each_party_counts_with_its_own_rate()
    {
        // The farm at 25 %: −100 + 125 / 1.25 = 0; the province at the rate of the case, 0: −125.
        var farm = Party("farm") with { DiscountRate = 0.25 };
        var made = One(Setting(1), Measure("m", 1, MeasureUnit.Hectare, 100), Scheme("s", PerHectare(125)), farm);
        Assert.Equal(0, made.Parties[0].NetPresentValue, 10);
        Assert.True(made.Parties[0].IsWhole);
        Assert.Equal(-125, made.Parties[1].NetPresentValue, 10);
    }

    [Theory]
    [InlineData(1, 0, 0, 0, "that is not there")]
    [InlineData(-1, 0, 0, 0, "that is not there")]
    [InlineData(0, 1, 0, 0, "that is not there")] // the province only pays
    [InlineData(0, 0, 2, 0, "that is not there")]
    [InlineData(0, 0, -2, 0, "that is not there")]
    [InlineData(0, 0, -1, 0, "pays for a measure")]
    [InlineData(0, 0, 1, 0, "not one of farm")]
    [InlineData(0, 0, 0, 1, "no variant 1")]
    [InlineData(0, 0, 0, -1, "no variant -1")]
    public void A_use_of_what_is_not_there_is_refused(int scheme, int party, int measure, int variant, string words)
    {
        var inputs = new BusinessCaseInputs(
            Setting(1), [Party("farm"), Party("other")], [Measure("m", 1, MeasureUnit.Hectare), Measure("n", 1, MeasureUnit.Hectare, party: "other")], [Scheme("s", PerHectare(1))]);
        party = party == 1 ? 2 : party;
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => BusinessCase.Of(inputs, [new(scheme, party, measure, variant)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_use_twice_or_a_party_scheme_for_a_measure_is_refused()
    {
        var inputs = new BusinessCaseInputs(Setting(1), [Party("farm")], [Measure("m", 1, MeasureUnit.Hectare)], [Scheme("s", PerHectare(1)), Scheme("rebate", new InterestRebate(0.01))]);
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => BusinessCase.Of(inputs, [new(0, 0, 0, 0), new(0, 0, 0, 0)])).Message, StringComparison.Ordinal);
        Assert.Contains("party as a whole", Assert.Throws<ArgumentException>(() => BusinessCase.Of(inputs, [new(1, 0, 0, 0)])).Message, StringComparison.Ordinal);
    }
}
