namespace Bocage.Planning;

/// <summary>A loan for the investment of a measure, on its own terms.</summary>
/// <remarks>
/// Paid out in the year in which the contract is signed: share · the investment of that year at its likely cost, at most <see cref="Most"/>; what is lent is agreed beforehand and does not follow the cost up and down. From the next year on interest on what was owed at the start of the year; after the years of grace it is repaid in equal parts over the
/// rest of the scheme's term. What falls after the last year of the case falls due in that year, so that no debt is left out of the account; of a loan in
/// the last year itself nothing remains. Its value at its own rate of interest is always 0.
/// </remarks>
/// <param name="Share">Share of the investment, from 0 to 1.</param>
/// <param name="InterestRate">Interest each year, from 0 to 1.</param>
/// <param name="GraceYears">Years without repayment, fewer than the term.</param>
/// <param name="Most">The most that is lent, €; null for no limit.</param>
public sealed record Credit(double Share, double InterestRate, int GraceYears = 0, double? Most = null) : Reward
{
    internal override IEnumerable<(string What, double? Number, double Least, double Most)> Numbers =>
        [("share", Share, 0, 1), ("rate of interest", InterestRate, 0, 1), ("number of years of grace", GraceYears, 0, double.PositiveInfinity), ("most that is lent", Most, 0, double.PositiveInfinity)];

    internal override void Pay(RewardContext context)
    {
        var start = context.JoinYear;
        var years = context.Setting.Years;
        var flows = new double[years + 1];
        var interest = new double[years + 1];
        if (start >= years) return;
        var lent = Math.Min(Most ?? double.PositiveInfinity, 0 - Share * context.Cost(CostPart.Investment).Amounts[start]);
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
