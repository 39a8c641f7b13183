namespace Bocage.Planning;

/// <summary>The time of the year that a groundwater level is of.</summary>
public enum GroundwaterSeason
{
    /// <summary>The mean over the year, or whatever the file calls the groundwater level.</summary>
    Mean,

    /// <summary>The mean highest level, in winter.</summary>
    Winter,

    /// <summary>The mean lowest level, in summer.</summary>
    Summer,
}
