namespace Bocage.Formats;

/// <summary>How much its author trusts a figure or a profile.</summary>
public enum Confidence
{
    /// <summary>An assumption; use it to explore.</summary>
    Low,

    /// <summary>Expert judgement that was discussed, or figures from elsewhere.</summary>
    Medium,

    /// <summary>Measured in a landscape like this one.</summary>
    High,
}
