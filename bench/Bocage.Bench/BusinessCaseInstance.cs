using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Bench;

/// <summary>Made-up cases of many farms: six measures each, and twenty schemes that each of them takes up.</summary>
internal static class BusinessCaseInstance
{
    private static readonly string[] Catalogue = ["hedge", "margin", "pond", "rewetting", "woodlot", "herb-rich"];
    private static readonly string[] Results = ["co2_t", "pairs", "visitors", "water_m3"];

    /// <summary>A mix of all shapes of reward; or, at worst, twenty payments by result that all have an uncertain price, a yearly yield, a cap and a gate in every year.</summary>
    public static BusinessCase Make(int farms, int years, bool atWorst, int seed = 1)
    {
        var random = new SeededRandom(seed);
        double Between(double low, double high) => low + (high - low) * random.NextDouble();
        Estimate Around(double likely) => new(likely * Between(0.5, 0.9), likely, likely * Between(1.1, 1.8));
        var costs = Catalogue.Select(_ => new MeasureCosts { Investment = Around(Between(1000, 6000)), UpkeepPerYear = Around(Between(30, 200)), LostIncomePerYear = Around(Between(100, 900)), PriceYear = 2025 }).ToArray();
        var results = Catalogue.Select(_ => Results.ToDictionary(result => result, _ => Around(Between(2, 12)))).ToArray();
        var parties = new List<Party>();
        var measures = new List<PlannedMeasure>();
        for (var farm = 0; farm < farms; farm++)
        {
            parties.Add(new()
            {
                Id = $"farm-{farm}",
                Name = new($"Farm {farm}"),
                Kind = PartyKind.Farmer,
                Cash = Between(0, 100_000),
                DiscountRate = Between(0.02, 0.06),
                Loan = new(Between(100_000, 900_000), 0.04, 20),
                Amounts = new Dictionary<string, Estimate> { ["milk_kg"] = Around(Between(4e5, 1.5e6)), ["lease_eur"] = Around(Between(5e3, 4e4)) },
            });
            for (var k = 0; k < Catalogue.Length; k++)
            {
                measures.Add(new()
                {
                    Id = $"{Catalogue[k]}@{farm}",
                    Measure = Catalogue[k],
                    Name = new(Catalogue[k]),
                    Party = $"farm-{farm}",
                    Quantity = Between(0.5, 12),
                    Unit = MeasureUnit.Hectare,
                    Costs = costs[k],
                    StartYear = atWorst ? 0 : random.Next(3),
                    LifetimeYears = atWorst ? null : 15,
                    IsRenewed = true,
                    RampUp = atWorst ? [] : [0.3, 0.6, 1],
                    Results = results[k],
                });
            }
        }

        var schemes = Enumerable.Range(0, 20).Select(k => new Scheme
        {
            Id = $"scheme-{k}",
            Name = new($"Scheme {k}"),
            Payer = $"payer-{k % 5}",
            PayerName = new($"Payer {k % 5}"),
            PayerKind = k % 5 == 0 ? PartyKind.Company : PartyKind.Province,
            Reward = atWorst ? ByResult(k) : Mixed(k),
            TermYears = atWorst ? years : 6 + random.Next(10),
            IsRenewable = atWorst || k % 3 > 0,
            Indexation = 0.02,
            PriceYear = 2025,
            Evidence = Evidence.Expert,
        }).ToArray();
        var setting = new CaseSetting { FirstYear = 2026, Years = years, DiscountRate = 0.03, UpkeepIndexation = 0.02, LostIncomeIndexation = 0.015 };
        var inputs = new BusinessCaseInputs(setting, parties, measures, schemes);
        return BusinessCase.Of(inputs, [.. Enumerable.Range(0, farms).SelectMany(farm => schemes.Select((scheme, k) => new SchemeUse(k, farm, scheme.Reward.PaysParty ? -1 : farm * Catalogue.Length + k % Catalogue.Length, 0)))]);

        // Caps and gates lie in the middle of what is paid.
        Reward ByResult(int k) => new ResultPayment(Results[k % 4], Around(Between(20, 60)), [], LeastResult: Between(10, 40), MostPerYear: Between(600, 3000));

        Reward Mixed(int k) => (k % 10) switch
        {
            0 or 1 or 2 => ByResult(k),
            3 => new CostShare(Between(0.4, 0.8), CostPart.Investment, Least: 500, Most: Between(8_000, 20_000)),
            4 => new CostShare(Between(0.5, 1), CostPart.LostIncome, Most: Between(800, 3000)),
            5 => new AmountPayment("milk_kg", Around(0.01), IsShare: false, MostPerYear: Between(6_000, 12_000)),
            6 => new YearlyPayment(MeasureUnit.Hectare, [new("", Between(200, 1200))], MostPerYear: 5_000),
            7 => new CostShare(0.5, CostPart.Upkeep, Least: 100),
            8 => new AmountPayment("lease_eur", new(0.05, 0.1, 0.15), IsShare: true, MostPerYear: 2_500),
            _ => k < 10 ? new InterestRebate(0.005) : new Credit(0.5, 0.02, 1),
        };
    }
}
