using System.CommandLine;
using Bocage.Cli.Output;
using Bocage.Formats;

namespace Bocage.Cli.Verbs;

/// <summary>What a map or layer is, or why it cannot be used.</summary>
internal static class InspectVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A raster or vector file." };
        var json = Options.Json();
        var verb = new Command("inspect", "Say what a map or layer is, or why it cannot be used.") { file, json };
        verb.SetAction((parsed, cancellation) =>
        {
            Run(parsed.GetRequiredValue(file), parsed.GetValue(json), cancellation);
            return Task.FromResult(0);
        });
        return verb;
    }

    // A file can hold both (GeoPackage); what neither way works is refused by the reason that names what it is.
    private static void Run(string file, bool json, CancellationToken cancellation)
    {
        var (raster, notRaster) = Try(() => RasterFile.Inspect(file, cancellation));
        var (vector, _) = raster is null ? Try(() => VectorFile.Inspect(file, cancellation)) : default;
        if (raster is not null) PrintRaster(raster, json, cancellation);
        else if (vector is not null) new VectorPrintout(vector).Print(json);
        else throw notRaster!;
    }

    // What a map is can be said of one that is too large to be read, and why it is.
    private static void PrintRaster(RasterInfo raster, bool json, CancellationToken cancellation)
    {
        var (_, tooLarge) = Try(() =>
        {
            MemoryGuard.Require(raster.Path, raster.Columns, raster.Rows, sizeof(double));
            return raster;
        });
        var census = tooLarge is null
            ? RasterFile.Census(raster.Path, cancellation: cancellation)
            : new RasterCensus(raster.CellCount, double.NaN, double.NaN, double.NaN, double.NaN, null);
        new RasterPrintout(raster, census, [.. raster.Warnings, .. tooLarge is null ? [] : new[] { tooLarge.Message }]).Print(json);
    }

    private static (T? Result, BadInputException? Refusal) Try<T>(Func<T> inspect)
        where T : class
    {
        try
        {
            return (inspect(), null);
        }
        catch (BadInputException refusal)
        {
            return (null, refusal);
        }
    }

    private sealed record RasterPrintout(RasterInfo Info, RasterCensus Census, IReadOnlyList<string> Warnings)
    {
        public void Print(bool json)
        {
            if (json)
            {
                Json.Print(new
                {
                    Kind = "raster",
                    Info.Path,
                    Info.Driver,
                    Info.Bytes,
                    Crs = new { Info.Crs.Code, Info.Crs.Name, Kind = Info.Crs.Kind.ToString(), Info.Crs.IsMetric },
                    Info.Columns,
                    Info.Rows,
                    Info.CellWidth,
                    Info.CellHeight,
                    Extent = new { Info.West, South, East, Info.North },
                    Info.Bands,
                    Census.NoDataShare,
                    Census.Minimum,
                    Census.Maximum,
                    Census.Mean,
                    Classes = Census.Classes?.Select(pair => new { Code = pair.Key, Cells = pair.Value }),
                    Warnings,
                });
                return;
            }

            var table = PlainTable.OfFacts();
            table.Row("kind", $"raster ({Info.Driver})");
            table.Row("reference system", Info.Crs.ToString());
            table.Row("cells", FormattableString.Invariant($"{Info.Columns} × {Info.Rows}, each {Info.CellWidth:G8} × {Info.CellHeight:G8}"));
            table.Row("extent", FormattableString.Invariant($"x {Info.West:G12} to {East:G12}, y {South:G12} to {Info.North:G12}"));
            foreach (var band in Info.Bands) table.Row($"band {band.Number}", $"{band.Type}, no data: {PlainTable.TextOf(band.NoData ?? (object)"none")}{(band.Description.Length > 0 ? $", {band.Description}" : "")}");
            table.Row("no data", double.IsNaN(Census.NoDataShare) ? "not counted" : FormattableString.Invariant($"{100 * Census.NoDataShare:0.##} % of the cells (band 1)"));
            table.Row("values", double.IsNaN(Census.Mean) ? "not known" : FormattableString.Invariant($"{Census.Minimum:G8} to {Census.Maximum:G8}, mean {Census.Mean:G8}"));
            table.Row("classes", Census.Classes is { } classes ? string.Join(", ", classes.Select(pair => FormattableString.Invariant($"{pair.Key} ({pair.Value})"))) : double.IsNaN(Census.Mean) ? "not known" : "none: measurements, or more than 255");
            foreach (var warning in Warnings) table.Row("note", warning);
            table.Print();
        }

        private double East => Info.West + Info.Columns * Info.CellWidth;

        private double South => Info.North - Info.Rows * Info.CellHeight;
    }

    private sealed record VectorPrintout(VectorInfo Info)
    {
        public void Print(bool json)
        {
            if (json)
            {
                Json.Print(new
                {
                    Kind = "vector",
                    Info.Path,
                    Info.Driver,
                    Info.Bytes,
                    Info.Warnings,
                    Layers = Info.Layers.Select(layer => new
                    {
                        layer.Name,
                        layer.GeometryType,
                        layer.FeatureCount,
                        Crs = new { layer.Crs.Code, layer.Crs.Name, Kind = layer.Crs.Kind.ToString(), layer.Crs.IsMetric },
                        Extent = layer.Extent is { } e ? new { West = e.MinX, South = e.MinY, East = e.MaxX, North = e.MaxY } : null,
                        Fields = layer.Fields.Select(field => new { field.Name, Type = field.Type.ToString() }),
                        layer.NullShapes,
                        layer.InvalidShapes,
                    }),
                });
                return;
            }

            foreach (var layer in Info.Layers)
            {
                var table = PlainTable.OfFacts();
                table.Row("layer", $"{layer.Name} ({Info.Driver})");
                table.Row("reference system", layer.Crs.ToString());
                table.Row("features", FormattableString.Invariant($"{layer.FeatureCount}, {layer.GeometryType}"));
                if (layer.Extent is { } e) table.Row("extent", FormattableString.Invariant($"x {e.MinX:G12} to {e.MaxX:G12}, y {e.MinY:G12} to {e.MaxY:G12}"));
                table.Row("fields", string.Join(", ", layer.Fields.Select(field => field.Name)));
                table.Row("without shape", layer.NullShapes);
                table.Row("invalid shapes", layer.InvalidShapes.Count);
                foreach (var shape in layer.InvalidShapes.Take(10)) table.Row($"no. {shape.Fid}", $"{(shape.Name is null ? "" : shape.Name + ": ")}{shape.Reason}");
                table.Print();
            }

            foreach (var warning in Info.Warnings) Console.Out.WriteLine($"Note: {warning}");
        }
    }
}
