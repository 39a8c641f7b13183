namespace Bocage.Planning;

/// <summary>Finds the smallest extra public payment that makes every party at least whole: who pays whom, when.</summary>
/// <remarks>
/// A linear programme. y(p, i, t) ≥ 0 is what payer p pays party i in year t. Least Σ y · (1 + r)⁻ᵗ, r the rate of the case, such that
/// each given party whose money is not public has Σ y · (1 + dᵢ)⁻ᵗ ≥ −NPVᵢ at its own rate dᵢ; where its money at hand and its credit limit are both known, what it has in no year falls below the credit limit; each payer keeps to
/// its budgets (€ of the year, not discounted); and no party gets more than <see cref="FairDealTerms.MostPerParty"/> (present value at the rate of the case).
/// A party for which money is worth less each year than for the case (dᵢ > r) is cheapest paid early, one with dᵢ &lt; r late. Where that leaves a choice: as far as possible in years of loss and no more than the loss, then early, then
/// by the first payer (weights of 1e-6, 1e-7 and 1e-8 of the cost). Where no payments do, the limits give way by the smallest sum of euros, then at the least cost (a weight of 1e-4). Parties whose case is not known get nothing and are named; the outcome holds for the others.
/// Public parties need not be whole. Amounts have the digits of the program (CBC's file has eight) and are then raised to make parties whole exactly, so that a limit may be passed by that much. Cost: one or two linear programmes of payers · parties · years variables; docs/methods/stacks-and-fair-deal.md.
/// </remarks>
public static class FairDeals
{
    /// <summary>The deal for a plan.</summary>
    /// <param name="plan">The plan, with the schemes taken up.</param>
    /// <param name="terms">Who may pay, and how far.</param>
    /// <param name="program">Solves the linear programmes.</param>
    /// <param name="limits">Time for all of them.</param>
    /// <param name="cancellation">Stops it; throws.</param>
    /// <exception cref="ArgumentException">A payer is not there, is there twice, or does not spend public money; a limit is below 0.</exception>
    public static FairDeal Of(BusinessCase plan, FairDealTerms terms, IMixedIntegerSolver program, SolveLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(limits);
        cancellation.ThrowIfCancellationRequested();
        Check(plan, terms);
        int[] notKnown = [.. Needy(plan).Where(party => plan.Parties[party].NotKnownFrom is not null)];
        var model = new FairDealModel(plan, terms, [.. Needy(plan).Except(notKnown)]);
        if (model.IsFulfilled) return Deal(SolveOutcome.Optimal, [], []);
        if (terms.Payers.Count == 0) return Deal(SolveOutcome.Infeasible, [], [new(FairDealLimitKind.NoPayer, -1, -1, 0, 1)]);
        var time = new TimeLeft(limits with { RatioGap = 0 });
        var (outcome, payments, relax) = model.Solve(program, time, isElastic: false, cancellation);
        if (outcome == SolveOutcome.Infeasible) (_, payments, relax) = model.Solve(program, time, isElastic: true, cancellation);
        return Deal(outcome, payments, relax);

        FairDeal Deal(SolveOutcome outcome, IReadOnlyList<ExtraPayment>? payments, IReadOnlyList<FairDealLimit> relax) => new()
        {
            Outcome = outcome,
            Payments = payments ?? [],
            ExtraPublic = payments is null ? double.NaN : payments.Sum(payment => payment.Euros * Math.Pow(1 + plan.Inputs.Setting.DiscountRate, -payment.Year)),
            Relax = relax,
            NotKnown = notKnown,
        };
    }

    // Given parties that are to be whole.
    private static IEnumerable<int> Needy(BusinessCase plan) => Enumerable.Range(0, plan.Inputs.GivenParties.Count).Where(party => !plan.Inputs.Parties[party].Kind.SpendsPublicMoney());

    private static void Check(BusinessCase plan, FairDealTerms terms)
    {
        foreach (var payer in terms.Payers)
        {
            if (payer.Party < 0 || payer.Party >= plan.Parties.Count) throw new ArgumentException($"There is no party {payer.Party} to pay.", nameof(terms));
            var party = plan.Inputs.Parties[payer.Party];
            if (!party.Kind.SpendsPublicMoney()) throw new ArgumentException($"Extra payments come from public money; {party.Id} is {party.Kind}.", nameof(terms));
            if (terms.Payers.Count(other => other.Party == payer.Party) > 1) throw new ArgumentException($"The payer {party.Id} is there twice.", nameof(terms));
            if (!(payer.BudgetPerYear is null or >= 0) || !(payer.BudgetTotal is null or >= 0)) throw new ArgumentException($"The budget of {party.Id} is 0 or more.", nameof(terms));
        }

        if (!(terms.MostPerParty is null or >= 0)) throw new ArgumentException("The most that one party gets is 0 or more.", nameof(terms));
    }
}
