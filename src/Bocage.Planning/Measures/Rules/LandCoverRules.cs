namespace Bocage.Planning;

/// <summary>A rule on the land cover of the place, in kinds.</summary>
/// <param name="Kinds">The kinds; at least one.</param>
public abstract record LandCoverRule(IReadOnlyList<LandCoverKind> Kinds) : ApplicabilityRule
{
    /// <summary>Whether the measure can be carried out on cells of a code: true, false, or null when the map does not tell.</summary>
    internal abstract bool? Allows(int code, LandCoverKindMap map);

    internal override IEnumerable<(string Name, ReasonValue Value)> Values(PlaceFacts facts)
    {
        var (certain, possible) = facts.ShareOf(Kinds);
        yield return ("kinds", ReasonValue.Of(Kinds));
        yield return ("certain", ReasonValue.Of(certain, ReasonUnit.Share));
        yield return ("possible", ReasonValue.Of(possible, ReasonUnit.Share));
    }
}

/// <summary>The place must be of some kinds for at least a share; the measure is carried out on that part.</summary>
/// <param name="Kinds">The kinds; at least one.</param>
/// <param name="MinimumShare">Least share of the place that is of these kinds together, above 0 and at most 1.</param>
public sealed record LandCoverRequired(IReadOnlyList<LandCoverKind> Kinds, double MinimumShare) : LandCoverRule(Kinds)
{
    // Shares are sums of cell shares: what rounding eats is no reason to refuse a place that is wholly of a kind.
    internal const double Slack = 1e-9;

    /// <inheritdoc/>
    public override string Key => "land_cover";

    internal override bool? Allows(int code, LandCoverKindMap map) => map.IsAny(code, Kinds);

    internal override bool? IsKept(PlaceFacts facts)
    {
        var (certain, possible) = facts.ShareOf(Kinds);
        return certain >= MinimumShare - Slack ? true : possible < MinimumShare - Slack ? false : null;
    }

    internal override IEnumerable<(string Name, ReasonValue Value)> Values(PlaceFacts facts) =>
        [.. base.Values(facts), ("minimum", ReasonValue.Of(MinimumShare, ReasonUnit.Share))];
}

/// <summary>The place must not be of some kinds for more than a share; the measure is not carried out on that part.</summary>
/// <param name="Kinds">The kinds; at least one.</param>
/// <param name="MaximumShare">Largest share of the place that may be of these kinds together, from 0 to below 1.</param>
public sealed record LandCoverExcluded(IReadOnlyList<LandCoverKind> Kinds, double MaximumShare) : LandCoverRule(Kinds)
{
    /// <inheritdoc/>
    public override string Key => "land_cover_excluded";

    internal override bool? Allows(int code, LandCoverKindMap map) => !map.IsAny(code, Kinds);

    internal override bool? IsKept(PlaceFacts facts)
    {
        var (certain, possible) = facts.ShareOf(Kinds);
        return possible <= MaximumShare + LandCoverRequired.Slack ? true : certain > MaximumShare + LandCoverRequired.Slack ? false : null;
    }

    internal override IEnumerable<(string Name, ReasonValue Value)> Values(PlaceFacts facts) =>
        [.. base.Values(facts), ("maximum", ReasonValue.Of(MaximumShare, ReasonUnit.Share))];
}
