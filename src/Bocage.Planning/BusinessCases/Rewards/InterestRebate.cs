namespace Bocage.Planning;

/// <summary>Percentage points off the interest on the loan of the party, each year of the contract.</summary>
/// <remarks>Amount in year t = min(points, the loan's rate) · what is owed during t (<see cref="Loan.OwedIn"/>).</remarks>
/// <param name="Points">Share of what is owed, from 0 to 1: 0.005 is half a percentage point.</param>
/// <param name="MostPerYear">The most that is paid each year, €; null for no limit.</param>
public sealed record InterestRebate(double Points, double? MostPerYear = null) : Reward
{
    /// <inheritdoc/>
    public override bool PaysParty => true;

    internal override IEnumerable<(string What, double? Number, double Least, double Most)> Numbers =>
        [("rebate", Points, 0, 1), ("most that is paid each year", MostPerYear, 0, double.PositiveInfinity)];

    internal override void Pay(RewardContext context)
    {
        var loan = context.Party.Loan;
        context.Add(
            CashFlowKind.Reward, context.Yearly(year => loan is null ? double.NaN : Math.Min(Points, loan.InterestRate) * loan.OwedIn(year), isIndexed: false), most: MostPerYear);
    }

    internal override SchemeRefusal? Missing(RewardContext context) => context.Party.Loan is null ? new(context.Use, SchemeRefusalKind.NoLoan) : null;
}
