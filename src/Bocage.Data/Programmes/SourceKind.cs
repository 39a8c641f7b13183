namespace Bocage.Data.Programmes;

/// <summary>How near to the matter a source is.</summary>
public enum SourceKind
{
    /// <summary>The programme itself, or the owner of what it speaks of.</summary>
    Owner,

    /// <summary>News, a third party, somebody else's code.</summary>
    Secondary,

    /// <summary>The people who wrote the pack: general knowledge or an estimate.</summary>
    Editors,
}
