namespace Bocage.Planning;

/// <summary>The best stack of one party, the next best, and why the other schemes are not in it.</summary>
public sealed record StackChoice
{
    /// <summary>Index of the party.</summary>
    public required int Party { get; init; }

    /// <summary>The lawful stack of the greatest value; empty when no scheme pays.</summary>
    public required Stack Best { get; init; }

    /// <summary>The best lawful stack that is another: it takes up other schemes, or the same in other variants. Null when there is none.</summary>
    public Stack? RunnerUp { get; init; }

    /// <summary>Why each scheme that is not in the best stack is not, one for each measure that it could have been for; in the order of schemes.</summary>
    public required IReadOnlyList<SchemeRefusal> Refusals { get; init; }

    /// <summary>Whether nothing better exists: false only when the search was stopped.</summary>
    public required bool IsProven { get; init; }
}
