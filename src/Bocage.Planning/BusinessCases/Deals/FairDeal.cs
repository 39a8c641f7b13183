namespace Bocage.Planning;

/// <summary>The smallest extra public payment that makes every party at least whole, and to whom it goes.</summary>
public sealed record FairDeal
{
    /// <summary>Optimal; infeasible when no payment within the limits does it; stopped when the program gave none in time. It holds for all parties but those of <see cref="NotKnown"/>.</summary>
    public required SolveOutcome Outcome { get; init; }

    /// <summary>The extra payments; when infeasible, those that come nearest.</summary>
    public required IReadOnlyList<ExtraPayment> Payments { get; init; }

    /// <summary>Their present value at the discount rate of the case, €, without what parties of <see cref="NotKnown"/> may lack; NaN when the program gave none.</summary>
    public required double ExtraPublic { get; init; }

    /// <summary>When infeasible: the limits that bind, and what they would have to be.</summary>
    public required IReadOnlyList<FairDealLimit> Relax { get; init; }

    /// <summary>Indices of the parties whose case is not known, and that the deal therefore says nothing of.</summary>
    public required IReadOnlyList<int> NotKnown { get; init; }
}

/// <summary>A payment on top of what schemes pay.</summary>
/// <param name="From">Index of the party that pays.</param>
/// <param name="To">Index of the party that gets it.</param>
/// <param name="Year">0 is the first year of the case.</param>
/// <param name="Euros">€, above 0.</param>
public readonly record struct ExtraPayment(int From, int To, int Year, double Euros);

/// <summary>A limit that must give way for a deal to exist.</summary>
/// <param name="Kind">Which limit.</param>
/// <param name="Payer">Index of the party whose budget it is; −1 where it is nobody's.</param>
/// <param name="Year">The year whose budget it is, 0 the first of the case; −1 where it holds for all.</param>
/// <param name="Given">The limit as it is, €; for <see cref="FairDealLimitKind.NoPayer"/> the number of payers.</param>
/// <param name="Needed">What it would have to be, together with the others of the answer.</param>
public sealed record FairDealLimit(FairDealLimitKind Kind, int Payer, int Year, double Given, double Needed);

/// <summary>A limit of a fair deal.</summary>
public enum FairDealLimitKind
{
    /// <summary>What a payer can pay extra in a year.</summary>
    YearlyBudget,

    /// <summary>What a payer can pay extra in all.</summary>
    TotalBudget,

    /// <summary>What one party may get.</summary>
    MostPerParty,

    /// <summary>Nobody may pay.</summary>
    NoPayer,
}
