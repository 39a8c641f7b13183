namespace Bocage.Planning;

/// <summary>A figure or word in a reason, with how people write it. Exactly one of the parts is there.</summary>
public sealed record ReasonValue
{
    private ReasonValue()
    {
    }

    /// <summary>A number.</summary>
    public double? Number { get; private init; }

    /// <summary>From the first to the second number; one of them may be null, for "at least" and "at most".</summary>
    public (double? Minimum, double? Maximum)? Range { get; private init; }

    /// <summary>Words as they came.</summary>
    public IReadOnlyList<string>? Words { get; private init; }

    /// <summary>Kinds of land cover.</summary>
    public IReadOnlyList<LandCoverKind>? Kinds { get; private init; }

    /// <summary>The unit of the number or range.</summary>
    public ReasonUnit Unit { get; private init; }

    /// <summary>A number in a unit.</summary>
    public static ReasonValue Of(double number, ReasonUnit unit) => new() { Number = number, Unit = unit };

    /// <summary>A range in a unit.</summary>
    public static ReasonValue Of(double? minimum, double? maximum, ReasonUnit unit) => new() { Range = (minimum, maximum), Unit = unit };

    /// <summary>Words.</summary>
    public static ReasonValue Of(params IReadOnlyList<string> words) => new() { Words = words };

    /// <summary>Kinds of land cover.</summary>
    public static ReasonValue Of(IReadOnlyList<LandCoverKind> kinds) => new() { Kinds = kinds };
}
