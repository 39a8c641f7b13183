using Bocage.Formats;
using Bocage.Landscapes;
using NetTopologySuite.Operation.Union;

namespace Bocage.Jobs.Diagnoses;

/// <summary>How the networks and the pressures lie over the protected sites.</summary>
public sealed class SiteOverlay
{
    private SiteOverlay(IReadOnlyList<SiteFigures> all, IReadOnlyList<NetworkProtection> protection, bool overlap)
    {
        All = all;
        Protection = protection;
        Overlap = overlap;
    }

    /// <summary>How much of each network is protected, in the order of the species.</summary>
    public IReadOnlyList<NetworkProtection> Protection { get; }

    /// <summary>All sites, in the order of the file.</summary>
    public IReadOnlyList<SiteFigures> All { get; }

    /// <summary>The sites that the map covers, at least in part, by name.</summary>
    public IReadOnlyList<SiteFigures> OnMap => [.. All.Where(site => site.OnMapShare > 0).OrderBy(site => site.Name, StringComparer.Ordinal)];

    /// <summary>The sites outside the map.</summary>
    public IReadOnlyList<SiteFigures> OffMap => [.. All.Where(site => site.OnMapShare == 0)];

    /// <summary>Whether some land lies in several sites.</summary>
    public bool Overlap { get; }

    internal static SiteOverlay Of(IReadOnlyList<Site> sites, LandCover map, IReadOnlyList<SpeciesDiagnosis> species, IReadOnlyList<PressureLayer> pressures, CancellationToken cancellation)
    {
        var union = UnaryUnionOp.Union(sites.Select(site => site.Shape).ToArray());
        var covered = ZoneCoverage.Of(map.Grid, ZoneGeometry.ToZone(union));
        var figures = new SiteFigures[sites.Count];
        for (var k = 0; k < figures.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            figures[k] = SiteFigures.Of(sites[k], map, species, [.. pressures.Select(pressure => PressureFigures.Of(pressure, k))]);
        }

        return new(figures, [.. species.Select(network => NetworkProtection.Of(network, covered))], sites.Sum(site => site.Shape.Area) > union.Area * (1 + 1e-6));
    }
}
