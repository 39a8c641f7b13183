namespace Bocage.Planning;

/// <summary>Two patches whose best path a unit makes better, from one to the other.</summary>
/// <param name="Case">Index of the case (the species).</param>
/// <param name="From">Vertex with source quality S &gt; 0.</param>
/// <param name="To">Vertex with target quality T &gt; 0.</param>
/// <param name="Before">Probability of the best path in the plan without the unit, 0–1.</param>
/// <param name="After">Probability of the best path in the plan, 0–1.</param>
/// <param name="Gain">S · T · (After − Before) with the qualities of the plan: what the pair in this direction adds to the value of the case.</param>
public readonly record struct JoinedPair(int Case, int From, int To, double Before, double After, double Gain);
