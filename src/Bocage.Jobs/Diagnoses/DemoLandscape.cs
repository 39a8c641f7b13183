using Bocage.Formats;
using Bocage.Landscapes;
using NetTopologySuite.Geometries;

namespace Bocage.Jobs.Diagnoses;

/// <summary>A polder that does not exist, as files that a user could have brought: map, legend, reserve and species profiles.</summary>
public static class DemoLandscape
{
    private const int HeathAndBog = 10;

    /// <summary>Writes the files into a folder, and says how to diagnose them.</summary>
    /// <param name="folder">Where to write.</param>
    /// <param name="profiles">Folder with the species profiles of the polder; they are copied, so that the user can change them.</param>
    /// <param name="seed">Another number makes another polder.</param>
    /// <param name="language">Language of the report and of the names in the map.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static DiagnosisRequest Write(string folder, string profiles, long seed, string language, CancellationToken cancellation)
    {
        using var output = new Runs.OutputFolder(folder);
        var map = PolderLandscape.Create(seed, new Grid(1200, 800, 10, 10, 120_000, 438_000, "EPSG:28992"), cancellation: cancellation);
        RasterFile.WriteGeoTiff(output.File("polder.tif"), map, PolderLandscape.Legend, language, cancellation);
        LegendTable.Write(output.File("polder-legend.csv"), PolderLandscape.Legend);
        GeoPackageFile.Write(output.File("polder-reserve.gpkg"), map.Grid.Crs, [Reserve(map)], cancellation: cancellation);
        // The ground mammal first: its network has the most to show.
        var species = Directory.EnumerateFiles(profiles, "*.yaml").OrderDescending(StringComparer.Ordinal).Select(Path.GetFileName).ToArray();
        foreach (var profile in species) File.Copy(Path.Combine(profiles, profile!), output.File(profile!));
        output.Publish();
        return new()
        {
            Map = Path.Combine(folder, "polder.tif"),
            Species = [.. species.Select(profile => Path.Combine(folder, profile!))],
            Legend = Path.Combine(folder, "polder-legend.csv"),
            Sites = new(Path.Combine(folder, "polder-reserve.gpkg")),
            Language = language,
        };
    }

    // Every polder has heath and bog (the tests look at many seeds); the reserve is the country around its largest piece, with the woods and pools between.
    private static GeoPackageLayer Reserve(LandCover map)
    {
        var patches = PatchDelineation.Of(map.Habitat([HeathAndBog]));
        var largest = patches.Patches.MaxBy(patch => patch.AreaHa)!;
        var shape = NetworkFile.MultiPolygonOf(PatchOutlines.Of(patches)[largest.Id - 1]).ConvexHull();
        return new("reserve", "Nature reserve of the demo polder", OgcGeometryType.Polygon, [new("name", FieldType.Text)], [new(shape, ["De Zwarte Moer"])]);
    }
}
