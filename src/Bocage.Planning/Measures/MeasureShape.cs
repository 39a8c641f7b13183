namespace Bocage.Planning;

/// <summary>What a measure is laid out as.</summary>
public enum MeasureShape
{
    /// <summary>On a piece of land: a grassland, a wood.</summary>
    Area,

    /// <summary>Along a line: a hedge, a bank. Needs a place with a length.</summary>
    Line,

    /// <summary>At a spot in a place: a passage, a hotel for bees. One per place.</summary>
    Point,
}
