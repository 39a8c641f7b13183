namespace Bocage.Landscapes;

/// <summary>Which cells touch a cell.</summary>
public enum Neighbourhood
{
    /// <summary>The four that share a side (rook's case).</summary>
    Rook = 4,

    /// <summary>The eight that share a side or a corner (queen's case).</summary>
    Queen = 8,
}

internal static class NeighbourhoodChecks
{
    /// <exception cref="ArgumentOutOfRangeException">The value is neither rook nor queen.</exception>
    public static void MustBeKnown(this Neighbourhood neighbourhood)
    {
        if (neighbourhood is not (Neighbourhood.Rook or Neighbourhood.Queen))
            throw new ArgumentOutOfRangeException(nameof(neighbourhood), neighbourhood, "The neighbourhood is rook (4) or queen (8).");
    }
}
