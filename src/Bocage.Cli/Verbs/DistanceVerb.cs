using System.CommandLine;
using Bocage.Cli.Output;
using Bocage.Formats;
using Bocage.Landscapes;

namespace Bocage.Cli.Verbs;

/// <summary>Least-cost distances between points (r.cost, Graphab).</summary>
internal static class DistanceVerb
{
    public static Command Create()
    {
        var raster = new Argument<string>("RASTER") { Description = "Land-cover map (any raster that GDAL reads)." };
        var costs = new Option<string>("--costs") { Required = true, HelpName = "file", Description = "CSV with class,resistance; a class that is absent is a barrier." };
        var points = new Option<string>("--points") { Required = true, HelpName = "file", Description = "CSV with id,x,y in the reference system of the raster, or of --crs." };
        var neighbours = Options.Neighbours();
        var json = Options.Json();
        var verb = new Command("distance", "Least-cost distances between points on a resistance map.") { raster, costs, points, neighbours, json };
        var mapOptions = new MapOptions();
        mapOptions.AddTo(verb);
        verb.SetAction((parsed, cancellation) =>
        {
            Run(parsed.GetRequiredValue(raster), parsed.GetRequiredValue(costs), parsed.GetRequiredValue(points), parsed.GetValue(neighbours) ?? Neighbourhood.Queen, mapOptions.Reading(parsed, bytesPerCell: 16), parsed.GetValue(json), cancellation);
            return Task.FromResult(0);
        });
        return verb;
    }

    private static void Run(string raster, string costs, string points, Neighbourhood neighbours, RasterReadOptions reading, bool json, CancellationToken cancellation)
    {
        var table = CostTable.Read(costs);
        var places = PointTable.Read(points);
        var map = RasterFile.ReadLandCover(raster, reading, cancellation);
        var cells = places.Select(place => CellOf(map.Grid, place, points)).ToArray();
        var surface = ResistanceSurface.FromLandCover(map, table);
        foreach (var (place, cell) in places.Zip(cells))
        {
            if (double.IsNaN(surface[cell])) Console.Error.WriteLine($"bocage: point {place.Id} lies on a barrier, so no other point can reach it.");
        }

        var metres = new double[cells.Length][];
        for (var from = 0; from < cells.Length; from++)
        {
            var cost = CostDistance.From(surface, [cells[from]], neighbours, cancellation: cancellation).Cost;
            metres[from] = [.. cells.Select(cell => cost[cell])];
        }

        var inCells = Array.ConvertAll(metres, row => Array.ConvertAll(row, distance => distance / map.Grid.CellWidth));
        var ids = places.Select(place => place.Id).ToArray();
        if (json)
        {
            Json.Print(new { Ids = ids, Distance = inCells, Unit = "cells", DistanceMapUnits = metres, CellSize = map.Grid.CellWidth });
            return;
        }

        Print("Distance in cells × resistance", ids, inCells);
        Print("Distance in map units × resistance", ids, metres);
    }

    private static int CellOf(Grid grid, NamedPoint place, string file)
    {
        var cell = grid.CellAtPoint(place.X, place.Y);
        return cell >= 0 ? cell : throw new BadInputException(FormattableString.Invariant(
            $"{file}: point {place.Id} ({place.X}, {place.Y}) lies outside the map, which spans x {grid.West} to {grid.East} and y {grid.South} to {grid.North}, its eastern and southern edges not included."));
    }

    private static void Print(string title, string[] ids, double[][] rows)
    {
        Console.Out.WriteLine(title);
        var table = new PlainTable(["from \\ to", .. ids]);
        for (var from = 0; from < ids.Length; from++) table.Row([ids[from], .. rows[from]]);
        table.Print();
    }
}
