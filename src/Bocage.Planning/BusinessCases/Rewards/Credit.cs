namespace Bocage.Planning;

/// <summary>A loan for the investment of a measure, on its own terms.</summary>
/// <remarks>
/// Paid out in the year of the first investment, share · investment, at most <see cref="Most"/>. From the next year on interest on what was owed at the start of the year; after the years of grace it is repaid in equal parts over the
/// rest of the scheme's term. What falls after the last year of the case falls due in that year, so that no debt is left out of the account.
/// </remarks>
/// <param name="Share">Share of the investment, from 0 to 1.</param>
/// <param name="InterestRate">Interest each year, from 0 to 1.</param>
/// <param name="GraceYears">Years without repayment, fewer than the term.</param>
/// <param name="Most">The most that is lent, €; null for no limit.</param>
public sealed record Credit(double Share, double InterestRate, int GraceYears = 0, double? Most = null) : Reward
{
    internal override void Pay(RewardContext context)
    {
        var (cost, _) = context.Cost(CostPart.Investment);
        var start = context.Measure!.StartYear;
        var years = context.Setting.Years;
        var flows = new double[years + 1];
        var interest = new double[years + 1];
        if (start > years) return;
        var lent = Math.Min(Most ?? double.PositiveInfinity, Share * -cost[start]);
        flows[start] = lent;
        var owed = lent;
        for (var year = start + 1; year <= years && owed != 0; year++)
        {
            interest[year] = -InterestRate * owed;
            var term = year - start;
            var repaid = year == years || term >= context.Scheme.TermYears ? owed : term <= GraceYears ? 0 : lent / (context.Scheme.TermYears - GraceYears);
            flows[year] -= repaid;
            owed -= repaid;
            if (term >= context.Scheme.TermYears) break;
        }

        context.Add(CashFlowKind.Credit, flows);
        context.Add(CashFlowKind.Interest, interest);
    }
}
