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
    public required IReadOnlyList<LimitToRelax> Relax { get; init; }

    /// <summary>Indices of the parties whose case is not known, and that the deal therefore says nothing of.</summary>
    public required IReadOnlyList<int> NotKnown { get; init; }
}

/// <summary>A payment on top of what schemes pay.</summary>
/// <param name="From">Index of the party that pays.</param>
/// <param name="To">Index of the party that gets it.</param>
/// <param name="Year">0 is the first year of the case.</param>
/// <param name="Euros">€, above 0.</param>
public readonly record struct ExtraPayment(int From, int To, int Year, double Euros);
