using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

/// <summary>Business cases with uncertain figures: small ones by hand, and any from a seed.</summary>
internal static class UncertainCases
{
    /// <summary>One farm with 1 ha of a measure over some years, and schemes of a company that it takes up.</summary>
    public static BusinessCase OneFarm(int years, double rate, MeasureCosts costs, Estimate? tonnes, params Reward[] rewards)
    {
        var measure = new PlannedMeasure
        {
            Id = "wood",
            Measure = "wood",
            Name = new("Wood"),
            Party = "farm",
            Quantity = 1,
            Unit = MeasureUnit.Hectare,
            Costs = costs,
            Results = tonnes is null ? new Dictionary<string, Estimate>() : new() { ["t"] = tonnes },
        };
        var schemes = rewards.Select((reward, k) => Scheme($"s{k}", "company", reward, years)).ToArray();
        var inputs = new BusinessCaseInputs(
            new() { FirstYear = 2026, Years = years, DiscountRate = rate }, [new() { Id = "farm", Name = new("Farm"), Kind = PartyKind.Farmer, Cash = 10 }], [measure], schemes);
        return BusinessCase.Of(inputs, [.. schemes.Select((scheme, k) => new SchemeUse(k, 0, 0, 0))]);
    }

    /// <summary>Costs of which only the investment is not 0.</summary>
    public static MeasureCosts Investing(Estimate investment) => new() { Investment = investment, UpkeepPerYear = Estimate.Zero, LostIncomePerYear = Estimate.Zero };

    /// <summary>Up to four farms with every shape of reward, caps, least amounts and gates where they may bind, costs that are not known now and then.</summary>
    public static BusinessCase Any(int seed)
    {
        var random = new SeededRandom(seed);
        double Between(double low, double high) => Math.Round(low + (high - low) * random.NextDouble(), 2);
        bool OneIn(int count) => random.Next(count) == 0;
        Estimate Around(double likely)
        {
            // One in fifteen is most likely nothing, and perhaps much.
            var isNothing = OneIn(15);
            return new(OneIn(5) ? null : isNothing ? 0 : likely * Between(0.3, 1), isNothing ? 0 : likely, OneIn(5) ? null : likely * Between(1, 2.5));
        }

        var setting = new CaseSetting
        {
            FirstYear = 2026,
            Years = random.Next(1, 13),
            DiscountRate = Between(-0.01, 0.08),
            UpkeepIndexation = 0.02,
            LostIncomeIndexation = 0.01,
            SpreadWhereUnknown = OneIn(3) ? null : Between(0, 0.5),
        };
        string[] kinds = ["hedge", "pond", "wood"];
        var costs = kinds.Select(_ => new MeasureCosts { Investment = Around(Between(500, 5000)), UpkeepPerYear = OneIn(12) ? null : Around(Between(10, 200)), LostIncomePerYear = Around(Between(50, 600)), PriceYear = 2024 }).ToArray();
        var results = kinds.Select(_ => Around(Between(1, 9))).ToArray();
        var farms = Enumerable.Range(0, random.Next(1, 5)).Select(k => new Party
        {
            Id = $"farm{k}",
            Name = new($"Farm {k}"),
            Kind = PartyKind.Farmer,
            Cash = OneIn(3) ? null : Between(0, 5000),
            DiscountRate = OneIn(2) ? null : Between(0, 0.1),
            Loan = new(Between(1000, 50000), 0.05, random.Next(1, 15)),
            Amounts = new Dictionary<string, Estimate> { ["milk"] = Around(Between(1e4, 1e5)) },
        }).ToArray();
        var measures = farms.SelectMany((farm, f) => Enumerable.Range(0, random.Next(1, 4)).Select(k => new PlannedMeasure
        {
            Id = $"{kinds[k]}@{f}",
            Measure = kinds[k],
            Name = new(kinds[k]),
            Party = farm.Id,
            // Half of them alike, so that several lines have the same amounts.
            Quantity = OneIn(2) ? 2 : Between(0.2, 5),
            Unit = MeasureUnit.Hectare,
            Costs = costs[k],
            StartYear = random.Next(Math.Min(3, setting.Years + 1)),
            LifetimeYears = OneIn(2) ? null : random.Next(1, 6),
            IsRenewed = OneIn(2),
            RampUp = OneIn(2) ? [] : [0, 0.5, 1],
            Results = new Dictionary<string, Estimate> { ["t"] = results[k] },
        })).ToArray();
        var schemes = Enumerable.Range(0, random.Next(3, 10)).Select(k => Scheme($"s{k}", $"payer{k % 3}", AnyReward(), random.Next(1, 9)) with
        {
            PayerKind = k % 3 == 0 ? PartyKind.Province : PartyKind.Company,
            IsRenewable = OneIn(2),
            Indexation = 0.01,
            Rules = new() { MostPublicShareOfCost = OneIn(3) ? 0.8 : null },
        }).ToArray();
        var uses = schemes.SelectMany((scheme, s) => scheme.Reward.PaysParty
            ? farms.Select((_, farm) => new SchemeUse(s, farm, -1, 0))
            : measures.Select((measure, m) => new SchemeUse(s, Array.FindIndex(farms, farm => farm.Id == measure.Party), m, 0))).Where(_ => !OneIn(4)).ToArray();
        return BusinessCase.Of(new(setting, farms, measures, schemes), uses);

        Reward AnyReward()
        {
            double? Cap(double most) => OneIn(4) ? null : Between(0.2 * most, 1.5 * most);
            return random.Next(8) switch
            {
                0 or 1 => new ResultPayment("t", Around(Between(10, 60)), [], OneIn(3) ? 0 : Between(1, 12), Cap(300)),
                2 => new CostShare(Between(0.2, 1), CostPart.Investment, Least: OneIn(2) ? 0 : Between(100, 3000), Most: Cap(4000)),
                3 => new CostShare(Between(0.2, 1), CostPart.LostIncome, Least: OneIn(2) ? 0 : Between(10, 400), Most: Cap(700)),
                4 => new AmountPayment("milk", Around(0.01), IsShare: false, Cap(600)),
                5 => new Grant(MeasureUnit.Hectare, Between(50, 500), [], Least: Between(0, 300), Most: Cap(1000)),
                6 => new YearlyPayment(MeasureUnit.Hectare, [new("", Between(20, 300))], Cap(500)),
                _ => OneIn(2) ? new Credit(0.5, 0.03) : new InterestRebate(0.01, Cap(300)),
            };
        }
    }

    private static Scheme Scheme(string id, string payer, Reward reward, int term) =>
        new() { Id = id, Name = new(id), Payer = payer, PayerName = new(payer), PayerKind = PartyKind.Company, Reward = reward, TermYears = term, Evidence = Evidence.Expert };
}
