namespace Bocage.Planning;

/// <summary>What a measure acts on, as in the Dutch nitrogen rules.</summary>
/// <remarks>Only a source measure lowers what rains down: restoring a site, or keeping it going, does not make the air cleaner.</remarks>
public enum MeasureKind
{
    /// <summary>Lowers a pressure where it arises: a source measure (bronmaatregel).</summary>
    Source,

    /// <summary>Restores how the landscape works, for good: a system measure (systeemmaatregel).</summary>
    System,

    /// <summary>Treats effects until the cause is gone, and must be repeated: a bridging measure (overbruggingsmaatregel).</summary>
    Bridging,
}
