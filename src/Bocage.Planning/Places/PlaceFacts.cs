using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>What a map says about a place, and how it lies to protected sites.</summary>
public sealed class PlaceFacts
{
    private PlaceFacts(Place place, LandCoverKindMap kinds, IReadOnlyDictionary<int, double> haByCode)
    {
        Place = place;
        Kinds = kinds;
        HaByCode = haByCode;
        KnownHa = haByCode.Values.Sum();
    }

    /// <summary>The place.</summary>
    public Place Place { get; }

    /// <summary>What the codes of the map can be.</summary>
    public LandCoverKindMap Kinds { get; }

    /// <summary>Hectares by code of the map, by exact shares of cells; the part outside the map or without data is in none.</summary>
    public IReadOnlyDictionary<int, double> HaByCode { get; }

    /// <summary>Hectares of which the map knows the land cover.</summary>
    public double KnownHa { get; }

    /// <summary>Metres from its edge to the nearest protected site; 0 in or at one, null when not known.</summary>
    public double? ProtectedDistanceM { get; init; }

    /// <summary>Share of it that is protected, from 0 to 1, or null when not known.</summary>
    public double? ProtectedShare { get; init; }

    /// <summary>Looks a place up on a map, by the exact share of each cell.</summary>
    /// <remarks>Cost: as <see cref="ZoneCoverage.Of"/>.</remarks>
    /// <param name="place">The place.</param>
    /// <param name="map">The map.</param>
    /// <param name="kinds">What its codes can be.</param>
    /// <param name="protectedDistanceM">Metres to the nearest protected site, or null.</param>
    /// <param name="protectedShare">Share that is protected, or null.</param>
    public static PlaceFacts Of(Place place, LandCover map, LandCoverKindMap kinds, double? protectedDistanceM = null, double? protectedShare = null)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(kinds);
        var classes = ZonalStatistics.Classes(ZoneCoverage.Of(map.Grid, place.Zone), map);
        var present = new OrderedDictionary<int, double>(classes.HaByCode.Where(pair => pair.Value > 0));
        return new(place, kinds, present) { ProtectedDistanceM = protectedDistanceM, ProtectedShare = protectedShare };
    }

    /// <summary>The facts of a place whose land cover is known from elsewhere.</summary>
    /// <param name="place">The place.</param>
    /// <param name="haByCode">Hectares by code, each above 0.</param>
    /// <param name="kinds">What the codes can be.</param>
    /// <param name="protectedDistanceM">Metres to the nearest protected site, or null.</param>
    /// <param name="protectedShare">Share that is protected, or null.</param>
    public static PlaceFacts Of(Place place, IReadOnlyDictionary<int, double> haByCode, LandCoverKindMap kinds, double? protectedDistanceM = null, double? protectedShare = null)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(haByCode);
        ArgumentNullException.ThrowIfNull(kinds);
        return new(place, kinds, haByCode) { ProtectedDistanceM = protectedDistanceM, ProtectedShare = protectedShare };
    }

    /// <summary>Share of the whole place that certainly is of some kinds, and that possibly is: with cells whose code can be of other kinds too, and with all of which nothing is known.</summary>
    public (double Certain, double Possible) ShareOf(IReadOnlyCollection<LandCoverKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        var certain = 0.0;
        var possible = Math.Max(0, Place.AreaHa - KnownHa);
        foreach (var (code, ha) in HaByCode)
        {
            var fits = Kinds.IsAny(code, kinds);
            if (fits == true) certain += ha;
            if (fits != false) possible += ha;
        }

        return (Math.Min(1, certain / Place.AreaHa), Math.Min(1, possible / Place.AreaHa));
    }
}
