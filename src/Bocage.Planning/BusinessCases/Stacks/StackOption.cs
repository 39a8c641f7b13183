namespace Bocage.Planning;

/// <summary>A use of a scheme that is possible by itself, with what it pays before anything is cut.</summary>
internal sealed record StackOption
{
    /// <summary>Who, for what, in which variant.</summary>
    public required SchemeUse Use { get; init; }

    /// <summary>Present value of the payments at the discount rate of the party, €.</summary>
    public required double Value { get; init; }

    /// <summary>What the payer spends by year, €: payments to the party; what the party pays back gives no room to spend.</summary>
    public required double[] Spent { get; init; }

    /// <summary>Public money that it brings to the cost of its measure over the years of the case, not discounted, €; 0 for a payer whose money is not public, for credit, and for a scheme that pays the party as a whole.</summary>
    public required double PublicMoney { get; init; }

    /// <summary>The most that public money may be over the years of the case, €, by the share of the scheme; ∞ for no limit.</summary>
    public required double PublicRoom { get; init; }

    /// <summary>The share of that limit; ∞ for none.</summary>
    public required double PublicShare { get; init; }

    /// <summary>Whether its payments can be cut.</summary>
    public bool CanBeCut => !double.IsPositiveInfinity(PublicShare);

    /// <summary>The hectares that no other such scheme may pay for; 0 for a scheme without that rule, and for one that pays the party as a whole.</summary>
    public required double Hectares { get; init; }
}
