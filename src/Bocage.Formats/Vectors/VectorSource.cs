namespace Bocage.Formats;

/// <summary>A user's vector file, opened so that nothing is ever written beside it.</summary>
internal sealed class VectorSource : IDisposable
{
    private readonly WorkFolder folder;
    private readonly string path;
    private readonly string readable;
    private readonly Dictionary<string, string?> settings;

    private VectorSource(WorkFolder folder, string path, string readable, Dictionary<string, string?> settings, OgrSummary summary, IReadOnlyList<string> warnings)
    {
        this.folder = folder;
        this.path = path;
        this.readable = readable;
        this.settings = settings;
        Summary = summary;
        Warnings = warnings;
    }

    public OgrSummary Summary { get; }

    public IReadOnlyList<string> Warnings { get; }

    public static VectorSource Open(string path, CancellationToken cancellation)
    {
        var full = InputFile.Existing(path);
        var folder = WorkFolder.Temporary();
        try
        {
            var (readable, settings) = Untouchable(full, folder);
            var result = GdalProgram.Run("ogrinfo", ["-ro", "-so", "-al", "-nomd", readable], $"{path} cannot be read as a vector file", cancellation, settings);
            var summary = OgrSummary.Parse(result.Output);
            if (summary.Layers.Count == 0) throw new BadInputException($"{path} holds no layers.");
            var systems = summary.Layers.Select(layer => layer.Crs).Distinct().ToDictionary(crs => crs, crs => crs.Identified(cancellation));
            OgrLayer[] layers = [.. summary.Layers.Select(layer => layer with { Crs = systems[layer.Crs] })];
            return new(folder, path, readable, settings, summary with { Layers = layers }, result.Warnings);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>The file and those beside it that GDAL reads with it.</summary>
    public static IReadOnlyList<string> FilesOf(string path)
    {
        string[] alongside = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".shp" or ".dbf" => [".shp", ".shx", ".dbf", ".prj", ".cpg"],
            ".tab" => [".tab", ".dat", ".map", ".id", ".ind"],
            ".mif" => [".mif", ".mid"],
            _ => [],
        };
        var stem = Path.GetFileNameWithoutExtension(path);
        var others = alongside.Length == 0
            ? []
            : Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(path))!)
                .Where(file => Path.GetFileNameWithoutExtension(file) == stem && alongside.Contains(Path.GetExtension(file).ToLowerInvariant()) && Path.GetFileName(file) != Path.GetFileName(path));
        return [path, .. others.Order(StringComparer.Ordinal)];
    }

    /// <summary>The layer of a name, or the only one that has shapes.</summary>
    public OgrLayer Choose(string? name)
    {
        var names = string.Join(", ", Summary.Layers.Select(layer => layer.Name));
        if (name is not null) return Summary.Layers.FirstOrDefault(layer => layer.Name == name) ?? throw new BadInputException($"{path} has no layer \"{name}\"; it has {names}.");
        var shaped = Summary.Layers.Where(layer => layer.HasShapes).ToArray();
        if (shaped.Length == 1) return shaped[0];
        if (Summary.Layers.Count == 1) return Summary.Layers[0];
        throw new BadInputException($"{path} has {Summary.Layers.Count} layers; name one of them: {names}.");
    }

    public VectorLayer Read(OgrLayer layer, CrsInfo from, CrsInfo to, bool isMoved, CancellationToken cancellation)
    {
        var dump = folder.File("layer.sql");
        string[] move = isMoved ? ["-s_srs", from.Reference!, "-t_srs", to.Reference!] : [];
        string[] layout = ["-lco", "LAUNDER=NO", "-lco", "GEOMETRY_NAME=" + PgDump.ShapeColumn, "-lco", "FID=" + PgDump.FidColumn, "-lco", "CREATE_TABLE=NO", "-lco", "DROP_TABLE=NO", "-lco", "SPATIAL_INDEX=NONE"];
        string[] shape = layer.HasShapes ? ["-dim", "XY", "-nlt", MayHoldCurves(layer) ? "CONVERT_TO_LINEAR" : "GEOMETRY"] : [];
        var result = GdalProgram.Run(
            "ogr2ogr",
            ["-f", "PGDUMP", "--config", "PG_USE_COPY", "YES", .. layout, .. shape, "-unsetFieldWidth", "-preserve_fid", .. move, "-nln", "layer", dump, readable, layer.Name],
            isMoved ? $"{path} cannot be brought into {to}" : $"{path} cannot be read to its end",
            cancellation,
            settings);
        var features = PgDump.Read(dump, layer, path, cancellation);
        File.Delete(dump);
        return ShapeMender.Mend(layer, to, features, [.. Warnings, .. result.Warnings], cancellation);
    }

    public void Dispose() => folder.Dispose();

    // A plain layer may still mix single and multiple shapes, as shapefiles do; then it must not promise one type.
    private static bool MayHoldCurves(OgrLayer layer) =>
        layer.GeometryType.EndsWith("Curve Polygon", StringComparison.Ordinal)
        || !(layer.GeometryType.EndsWith("Polygon", StringComparison.Ordinal) || layer.GeometryType.EndsWith("Line String", StringComparison.Ordinal) || layer.GeometryType.EndsWith("Point", StringComparison.Ordinal));

    // Some drivers write an index or a schema beside what they read, and SQLite its journal: these get a copy.
    private static (string Path, Dictionary<string, string?> Settings) Untouchable(string full, WorkFolder folder)
    {
        var extension = Path.GetExtension(full).ToLowerInvariant();
        var isShapefile = extension == ".shp";
        var lacksIndex = isShapefile && !FilesOf(full).Any(file => Path.GetExtension(file).Equals(".shx", StringComparison.OrdinalIgnoreCase));
        if (!lacksIndex && extension is not (".gml" or ".xml") && !SqliteFile.IsTouchedByReading(full)) return (full, []);
        var copy = folder.File(Path.GetFileName(full));
        File.Copy(full, copy);
        foreach (var file in FilesOf(full).Skip(1).Concat(SqliteFile.JournalsOf(full))) File.Copy(file, folder.File(Path.GetFileName(file)));
        return (copy, lacksIndex ? new() { ["SHAPE_RESTORE_SHX"] = "YES" } : []);
    }
}
