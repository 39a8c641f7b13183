using System.CommandLine;
using System.Globalization;
using Bocage.Cli.Output;
using Bocage.Formats;
using Bocage.Landscapes;

namespace Bocage.Cli.Verbs;

/// <summary>Patch, class and landscape metrics under FRAGSTATS' names.</summary>
internal static class MetricsVerb
{
    public static Command Create()
    {
        var raster = new Argument<string>("RASTER") { Description = "Land-cover map (any raster that GDAL reads)." };
        var neighbours = Options.Neighbours();
        var json = Options.Json();
        var verb = new Command("metrics", "Patch, class and landscape metrics, under FRAGSTATS' names.") { raster, neighbours, json };
        var mapOptions = new MapOptions();
        mapOptions.AddTo(verb);
        verb.SetAction((parsed, cancellation) =>
        {
            var map = RasterFile.ReadLandCover(parsed.GetRequiredValue(raster), mapOptions.Reading(parsed, bytesPerCell: 16), cancellation);
            var metrics = LandscapeMetrics.Of(map, new() { Neighbourhood = parsed.GetValue(neighbours) ?? Neighbourhood.Queen }, cancellation: cancellation);
            if (parsed.GetValue(json)) PrintJson(metrics);
            else PrintTables(metrics);
            return Task.FromResult(0);
        });
        return verb;
    }

    private static void PrintJson(LandscapeMetrics metrics) => Json.Print(new
    {
        metrics.Landscape,
        Classes = metrics.Classes.ToDictionary(pair => pair.Key.ToString(CultureInfo.InvariantCulture), pair => pair.Value),
        Patches = metrics.Patches.Select(Entry),
    });

    // A patch's metrics stand beside what it is, so that a script finds them under their own names.
    private static Dictionary<string, object> Entry(PatchMetrics patch)
    {
        var entry = new Dictionary<string, object> { ["id"] = patch.Id, ["class"] = patch.Code, ["x"] = patch.X, ["y"] = patch.Y };
        foreach (var (name, value) in patch.Values) entry[name] = value;
        return entry;
    }

    private static void PrintTables(LandscapeMetrics metrics)
    {
        var table = new PlainTable(["metric", "landscape", .. metrics.Classes.Keys.Select(code => "class " + code.ToString(CultureInfo.InvariantCulture))]);
        foreach (var name in metrics.Landscape.Keys.Union(metrics.Classes.Values.SelectMany(values => values.Keys)))
            table.Row([name, Cell(metrics.Landscape, name), .. metrics.Classes.Values.Select(values => Cell(values, name))]);
        table.Print();
    }

    private static object Cell(MetricValues values, string name) => values.TryGetValue(name, out var value) ? value : "";
}
