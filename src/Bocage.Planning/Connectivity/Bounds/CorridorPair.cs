namespace Bocage.Planning;

/// <summary>A source and a target, and the gates that can bring them closer. In a choice X that a rule allows, P_X ≤ Floor, or Floor &lt; P_X ≤ Most and the way uses none but <see cref="Gates"/>.</summary>
internal sealed class CorridorPair(int source, int target, double floor, double most, int[] gates)
{
    /// <summary>The vertex it starts at.</summary>
    public int Source => source;

    /// <summary>The vertex it ends at.</summary>
    public int Target => target;

    /// <summary>The weight of the pair in its case.</summary>
    public required double Weight { get; init; }

    /// <summary>At least the probability when nothing is chosen.</summary>
    public double Floor => floor;

    /// <summary>No allowed choice has a larger probability.</summary>
    public double Most => most;

    /// <summary>By how much the chord from <see cref="Floor"/> to <see cref="Most"/> rises for one unit of the logarithm.</summary>
    public double Slope { get; } = gates.Length > 0 ? (most - floor) / (Math.Log(most) - Math.Log(floor)) * (1 + 1e-9) : 0;

    /// <summary>The gates, in ascending order, by way of which an allowed choice may do better than <see cref="Floor"/>.</summary>
    public int[] Gates => gates;

    /// <summary>By gate, how strongly the pair asks for a share of its unit's price.</summary>
    public float[] Wants { get; } = new float[gates.Length];

    /// <summary>The constant of the plane: P_X ≤ Constant + Σ over the gates of X of Uses.</summary>
    public double Constant { get; set; } = 1;

    /// <summary>By gate, the slope of the plane.</summary>
    public float[] Uses { get; } = new float[gates.Length];

    /// <summary>Whether the best way at these prices passes a gate, and is worth its price.</summary>
    public bool[] IsOnWay { get; } = new bool[gates.Length];
}
