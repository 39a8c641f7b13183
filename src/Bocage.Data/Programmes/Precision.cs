namespace Bocage.Data.Programmes;

/// <summary>How sharply a figure was stated.</summary>
public enum Precision
{
    /// <summary>As a plain number.</summary>
    Stated,

    /// <summary>As "about", "nearly" or "just over".</summary>
    About,

    /// <summary>As "at least" or "n or more".</summary>
    AtLeast,

    /// <summary>As "up to".</summary>
    AtMost,

    /// <summary>As "more than".</summary>
    MoreThan,
}
