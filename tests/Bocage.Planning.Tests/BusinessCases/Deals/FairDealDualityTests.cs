using Bocage.Landscapes;
using static Bocage.Planning.Tests.DealCases;

namespace Bocage.Planning.Tests;

/// <summary>A deal is best when the dual programme, written here for itself, has an answer of the same worth.</summary>
public class FairDealDualityTests
{
    [Fact]
    public void The_dual_is_worth_as_much_and_every_rule_is_kept()
    {
        var program = Cbc.Program;
        var (optimal, infeasible) = (0, 0);
        for (var seed = 0; seed < 140; seed++)
        {
            var (plan, terms) = Random(seed);
            var deal = FairDeals.Of(plan, terms, program, new());
            var isFeasible = deal.Outcome == SolveOutcome.Optimal;
            Assert.True(isFeasible || deal.Outcome == SolveOutcome.Infeasible);
            var (worth, needs) = Dual(plan, terms, program, isElastic: !isFeasible);
            var reached = isFeasible ? deal.ExtraPublic : deal.Relax.Sum(limit => limit.Needed - limit.Given);
            Assert.True(Math.Abs(worth - reached) <= 1e-6 * Math.Max(1, worth), $"seed {seed}: {reached}, dual {worth}");
            CheckKept(plan, terms, deal, seed);
            if (isFeasible)
            {
                optimal++;
                // Complementary slackness: a party whose worth is priced is just whole.
                foreach (var (party, price) in needs)
                    if (price > 1e-5) Assert.True(Math.Abs(Whole(plan, deal, party)) < 1e-3 * Math.Max(1, Math.Abs(plan.Parties[party].NetPresentValue)), $"seed {seed}, party {party}");
            }
            else
            {
                infeasible++;
                Assert.True(worth > 1e-4);
            }
        }

        Assert.True(optimal > 60 && infeasible > 25, $"{optimal} optimal, {infeasible} infeasible");
    }

    private static (BusinessCase Plan, FairDealTerms Terms) Random(int seed)
    {
        var random = new SeededRandom(seed);
        var years = 2 + random.Next(5);
        var farms = 1 + random.Next(4);
        var parties = Enumerable.Range(0, farms).Select(k => Farm($"f{k}", random.Next(3) == 0 ? null : 0.15 * random.NextDouble(), random.Next(2) == 0 ? random.Next(800) : null, random.Next(3) > 0 ? random.Next(400) : null))
            .Append(Province).Append(Province with { Id = "water", Name = new("Water"), Kind = PartyKind.WaterBoard }).ToArray();
        var plan = Plan(0.01 * random.Next(8), parties, [.. Enumerable.Range(0, farms).Select(k => ($"f{k}", Enumerable.Range(0, years).Select(_ => (double)Math.Round(1500 * random.NextDouble() - 1000)).ToArray()))]);
        double? Limit(double size, int one) => random.Next(one) == 0 ? Math.Round(size * (0.2 + random.NextDouble())) : null;
        var payers = Enumerable.Range(0, 1 + random.Next(2)).Select(k => new FairDealPayer(farms + k, Limit(700 * farms, 2), Limit(1500 * farms, 2))).ToArray();
        return (plan, new(payers, Limit(3000, 3)));
    }

    // max Σ need · w − Σ limit · price; for each payment: what it does for needs less what it takes of limits ≤ what it costs. Where limits may give way payments cost nothing and a limit's price is 1 at most.
    private static (double Worth, List<(int Party, double Price)> Needs) Dual(BusinessCase plan, FairDealTerms terms, IMixedIntegerSolver program, bool isElastic)
    {
        var dual = new LinearModel(maximises: true);
        var years = plan.Inputs.Setting.Years + 1;
        var price = isElastic ? 1 : double.PositiveInfinity;
        int[] farms = [.. Enumerable.Range(0, plan.Parties.Count).Where(party => plan.Parties[party].Party.Kind == PartyKind.Farmer)];
        var whole = farms.ToDictionary(party => party, party => dual.Continuous(0, double.PositiveInfinity, -plan.Parties[party].NetPresentValue));
        var solvent = new Dictionary<(int, int), int>();
        foreach (var party in farms)
            if (plan.Parties[party].Party is { Cash: { } cash, CreditLimit: { } credit })
                for (var year = 0; year < years; year++) solvent[(party, year)] = dual.Continuous(0, double.PositiveInfinity, -(cash + credit + plan.Parties[party].Net.Take(year + 1).Sum()));
        var most = farms.ToDictionary(party => party, _ => dual.Continuous(0, price, -(terms.MostPerParty ?? 0)));
        dual.Row(most.Values.Select(variable => new LinearTerm(variable, 1)), 0, price);
        foreach (var payer in terms.Payers)
        {
            var perYear = Enumerable.Range(0, years).Select(_ => dual.Continuous(0, price, -(payer.BudgetPerYear ?? 0))).ToArray();
            var total = dual.Continuous(0, price, -(payer.BudgetTotal ?? 0));
            foreach (var party in farms)
                for (var year = 0; year < years; year++)
                {
                    var worth = Math.Pow(1 + plan.Inputs.Setting.DiscountRate, -year);
                    var terms1 = new List<LinearTerm> { new(whole[party], Math.Pow(1 + plan.Parties[party].DiscountRate, -year)) };
                    for (var later = year; later < years; later++) if (solvent.TryGetValue((party, later), out var variable)) terms1.Add(new(variable, 1));
                    if (payer.BudgetPerYear is not null) terms1.Add(new(perYear[year], -1));
                    if (payer.BudgetTotal is not null) terms1.Add(new(total, -1));
                    if (terms.MostPerParty is not null) terms1.Add(new(most[party], -worth));
                    dual.Row(terms1, double.NegativeInfinity, isElastic ? 0 : worth);
                }
        }

        var result = program.Solve(dual, new());
        Assert.Equal(SolveOutcome.Optimal, result.Outcome);
        return (result.Objective, [.. whole.Select(pair => (pair.Key, result.Values[pair.Value]))]);
    }

    private static double Whole(BusinessCase plan, FairDeal deal, int party) =>
        plan.Parties[party].NetPresentValue + deal.Payments.Where(payment => payment.To == party).Sum(payment => payment.Euros / Math.Pow(1 + plan.Parties[party].DiscountRate, payment.Year));

    private static void CheckKept(BusinessCase plan, FairDealTerms terms, FairDeal deal, int seed)
    {
        const double Rounding = 1e-4;
        Assert.All(deal.Payments, payment => Assert.True(payment.Euros > 0 && terms.Payers.Any(payer => payer.Party == payment.From)));
        for (var party = 0; party < plan.Parties.Count; party++)
        {
            if (plan.Parties[party].Party.Kind != PartyKind.Farmer) continue;
            Assert.True(Whole(plan, deal, party) >= -Rounding, $"seed {seed}, party {party}");
            if (plan.Parties[party].Party is { Cash: { } cash, CreditLimit: { } credit })
                for (var year = 0; year <= plan.Inputs.Setting.Years; year++)
                    Assert.True(cash + plan.Parties[party].Net.Take(year + 1).Sum() + deal.Payments.Where(payment => payment.To == party && payment.Year <= year).Sum(payment => payment.Euros) >= -credit - Rounding, $"seed {seed}, party {party}, year {year}");
            if (deal.Outcome == SolveOutcome.Optimal && terms.MostPerParty is { } most)
                Assert.True(deal.Payments.Where(payment => payment.To == party).Sum(payment => payment.Euros / Math.Pow(1 + plan.Inputs.Setting.DiscountRate, payment.Year)) <= most + Rounding);
        }

        if (deal.Outcome != SolveOutcome.Optimal) return;
        foreach (var payer in terms.Payers)
        {
            for (var year = 0; year <= plan.Inputs.Setting.Years; year++)
                Assert.True(deal.Payments.Where(payment => payment.From == payer.Party && payment.Year == year).Sum(payment => payment.Euros) <= (payer.BudgetPerYear ?? double.PositiveInfinity) + Rounding);
            Assert.True(deal.Payments.Where(payment => payment.From == payer.Party).Sum(payment => payment.Euros) <= (payer.BudgetTotal ?? double.PositiveInfinity) + Rounding);
        }
    }
}
