namespace Bocage.Planning;

/// <summary>Whether a planning unit may be chosen.</summary>
public enum PlanningStatus
{
    /// <summary>May be chosen or left.</summary>
    Available,

    /// <summary>Must be chosen.</summary>
    LockedIn,

    /// <summary>Must not be chosen.</summary>
    LockedOut,
}
