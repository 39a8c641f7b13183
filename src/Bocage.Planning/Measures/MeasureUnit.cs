namespace Bocage.Planning;

/// <summary>What a measure is counted and priced in.</summary>
public enum MeasureUnit
{
    /// <summary>Hectares.</summary>
    Hectare,

    /// <summary>Square metres.</summary>
    SquareMetre,

    /// <summary>Metres of length.</summary>
    Metre,

    /// <summary>Pieces.</summary>
    Piece,
}
