using System.CommandLine;
using Bocage.Cli.Output;
using Bocage.Formats;
using Bocage.Landscapes;

namespace Bocage.Cli.Verbs;

/// <summary>The patches of habitat on a map, and how many, how large, how fragmented.</summary>
internal static class PatchesVerb
{
    public static Command Create()
    {
        var raster = new Argument<string>("RASTER") { Description = "Land-cover map (any raster that GDAL reads)." };
        var habitat = Options.Habitat(required: true);
        var neighbours = Options.Neighbours();
        var minimum = new Option<double>("--min-area") { Description = "Smallest patch that counts, in hectares.", DefaultValueFactory = _ => 0 };
        var json = Options.Json();
        var verb = new Command("patches", "Patches of habitat, with their areas.") { raster, habitat, neighbours, minimum, json };
        verb.SetAction((parsed, cancellation) =>
        {
            var map = RasterFile.ReadLandCover(parsed.GetRequiredValue(raster), new() { AllowUnknownCrs = true, BytesPerCell = 8 }, cancellation);
            var patches = PatchDelineation.Of(map.Habitat(parsed.GetRequiredValue(habitat)), parsed.GetValue(neighbours), parsed.GetValue(minimum), cancellation: cancellation);
            Print(map, patches, parsed.GetValue(json));
            return Task.FromResult(0);
        });
        return verb;
    }

    private static void Print(LandCover map, PatchMap patches, bool json)
    {
        var landscapeHa = map.CountCells().PerCode.Sum() * map.Grid.CellAreaHa;
        var areas = patches.Patches.Select(patch => patch.AreaHa).ToArray();
        var landscape = new Dictionary<string, double>
        {
            ["TA"] = landscapeHa,
            ["NP"] = areas.Length,
            ["CA"] = areas.Sum(),
            ["PLAND"] = 100 * areas.Sum() / landscapeHa,
            ["LPI"] = areas.Length == 0 ? 0 : 100 * areas.Max() / landscapeHa,
            ["AREA_MN"] = areas.Length == 0 ? double.NaN : areas.Average(),
            ["MESH"] = EffectiveMeshSize.Of(areas, landscapeHa),
        };
        if (json)
        {
            Json.Print(new
            {
                Landscape = landscape,
                Patches = patches.Patches.Select(patch => new { patch.Id, Cells = patch.CellCount, patch.AreaHa, patch.X, patch.Y }),
            });
            return;
        }

        var summary = new PlainTable("metric", "value");
        foreach (var (name, value) in landscape) summary.Row(name, value);
        summary.Print();
        var table = new PlainTable("patch", "cells", "area ha", "x", "y");
        foreach (var patch in patches.Patches) table.Row(patch.Id, patch.CellCount, patch.AreaHa, patch.X, patch.Y);
        table.Print();
    }
}
