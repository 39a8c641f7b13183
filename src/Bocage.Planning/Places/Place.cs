using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Somewhere a measure could be carried out: a parcel, a hexagon, the edge of a field. What is not known of it is null.</summary>
public sealed record Place
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>A place.</summary>
    /// <param name="id">Its name, unique among the places of a plan.</param>
    /// <param name="zone">Where it lies, in map coordinates; for a line, the strip along it.</param>
    /// <param name="lengthM">Length of a line in metres, above 0; null when the place is no line.</param>
    /// <exception cref="ArgumentException">The id is empty, the zone has no area, or the length is not above 0.</exception>
    public Place(string id, Zone zone, double? lengthM = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(zone);
        AreaHa = zone.AreaHa;
        if (!(AreaHa > 0)) throw new ArgumentException(FormattableString.Invariant($"A place has an area above 0; {id} has {AreaHa} ha."), nameof(zone));
        if (lengthM is { } length && !(length > 0 && double.IsFinite(length))) throw new ArgumentException(FormattableString.Invariant($"The length of {id} is {length} m; it must be above 0, and finite."), nameof(lengthM));
        Id = id;
        Zone = zone;
        LengthM = lengthM;
    }

    /// <summary>Its name for files.</summary>
    public string Id { get; }

    /// <summary>Where it lies.</summary>
    public Zone Zone { get; }

    /// <summary>Its size in hectares; of a line, of the strip along it.</summary>
    public double AreaHa { get; }

    /// <summary>Length of a line in metres; null when the place is no line.</summary>
    public double? LengthM { get; }

    /// <summary>Its name for people, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Whose land it is, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>What the soil is, or null.</summary>
    public string? Soil { get; init; }

    /// <summary>Mean groundwater level, cm below the surface, or null.</summary>
    public double? GroundwaterCm { get; init; }

    /// <summary>Mean highest groundwater level (winter), cm below the surface, or null.</summary>
    public double? WinterGroundwaterCm { get; init; }

    /// <summary>Mean lowest groundwater level (summer), cm below the surface, or null.</summary>
    public double? SummerGroundwaterCm { get; init; }

    /// <summary>Slope in metres of height per hundred metres, or null.</summary>
    public double? SlopePercent { get; init; }

    /// <summary>Whatever else is known of it, by name; a name that is not there is not known.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = None;
}
