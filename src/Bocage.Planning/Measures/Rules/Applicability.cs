namespace Bocage.Planning;

/// <summary>Whether a measure can be carried out in a place. The larger is the worse.</summary>
public enum Applicability
{
    /// <summary>It can.</summary>
    Applicable,

    /// <summary>Something must change first, or must be found out.</summary>
    NotYet,

    /// <summary>It cannot.</summary>
    Never,
}
