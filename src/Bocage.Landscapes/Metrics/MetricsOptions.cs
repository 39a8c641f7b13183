namespace Bocage.Landscapes;

/// <summary>Choices on which landscape metrics depend; the defaults are those of the FRAGSTATS tables that we check against.</summary>
public sealed record MetricsOptions
{
    private readonly Neighbourhood neighbourhood = Neighbourhood.Queen;
    private readonly double? edgeDepthM;

    /// <summary>Which cells of a class belong to the same patch: those that touch by a side or corner (Queen, the default), or by a side (Rook).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Neither Rook nor Queen.</exception>
    public Neighbourhood Neighbourhood
    {
        get => neighbourhood;
        init => neighbourhood = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A neighbourhood is Rook (4) or Queen (8).");
    }

    /// <summary>
    /// How far the influence of an edge reaches into a patch, in metres, from cell centre to cell centre.
    /// Null (the default) is one cell: a cell is core when the four cells that share a side with it have its class.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, infinite or NaN.</exception>
    public double? EdgeDepthM
    {
        get => edgeDepthM;
        init => edgeDepthM = value is null || (value >= 0 && double.IsFinite(value.Value))
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "An edge depth is a finite number of metres, 0 or more.");
    }

    /// <summary>
    /// Whether the outline of the map and of its holes without data counts as edge in TE and ED; false by default, as we do not know what lies beyond.
    /// (PERIM, SHAPE, LSI, PLADJ and core area always see the outline, as in FRAGSTATS.)
    /// </summary>
    public bool CountBoundaryAsEdge { get; init; }
}
