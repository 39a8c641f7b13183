using Bocage.Formats;
using Bocage.Jobs.Plans;
using Bocage.Planning;

namespace Bocage.Jobs.BusinessCases;

/// <summary>Writes business-case.json: every figure of the pages, unrounded; "not known" is null.</summary>
internal static class CaseFigures
{
    public static void Write(string path, BusinessCaseResult result) => File.WriteAllText(path, JsonText.Of(new
    {
        result.PlanName,
        result.Setting.FirstYear,
        result.Setting.Years,
        result.Setting.DiscountRate,
        PresentCost = result.Case.PresentCost(),
        Gains = result.Gains.Select(gain => new { gain.Species, GainHa = gain.Ha, EurosPerHa = gain.Ha > 0 ? result.Case.PresentCost() / gain.Ha : double.NaN }),
        PublicBenefits = result.Case.PublicBenefits().Select(pair => new { Kind = pair.Key.ToString(), pair.Value.Low, pair.Value.Likely, pair.Value.High }),
        Parties = result.Touched.Select(party => PartyOf(result, party)),
        Payments = Payments(result.Case),
        Deal = result.Deal is null ? null : new
        {
            Outcome = PlanNames.Of(result.Deal.Outcome),
            result.Deal.ExtraPublic,
            Payments = result.Deal.Payments.Select(payment => new { From = IdOf(result, payment.From), To = IdOf(result, payment.To), Year = result.Setting.FirstYear + payment.Year, payment.Euros }),
            Relax = result.Deal.Relax.Select(limit => new { Kind = limit.Kind.ToString(), Payer = limit.Payer < 0 ? null : IdOf(result, limit.Payer), Year = limit.Year < 0 ? null : (int?)(result.Setting.FirstYear + limit.Year), limit.Given, limit.Needed }),
            NotKnown = result.Deal.NotKnown.Select(party => IdOf(result, party)),
        },
        Draws = new { Number = result.Request.Draws, result.Request.Seed },
        Measures = result.Case.Inputs.Measures.Select(measure => new
        {
            measure.Id,
            measure.Measure,
            measure.Party,
            measure.Quantity,
            Unit = measure.Unit.ToString(),
            StartYear = result.Setting.FirstYear + measure.StartYear,
            measure.LifetimeYears,
            measure.Costs.Investment,
            measure.Costs.UpkeepPerYear,
            measure.Costs.LostIncomePerYear,
            measure.Costs.PriceYear,
        }),
    }) + "\n");

    private static object PartyOf(BusinessCaseResult result, int party)
    {
        var (money, sure) = (result.Case.Parties[party], result.Uncertainty[party]);
        var stack = result.Stacks.FirstOrDefault(stack => stack.Party == party);
        return new
        {
            money.Party.Id,
            Kind = money.Party.Kind.ToString(),
            money.NetPresentValue,
            money.DiscountRate,
            money.IncomeChange,
            money.Party.IncomeToday,
            money.InternalRateOfReturn,
            money.Payback,
            LiquidityLow = new { money.LiquidityLow.Euros, Year = result.Setting.FirstYear + money.LiquidityLow.Year },
            money.IsWhole,
            NotKnownFrom = money.NotKnownFrom + result.Setting.FirstYear,
            WithoutSchemes = result.WithoutSchemes.Parties[party].NetPresentValue,
            money.Net,
            Lines = PartyTable.Of(result.Case, party).Rows.Select(row => new { Kind = row.Kind.ToString(), PaidOut = row.IsMirror, Measure = row.Measure?.Measure, Scheme = row.Scheme?.Id, Other = row.Other?.Id, row.Amounts }),
            Stack = stack is null ? null : new
            {
                stack.IsProven,
                stack.Best.Value,
                Schemes = stack.Best.Uses.Select(use => UseOf(result, use)),
                RunnerUp = stack.RunnerUp is null ? null : new { stack.RunnerUp.Value, Schemes = stack.RunnerUp.Uses.Select(use => UseOf(result, use)) },
                Refused = stack.Refusals.Select(refusal => new { Use = UseOf(result, refusal.Use), Reason = refusal.Kind.ToString(), refusal.What, Other = refusal.Other < 0 ? null : result.Case.Inputs.Schemes[refusal.Other].Id, refusal.Limit, refusal.Given }),
            },
            Scores = money.Party.KpiValues.Keys.Where(card => result.Case.Inputs.Scorecards.Any(known => known.Id == card)).Select(card =>
            {
                var score = result.Case.Inputs.Scorecards.Single(known => known.Id == card).ScoreOf(money.Party.KpiValues[card]);
                return new { Scorecard = card, score.Points, score.LeastPoints, score.MostPoints, Kpis = score.Kpis.Select(kpi => new { kpi.Kpi.Id, kpi.Value, kpi.Points, NextAt = kpi.Next?.Value }) };
            }),
            Chance = new
            {
                sure.ChanceWhole,
                sure.NetPresentValue,
                sure.LiquidityLow,
                Tornado = sure.Tornado.Select(bar => new { Factor = result.Case.Factors[bar.Factor].Id, bar.AtLow, bar.AtHigh }),
                BreakEven = sure.BreakEvens.Select(one => new { Factor = result.Case.Factors[one.Factor].Id, one.Share }),
            },
        };
    }

    private static object UseOf(BusinessCaseResult result, SchemeUse use) => new
    {
        Scheme = result.Case.Inputs.Schemes[use.Scheme].Id,
        Variant = result.Case.Inputs.Schemes[use.Scheme].Reward.Variants.ElementAtOrDefault(use.Variant),
        Measure = use.Measure < 0 ? null : result.Case.Inputs.Measures[use.Measure].Id,
    };

    // Present value of what each pays each; a null party is everyone else.
    private static IEnumerable<object> Payments(BusinessCase plan)
    {
        var matrix = plan.PaymentMatrix();
        for (var from = 0; from < matrix.GetLength(0); from++)
            for (var to = 0; to < matrix.GetLength(0); to++)
                if (matrix[from, to] != 0) yield return new { From = plan.Inputs.Parties.ElementAtOrDefault(from)?.Id, To = plan.Inputs.Parties.ElementAtOrDefault(to)?.Id, PresentValue = matrix[from, to] };
    }

    private static string IdOf(BusinessCaseResult result, int party) => result.Case.Inputs.Parties[party].Id;
}
