using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>One indicator of a scorecard.</summary>
public sealed record Kpi
{
    /// <summary>Its name for files, unique within the scorecard.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The unit of its values.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether more is better; otherwise less is.</summary>
    public required bool IsMoreBetter { get; init; }

    /// <summary>Steps from the threshold, below which there are no points, to the target, beyond which there are no more; at least one, in order of better values, points never falling.</summary>
    public required IReadOnlyList<KpiStep> Steps { get; init; }

    /// <summary>Whether a value is at least as good as a step asks for.</summary>
    public bool Reaches(double value, KpiStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return IsMoreBetter ? value >= step.Value : value <= step.Value;
    }

    /// <summary>Points of the best step that a value reaches; 0 short of the threshold.</summary>
    public double PointsOf(double value) => Steps.LastOrDefault(step => Reaches(value, step))?.Points ?? 0;
}

/// <summary>A value from which on there are so many points.</summary>
public sealed record KpiStep(double Value, double Points);
