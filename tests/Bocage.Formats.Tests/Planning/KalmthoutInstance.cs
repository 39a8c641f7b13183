using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Formats.Tests;

/// <summary>A real problem: where to plant woods of 4 ha on fields within 30 × 30 km around the Kalmthoutse Heide, for two species.</summary>
internal static class KalmthoutInstance
{
    private const int Forest = 2;
    private const int Grassland = 3;
    private const int Arable = 4;
    private const double CostPerHa = 15_000; // an assumption for tests

    public static (PlanningUnit[] Units, SpeciesLandscape[] Species, PlaceChange[][] Changes) Read(double hexagonHa, LinkTopology topology)
    {
        var map = Crop(RasterFile.ReadLandCover(SharedData.PathOf("geo/be/flanders/land_use_nara_2016_100m.tif")), 139_000, 217_300, 300, 300);
        string[] files = ["species/nara/forest-bird-like.yaml", "species/nara/hedgehog-like.yaml"];
        var profiles = files.Select(file => SpeciesProfile.Read(Repository.PathOf(file))).ToArray();
        var places = Hexagons(map, hexagonHa).ToArray();
        var units = places.Select((place, k) => new PlanningUnit($"hex{k}", Math.Round(CostPerHa * place.Ha))).ToArray();
        var species = profiles.Select(profile => SpeciesLandscape.Of(
            profile.Name.In("en"), map.Habitat([Forest]), profile.ResistanceOn(map), profile.Neighbours, profile.MinimumPatchAreaHa, profile.Dispersal, profile.MaximumLinkM, topology)).ToArray();
        var changes = profiles.Select(profile => places.Select((place, k) => new PlaceChange(k, place.Cells, place.Ha, profile.Resistance[Forest], IsHabitat: true)).ToArray()).ToArray();
        return (units, species, changes);
    }

    // Every hexagon with at least half its area on fields; the cells that change are the fields with their centre in it, the hectares the exact share of fields.
    private static IEnumerable<(int[] Cells, double Ha)> Hexagons(LandCover map, double hexagonHa)
    {
        var side = Math.Sqrt(2 * hexagonHa * 10_000 / (3 * Math.Sqrt(3)));
        var (width, grid) = (side * Math.Sqrt(3), map.Grid);
        for (var r = (int)(grid.South / (1.5 * side)); r * 1.5 * side < grid.North; r++)
        {
            for (var q = (int)(grid.West / width) - 1; (q + 0.5 * (r & 1)) * width < grid.East; q++)
            {
                var (x, y) = ((q + 0.5 * (r & 1)) * width, r * 1.5 * side);
                if (x < grid.West + width || x > grid.East - width || y < grid.South + width || y > grid.North - width) continue;
                var zone = new Zone(new Ring(Enumerable.Range(0, 6).Select(k => (x + side * Math.Sin(k * Math.PI / 3), y + side * Math.Cos(k * Math.PI / 3)))));
                var ha = ZoneCoverage.Of(grid, zone).Cells.Where(part => IsField(map, part.Cell)).Sum(part => part.Fraction) * grid.CellAreaHa;
                int[] cells = [.. PlaceChange.CellsOf(grid, zone).Where(cell => IsField(map, cell))];
                if (ha >= hexagonHa / 2 && cells.Length > 0) yield return (cells, ha);
            }
        }
    }

    private static bool IsField(LandCover map, int cell) => map.CodeAt(cell) is Grassland or Arable;

    private static LandCover Crop(LandCover map, double west, double south, int columns, int rows)
    {
        var left = (int)Math.Floor((west - map.Grid.West) / map.Grid.CellWidth);
        var bottom = (int)Math.Ceiling((map.Grid.North - south) / map.Grid.CellHeight);
        var top = bottom - rows;
        var grid = new Grid(columns, rows, map.Grid.CellWidth, map.Grid.CellHeight, map.Grid.West + left * map.Grid.CellWidth, map.Grid.North - top * map.Grid.CellHeight, map.Grid.Crs);
        var codes = new int[grid.CellCount];
        for (var cell = 0; cell < codes.Length; cell++) codes[cell] = map.CodeAt(map.Grid.CellAt(top + cell / columns, left + cell % columns)) ?? -1;
        return LandCover.From(new Raster<int>(grid, codes, noData: -1));
    }
}
