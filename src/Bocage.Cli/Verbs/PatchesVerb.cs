using System.CommandLine;
using System.Globalization;
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
        var minimum = Options.Number<double>("--min-area", "Smallest patch that counts, in hectares. [default: 0]", "a number of hectares, 0 or more", area => area >= 0);
        var json = Options.Json();
        var verb = new Command("patches", "Patches of habitat, with their areas.") { raster, habitat, neighbours, minimum, json };
        var mapOptions = new MapOptions();
        mapOptions.AddTo(verb);
        verb.SetAction((parsed, cancellation) =>
        {
            var file = parsed.GetRequiredValue(raster);
            var codes = parsed.GetRequiredValue(habitat);
            var map = RasterFile.ReadLandCover(file, mapOptions.Reading(parsed, bytesPerCell: 8), cancellation);
            ClassCodes.Require(map, codes, file);
            var patches = PatchDelineation.Of(map.Habitat(codes), parsed.GetValue(neighbours) ?? Neighbourhood.Queen, parsed.GetValue(minimum) ?? 0, cancellation: cancellation);
            Print(map, codes, patches, parsed.GetValue(json));
            return Task.FromResult(0);
        });
        return verb;
    }

    private static void Print(LandCover map, int[] codes, PatchMap patches, bool json)
    {
        var landscapeHa = map.CountCells().PerCode.Sum() * map.Grid.CellAreaHa;
        var landscape = new Dictionary<string, double> { ["TA"] = landscapeHa };
        foreach (var (name, value) in Figures([.. patches.Patches.Select(patch => patch.AreaHa)], landscapeHa)) landscape[name] = value;
        if (json)
        {
            Json.Print(new
            {
                Landscape = landscape,
                Classes = codes.Order().ToDictionary(code => code.ToString(CultureInfo.InvariantCulture), code => Figures(AreasOf(map, code, patches), landscapeHa)),
                Patches = patches.Patches.Select(patch => new Dictionary<string, double>
                {
                    ["id"] = patch.Id,
                    ["cells"] = patch.CellCount,
                    ["areaHa"] = patch.AreaHa,
                    ["AREA"] = patch.AreaHa,
                    ["x"] = patch.X,
                    ["y"] = patch.Y,
                }),
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

    private static Dictionary<string, double> Figures(double[] areas, double landscapeHa)
    {
        var (sum, mesh) = (areas.Sum(), EffectiveMeshSize.Of(areas, landscapeHa));
        return new()
        {
            ["NP"] = areas.Length,
            ["PD"] = 100 * areas.Length / landscapeHa,
            ["CA"] = sum,
            ["PLAND"] = 100 * sum / landscapeHa,
            ["LPI"] = 100 * areas.DefaultIfEmpty().Max() / landscapeHa,
            ["AREA_MN"] = areas.Length == 0 ? double.NaN : sum / areas.Length,
            ["MESH"] = mesh,
            ["DIVISION"] = 1 - mesh / landscapeHa,
            ["SPLIT"] = areas.Length == 0 ? double.NaN : landscapeHa / mesh,
        };
    }

    // A patch may hold several classes of habitat; here each counts with its own part.
    private static double[] AreasOf(LandCover map, int code, PatchMap patches)
    {
        var place = map.Codes.ToList().IndexOf(code) + 1;
        var cells = new long[patches.Patches.Count + 1];
        for (var cell = 0; cell < map.Cells.Length; cell++)
        {
            if (map.Cells[cell] == place) cells[patches.Labels[cell]]++;
        }

        return [.. cells.Skip(1).Where(count => count > 0).Select(count => count * map.Grid.CellAreaHa)];
    }
}
