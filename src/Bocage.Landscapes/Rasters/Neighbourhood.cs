namespace Bocage.Landscapes;

/// <summary>Which cells touch a cell.</summary>
public enum Neighbourhood
{
    /// <summary>The four that share a side (rook's case).</summary>
    Rook = 4,

    /// <summary>The eight that share a side or a corner (queen's case).</summary>
    Queen = 8,
}
