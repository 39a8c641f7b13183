using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

/// <summary>Small landscapes of chance with places that could change.</summary>
internal static class RandomPlan
{
    private static readonly double[] Resistances = [1, 2, 5, 10, double.NaN];

    public static SpeciesLandscape Landscape(SeededRandom random, double maximumLinkM, double minimumPatchAreaHa = 0)
    {
        var grid = new Grid(6 + random.Next(9), 6 + random.Next(9), 100, random.Next(2) == 0 ? 100 : 80);
        var habitat = new byte[grid.CellCount];
        var resistance = new double[grid.CellCount];
        var share = 0.05 + 0.25 * random.NextDouble();
        for (var cell = 0; cell < habitat.Length; cell++)
        {
            habitat[cell] = random.NextDouble() < share ? (byte)1 : (byte)0;
            resistance[cell] = habitat[cell] == 1 ? 1 : Resistances[random.Next(Resistances.Length)];
        }

        return SpeciesLandscape.Of(
            "species", new(grid, habitat), ResistanceSurface.FromRaster(new(grid, resistance)), random.Next(2) == 0 ? Neighbourhood.Queen : Neighbourhood.Rook,
            minimumPatchAreaHa, DispersalKernel.NegativeExponential(300 + random.Next(1500), 0.5), maximumLinkM, LinkTopology.WithinReach);
    }

    /// <summary>The same without the habitat that is too small for a patch.</summary>
    public static SpeciesLandscape WithoutSmallHabitat(SpeciesLandscape landscape) =>
        landscape with { Habitat = new(landscape.Habitat.Grid, [.. landscape.Patches.Labels.Select(label => label == 0 ? (byte)0 : (byte)1)]) };

    /// <summary>Places of connected cells outside patches that no other place has.</summary>
    public static PlaceChange[] Places(SpeciesLandscape landscape, SeededRandom random, int count, bool isHabitat, int mostCells = 4)
    {
        var grid = landscape.Habitat.Grid;
        var taken = landscape.Patches.Labels.Select(label => label != 0).ToArray();
        var places = new List<PlaceChange>();
        for (var attempt = 0; attempt < 20 * count && places.Count < count; attempt++)
        {
            var cells = Grow(grid, taken, landscape.Neighbours, random, 1 + random.Next(mostCells));
            if (cells.Count == 0) continue;
            var resistance = isHabitat ? 1 : 0.5 + random.Next(4) / 2.0;
            places.Add(new(places.Count, cells, isHabitat ? cells.Count * grid.CellAreaHa : 0, resistance, isHabitat));
        }

        return [.. places];
    }

    public static bool[] Choice(SeededRandom random, int units) => [.. Enumerable.Range(0, units).Select(_ => random.Next(2) == 0)];

    private static List<int> Grow(Grid grid, bool[] taken, Neighbourhood neighbours, SeededRandom random, int size)
    {
        var cells = new List<int>();
        var cell = random.Next(grid.CellCount);
        while (cells.Count < size && !taken[cell])
        {
            cells.Add(cell);
            taken[cell] = true;
            var (row, column) = grid.Position(cells[random.Next(cells.Count)]);
            var (down, right) = (random.Next(3) - 1, random.Next(3) - 1);
            if (neighbours == Neighbourhood.Rook && down != 0) right = 0;
            (row, column) = (Math.Clamp(row + down, 0, grid.Rows - 1), Math.Clamp(column + right, 0, grid.Columns - 1));
            cell = grid.CellAt(row, column);
        }

        return cells;
    }
}
