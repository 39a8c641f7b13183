namespace Bocage.Formats;

/// <summary>How to read places from a vector file.</summary>
public sealed record PlaceReadOptions
{
    /// <summary>Name of the layer; null when there is only one with shapes.</summary>
    public string? Layer { get; init; }

    /// <summary>The field that names the places; null to look for a usual one.</summary>
    public string? IdField { get; init; }

    /// <summary>The reference system of a file that does not say it.</summary>
    public string? AssumeCrs { get; init; }

    /// <summary>Width in metres of the strip along a line; needed for a file of lines.</summary>
    public double? LineWidthM { get; init; }

    /// <summary>Whether places outside the map are left out, with a note, instead of refused.</summary>
    public bool LeaveOutOutside { get; init; }
}
