namespace Bocage.Planning;

/// <summary>What a number in a reason counts.</summary>
public enum ReasonUnit
{
    /// <summary>A share of one, shown as a percentage.</summary>
    Share,

    /// <summary>Hectares.</summary>
    Hectares,

    /// <summary>Metres.</summary>
    Metres,

    /// <summary>Centimetres.</summary>
    Centimetres,

    /// <summary>Metres of height per hundred metres.</summary>
    Percent,
}
