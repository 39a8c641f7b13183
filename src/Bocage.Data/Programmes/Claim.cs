using Bocage.Formats;
using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>What a source, or several that agree, say a figure is.</summary>
public sealed record Claim
{
    /// <summary>The number, in the figure's unit; the lower end where a range was given.</summary>
    public required double Value { get; init; }

    /// <summary>The upper end of a range.</summary>
    public double? UpTo { get; init; }

    /// <summary>How sharply it was stated.</summary>
    public required Precision Precision { get; init; }

    /// <summary>The year it holds for.</summary>
    public int? Year { get; init; }

    /// <summary>Ids of the sources that say so, one or more.</summary>
    public required ValueList<string> Sources { get; init; }

    /// <summary>How much the editors trust it.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>What must be known to read it.</summary>
    public LocalizedText? Note { get; init; }

    /// <summary>The least it can be by this claim: 0 where only an upper end is known.</summary>
    public double Low => Precision == Precision.AtMost ? 0 : Value;

    /// <summary>The most it can be by this claim: ∞ where only a lower end is known.</summary>
    public double High => Precision is Precision.AtLeast or Precision.MoreThan ? double.PositiveInfinity : UpTo ?? Value;
}
