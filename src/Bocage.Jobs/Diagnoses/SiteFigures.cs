using Bocage.Formats;
using Bocage.Landscapes;
using NetTopologySuite.Geometries;

namespace Bocage.Jobs.Diagnoses;

/// <summary>The figures of one protected site.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its shape in the map's reference system.</param>
/// <param name="AreaHa">Size of the whole shape, ha.</param>
/// <param name="OnMapShare">Share of it that the map has land cover for, 0–1.</param>
/// <param name="HaByClass">Hectares of each class, by cell centres.</param>
/// <param name="Species">Habitat and importance inside, per species.</param>
/// <param name="Pressures">The pressures, in the order of the request.</param>
public sealed record SiteFigures(
    string Name, Geometry Shape, double AreaHa, double OnMapShare, IReadOnlyDictionary<int, double> HaByClass, IReadOnlyList<SiteHabitat> Species, IReadOnlyList<PressureFigures> Pressures)
{
    // Less than this of a site is rounding, not land on the map.
    private const double LeastShare = 1e-9;

    internal static SiteFigures Of(Site site, LandCover map, IReadOnlyList<SpeciesDiagnosis> species, IReadOnlyList<PressureFigures> pressures)
    {
        var zone = ZoneGeometry.ToZone(site.Shape);
        var coverage = ZoneCoverage.Of(map.Grid, zone);
        var known = coverage.AreaHa - ZonalStatistics.Classes(coverage, map).NoDataHa;
        if (known < LeastShare * site.AreaHa) known = 0;
        var byClass = ZonalStatistics.Classes(ZoneCoverage.ByCentre(map.Grid, zone), map).HaByCode;
        return new(site.Name, site.Shape, site.AreaHa, known / site.AreaHa, byClass, [.. species.Select(network => SiteHabitat.Of(network, coverage))], pressures);
    }
}
