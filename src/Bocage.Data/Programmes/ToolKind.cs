namespace Bocage.Data.Programmes;

/// <summary>What an item of a toolbox is.</summary>
public enum ToolKind
{
    /// <summary>A theme that others are sorted under.</summary>
    Theme,

    /// <summary>A way of working.</summary>
    Method,

    /// <summary>A list of things to measure or to meet, kept by somebody else.</summary>
    Framework,

    /// <summary>A way of earning with nature.</summary>
    Reward,

    /// <summary>Something worth knowing.</summary>
    Background,
}
