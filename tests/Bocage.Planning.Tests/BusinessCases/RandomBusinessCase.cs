namespace Bocage.Planning.Tests;

/// <summary>Seeded cases of all reward shapes, some of their figures not known, with uses of about half of what could be taken up.</summary>
internal static class RandomBusinessCase
{
    public static (BusinessCaseInputs Inputs, SchemeUse[] Uses) Of(int seed)
    {
        var random = new Random(seed);
        var known = seed % 2 == 0; // every other case knows all costs
        bool Chance(double share) => random.NextDouble() < share;
        double Number(double most) => Math.Round(random.NextDouble() * most, 2);
        T One<T>(params T[] of) => of[random.Next(of.Length)];
        Estimate Range(double most)
        {
            var likely = Chance(0.1) ? 0 : Number(most);
            return new(Chance(0.5) ? Math.Round(likely * 0.5, 3) : null, likely, Chance(0.5) ? likely * 2 + (likely == 0 ? Number(most) : 0) : null);
        }

        Estimate? Cost(double most) => !known && Chance(0.1) ? null : Range(most);
        double? Cap(double most) => Chance(0.3) ? Number(most) : null;

        var setting = new CaseSetting
        {
            FirstYear = 2026,
            Years = random.Next(1, 16),
            DiscountRate = Chance(0.2) ? 0 : Number(0.1),
            InvestmentIndexation = Number(0.05),
            UpkeepIndexation = -Number(0.05),
            LostIncomeIndexation = Chance(0.5) ? 0 : Number(0.05),
            SpreadWhereUnknown = Chance(0.5) ? 0.2 : null,
        };
        var card = new Scorecard
        {
            Id = "card",
            Name = new("card"),
            Kpis =
            [
                new() { Id = "a", Name = new("a"), Unit = "%", IsMoreBetter = true, Steps = [new(20, 10), new(50, 10), new(80, 40)] },
                new() { Id = "b", Name = new("b"), Unit = "kg", IsMoreBetter = false, Steps = [new(70, 5), new(30, 25)] },
            ],
        };
        Party Farm(string id)
        {
            var values = new Dictionary<string, double>();
            foreach (var kpi in card.Kpis) if (Chance(0.8)) values[kpi.Id] = Number(100);
            var amounts = new Dictionary<string, Estimate>();
            foreach (var amount in new[] { "milk", "lease" }) if (Chance(0.9)) amounts[amount] = Range(1000);
            return new()
            {
                Id = id,
                Name = new(id),
                Kind = PartyKind.Farmer,
                Loan = Chance(0.8) ? new(Number(10_000), Number(0.05), random.Next(1, 12)) : null,
                Amounts = amounts,
                KpiValues = new Dictionary<string, IReadOnlyDictionary<string, double>> { ["card"] = values },
            };
        }

        var parties = Enumerable.Range(0, random.Next(1, 4)).Select(k => Farm($"farm-{k}")).ToList();
        if (Chance(0.5)) parties.Add(new() { Id = "province", Name = new("province"), Kind = PartyKind.Province });
        PlannedMeasure Measure(int number) => new()
        {
            Id = $"m{number}",
            Measure = One("hedge", "wood"),
            Name = new("m"),
            Party = parties[random.Next(parties.Count)].Id,
            Quantity = 0.01 + Number(20),
            Unit = One(MeasureUnit.Hectare, MeasureUnit.SquareMetre, MeasureUnit.Metre, MeasureUnit.Piece),
            AreaHa = Chance(0.7) ? 0.01 + Number(3) : null,
            StartYear = random.Next(Math.Min(4, setting.Years + 1)),
            LifetimeYears = Chance(0.6) ? random.Next(1, 9) : null,
            IsRenewed = Chance(0.5),
            RampUp = Chance(0.5) ? [] : [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Chance(0.2) ? 0 : Number(1))],
            Costs = new() { Investment = Cost(300), UpkeepPerYear = Cost(50), LostIncomePerYear = Cost(30), PriceYear = Chance(0.5) ? random.Next(2020, 2030) : null },
            Results = Chance(0.8) ? new Dictionary<string, Estimate> { ["co2_t"] = Range(5) } : [],
        };
        var measures = Enumerable.Range(0, random.Next(1, 6)).Select(Measure).ToList();
        Reward Reward() => random.Next(8) switch
        {
            0 => new YearlyPayment(One(MeasureUnit.Hectare, MeasureUnit.SquareMetre, MeasureUnit.Metre, MeasureUnit.Piece), [new("early", Number(100)), new("late", Number(100))], Cap(300)),
            1 => new CostShare(Number(1), One(Enum.GetValues<CostPart>()), Chance(0.5) ? Number(80) : null, One(MeasureUnit.Hectare, MeasureUnit.Piece), Number(50), Cap(200) + 50),
            2 => new Grant(One(MeasureUnit.Hectare, MeasureUnit.Metre), Chance(0.5) ? 0 : Number(20), Chance(0.5) ? [] : [new(2, Number(100)), new(9, Number(200))], Number(30), Cap(100) + 30),
            3 => new ResultPayment("co2_t", Range(70), Chance(0.5) ? [] : [new(2027, Number(50)), new(2030, Number(90)), new(2031, Number(90))], Chance(0.5) ? 0 : Number(20), Cap(500)),
            4 => new AmountPayment(One("milk", "lease"), Range(0.25), Chance(0.5), Cap(100)),
            5 => new InterestRebate(Number(0.04), Cap(200)),
            6 => new KpiPayment("card", Chance(0.5) ? 0 : Number(10), Chance(0.5) ? [] : [new(10, 20), new(35, Number(100) + 20)], Cap(150)),
            _ => new Credit(Number(1), Number(0.06), 0, Cap(1000)),
        };
        Scheme Offer(int number)
        {
            var payer = One(("province", PartyKind.Province), ("town", PartyKind.Municipality), ("bank", PartyKind.Bank));
            return MadeCase.Scheme($"s{number}", Reward(), random.Next(1, 8), Chance(0.5), payer.Item1, payer.Item2) with
            {
                OpenFrom = Chance(0.3) ? random.Next(2024, 2031) : null,
                Indexation = Chance(0.5) ? 0 : Number(0.06) - 0.02,
                PriceYear = Chance(0.5) ? random.Next(2022, 2032) : null,
                Rules = new() { MostPublicShareOfCost = Chance(0.4) ? One(0.2, 0.5, 0.84) : null },
            };
        }

        var schemes = Enumerable.Range(0, random.Next(1, 10)).Select(Offer).Select(scheme => scheme.Reward is Credit credit ? scheme with { Reward = credit with { GraceYears = random.Next(scheme.TermYears) } } : scheme).ToList();
        var uses = new List<SchemeUse>();
        for (var s = 0; s < schemes.Count; s++)
        {
            if (schemes[s].Reward.PaysParty) uses.AddRange(Enumerable.Range(0, parties.Count).Where(_ => Chance(0.6)).Select(party => new SchemeUse(s, party, -1, 0)));
            else
                for (var m = 0; m < measures.Count; m++)
                    if (Chance(0.6)) uses.Add(new(s, parties.FindIndex(party => party.Id == measures[m].Party), m, random.Next(schemes[s].Reward.Variants.Count)));
        }

        return (new(setting, parties, measures, schemes, [card]), [.. uses]);
    }
}
