using System.Text.Json.Serialization;
using Bocage.Formats;
using Bocage.Jobs.Runs;

namespace Bocage.Jobs.Diagnoses;

/// <summary>What a diagnosis is asked to do: files and typed parameters. Written to run.json, from which it can be run again.</summary>
public sealed record DiagnosisRequest : IRunRequest<DiagnosisRequest>
{
    /// <inheritdoc/>
    public static string Kind => "diagnosis";

    /// <summary>The land-cover map.</summary>
    public required string Map { get; init; }

    /// <summary>What the report calls the map; null for its file name.</summary>
    public string? MapName { get; init; }

    /// <summary>Codes of the classes that are habitat; empty to use those of the species profiles.</summary>
    public IReadOnlyList<int> Habitat { get; init; } = [];

    /// <summary>Species profiles, one or more.</summary>
    public required IReadOnlyList<string> Species { get; init; }

    /// <summary>Names of the classes (CSV with value and class_en, class_nl …), or null.</summary>
    public string? Legend { get; init; }

    /// <summary>A resistance raster on the grid of the map, used for every species instead of its table; or null.</summary>
    public string? Resistance { get; init; }

    /// <summary>Protected sites, or null.</summary>
    public LayerSource? Sites { get; init; }

    /// <summary>Polygons whose names say where things are (municipalities, for instance), or null.</summary>
    public LayerSource? Places { get; init; }

    /// <summary>Pressure rasters.</summary>
    public IReadOnlyList<PressureSource> Pressures { get; init; } = [];

    /// <summary>The metric system to reproject the map to, or null to keep its own.</summary>
    public string? Crs { get; init; }

    /// <summary>Cell size in metres after reprojection, or null for what the map has.</summary>
    public double? CellSizeM { get; init; }

    /// <summary>The reference system that inputs are in which do not say it (or name no datum), or null to refuse those.</summary>
    public string? AssumeCrs { get; init; }

    /// <summary>The part of the map to diagnose, in its coordinates (after reprojection); null for all of it.</summary>
    public MapWindow? Window { get; init; }

    /// <summary>Language of the report.</summary>
    public string Language { get; init; } = "en";

    /// <summary>How many gaps, links and patches the report lists.</summary>
    public int Top { get; init; } = 10;

    /// <inheritdoc/>
    [JsonIgnore]
    public long? Seed => null;

    /// <inheritdoc/>
    public DiagnosisRequest WithFullPaths() => this with
    {
        Map = Path.GetFullPath(Map),
        Species = [.. Species.Select(Path.GetFullPath)],
        Legend = Legend is null ? null : Path.GetFullPath(Legend),
        Resistance = Resistance is null ? null : Path.GetFullPath(Resistance),
        Sites = Sites is null ? null : Sites with { Path = Path.GetFullPath(Sites.Path) },
        Places = Places is null ? null : Places with { Path = Path.GetFullPath(Places.Path) },
        Pressures = [.. Pressures.Select(pressure => pressure with { Path = Path.GetFullPath(pressure.Path) })],
    };

    /// <summary>Every input file with what it is used as, in a fixed order; the files that belong to one (a shapefile's table, a raster's header) follow it.</summary>
    public IEnumerable<(string Role, string Path)> Inputs(CancellationToken cancellation)
    {
        foreach (var (role, path) in NamedInputs())
        {
            var files = role switch
            {
                "map" or "resistance" or "pressure" => RasterFile.Inspect(path, cancellation).Files,
                "sites" or "places" => VectorFile.FilesOf(path),
                _ => [],
            };
            yield return (role, path);
            foreach (var file in files.Where(file => Path.GetFullPath(file) != Path.GetFullPath(path)).Order(StringComparer.Ordinal)) yield return (role, file);
        }
    }

    private IEnumerable<(string Role, string Path)> NamedInputs()
    {
        yield return ("map", Map);
        foreach (var species in Species) yield return ("species", species);
        if (Legend is not null) yield return ("legend", Legend);
        if (Resistance is not null) yield return ("resistance", Resistance);
        if (Sites is not null) yield return ("sites", Sites.Path);
        foreach (var pressure in Pressures) yield return ("pressure", pressure.Path);
        if (Places is not null) yield return ("places", Places.Path);
    }
}

/// <summary>A layer of a vector file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Layer">The layer; null when the file has only one.</param>
/// <param name="NameField">The field that holds the name; null to look for a usual one.</param>
public sealed record LayerSource(string Path, string? Layer = null, string? NameField = null);

/// <summary>A raster of a pressure, and the limits between its classes.</summary>
/// <param name="Name">What it is, with its unit: "Nitrogen deposition (kg N/ha/yr)".</param>
/// <param name="Path">The file.</param>
/// <param name="Thresholds">Limits between classes, from low to high; may be empty.</param>
public sealed record PressureSource(string Name, string Path, IReadOnlyList<double> Thresholds);
