namespace Bocage.Landscapes;

/// <summary>What a landscape metric describes.</summary>
public enum MetricLevel
{
    /// <summary>One patch.</summary>
    Patch,

    /// <summary>All patches of one land-cover class.</summary>
    Class,

    /// <summary>The whole map.</summary>
    Landscape,
}
