namespace Bocage.Landscapes;

/// <summary>A place that could become a stepping stone: cells that would be habitat, or would be easier to cross.</summary>
/// <param name="Cells">Its cells, one or more, each once, none of them in a patch.</param>
/// <param name="Resistance">What each cell would cost to cross, above 0, in the order of the cells; NaN for a barrier.</param>
/// <param name="IsHabitat">Whether it is habitat: then it is reached at its first cell and crossed freely, and is one with what it touches. Else it must have one cell, which is crossed at its resistance.</param>
public sealed record SteppingStone(IReadOnlyList<int> Cells, IReadOnlyList<double> Resistance, bool IsHabitat);

/// <summary>What a stepping stone is linked to; distances in metres times resistance, 0 for habitat that touches.</summary>
/// <param name="Patches">Patches by id, from 1, ascending.</param>
/// <param name="Stones">Other stepping stones by place in the list, from 0, ascending; only those that stand later in the list.</param>
public sealed record SteppingStoneReach(IReadOnlyList<(int Patch, double Distance)> Patches, IReadOnlyList<(int Stone, double Distance)> Stones);
