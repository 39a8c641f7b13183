namespace Bocage.Planning;

/// <summary>Why a scheme is not in the stack of a party.</summary>
/// <param name="Use">The use that was refused.</param>
/// <param name="Kind">Why.</param>
public sealed record SchemeRefusal(SchemeUse Use, SchemeRefusalKind Kind)
{
    /// <summary>What it is about: a fact, a result, an amount, a unit; null where there is nothing to name.</summary>
    public string? What { get; init; }

    /// <summary>Index of the scheme that it does not go with, or that it needs; −1 for none.</summary>
    public int Other { get; init; } = -1;

    /// <summary>What was asked for, or the limit; NaN where there is none.</summary>
    public double Limit { get; init; } = double.NaN;

    /// <summary>What there is; NaN where it is not known.</summary>
    public double Given { get; init; } = double.NaN;
}

/// <summary>Why a scheme is not in a stack.</summary>
public enum SchemeRefusalKind
{
    /// <summary>It does not pay for this measure, or for none of the party's.</summary>
    OtherMeasure,

    /// <summary>It is not for this kind of party.</summary>
    OtherParty,

    /// <summary>It is on offer elsewhere.</summary>
    OtherPlace,

    /// <summary>One cannot join yet, or no longer.</summary>
    Closed,

    /// <summary>There is too little of the measure.</summary>
    TooSmall,

    /// <summary>A fact lies outside its limits.</summary>
    FactOutside,

    /// <summary>A fact, a quantity or a cost that it goes by is not known.</summary>
    NotKnown,

    /// <summary>The measure does not have the result that it pays for.</summary>
    NoResult,

    /// <summary>The party does not give the amount that it pays for.</summary>
    NoAmount,

    /// <summary>The party has no loan.</summary>
    NoLoan,

    /// <summary>The payer's budget does not reach.</summary>
    Budget,

    /// <summary>It does not go with a scheme of the stack.</summary>
    Excluded,

    /// <summary>It needs a scheme that is not in the stack.</summary>
    Requires,

    /// <summary>Public money already pays for it.</summary>
    OtherPublicMoney,

    /// <summary>Public money already pays all that it may.</summary>
    PublicShare,

    /// <summary>The hectares are already paid for.</summary>
    SameHectare,

    /// <summary>The result is already sold.</summary>
    SameResult,

    /// <summary>It would go, but another variant or another stack is worth more.</summary>
    WorthLess,

    /// <summary>It would cost the party money.</summary>
    CostsMoney,
}
