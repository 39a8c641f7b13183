using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>A set of indicators with the points that a farm gets for each.</summary>
public sealed record Scorecard
{
    /// <summary>Its name for files.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Its indicators, at least one, in order.</summary>
    public required IReadOnlyList<Kpi> Kpis { get; init; }

    /// <summary>Where it comes from.</summary>
    public IReadOnlyList<MeasureSource> Sources { get; init; } = [];

    /// <summary>The most points there are.</summary>
    public double MostPoints => Kpis.Sum(kpi => kpi.Steps[^1].Points);

    /// <summary>The points of a farm.</summary>
    /// <param name="values">Value by KPI; one that is absent or NaN is not known. Null when none is.</param>
    public Score ScoreOf(IReadOnlyDictionary<string, double>? values) => new([.. Kpis.Select(kpi => new KpiScore(kpi, values is not null && values.TryGetValue(kpi.Id, out var value) && !double.IsNaN(value) ? value : null))]);
}

/// <summary>What a farm scored on a scorecard.</summary>
/// <param name="Kpis">Score by KPI, in the order of the scorecard.</param>
public sealed record Score(IReadOnlyList<KpiScore> Kpis)
{
    /// <summary>Points if every value that is missing brings none.</summary>
    public double LeastPoints => Kpis.Sum(kpi => kpi.Points ?? 0);

    /// <summary>Points if every value that is missing brings all.</summary>
    public double MostPoints => Kpis.Sum(kpi => kpi.Points ?? kpi.Kpi.Steps[^1].Points);

    /// <summary>Points; null when a value is missing.</summary>
    public double? Points => Kpis.Any(kpi => kpi.Points is null) ? null : LeastPoints;

    /// <summary>What a payment would be more each year if one KPI went one step up and all others stayed; null at the top, or where it is not known.</summary>
    public double? NextStepPays(int kpi, KpiPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        if (Points is not { } points || Kpis[kpi].Next is not { } next) return null;
        return payment.EurosFor(points - Kpis[kpi].Points!.Value + next.Points) - payment.EurosFor(points);
    }
}

/// <summary>What a farm scored on one KPI.</summary>
/// <param name="Kpi">The KPI.</param>
/// <param name="Value">Its value; null when it is not known.</param>
public sealed record KpiScore(Kpi Kpi, double? Value)
{
    /// <summary>Its points; null when the value is not known.</summary>
    public double? Points => Value is { } value ? Kpi.PointsOf(value) : null;

    /// <summary>The next step up; null at the top, or when the value is not known.</summary>
    public KpiStep? Next => Value is { } value ? Kpi.Steps.FirstOrDefault(step => !Kpi.Reaches(value, step)) : null;
}
