namespace Bocage.Planning;

/// <summary>How well it is known that something holds.</summary>
public enum Evidence
{
    /// <summary>An expert or an administration says so; no study was seen.</summary>
    Expert,

    /// <summary>Few studies, or from elsewhere.</summary>
    Weak,

    /// <summary>Several studies that mostly agree.</summary>
    Moderate,

    /// <summary>Many studies in landscapes like these.</summary>
    Strong,
}
