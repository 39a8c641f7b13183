namespace Bocage.Landscapes.Tests;

/// <summary>Small maps of chance for comparisons with slow versions.</summary>
internal static class RandomLandscape
{
    public static HabitatMap Habitat(Grid grid, double share, SeededRandom random) =>
        new(grid, [.. Enumerable.Range(0, grid.CellCount).Select(_ => random.NextDouble() < share ? (byte)1 : (byte)0)]);

    /// <summary>Resistances drawn from a list, in clumps of two by two cells or so; NaN in the list makes barriers.</summary>
    public static ResistanceSurface Resistance(Grid grid, double[] resistances, SeededRandom random)
    {
        var values = new double[grid.CellCount];
        for (var cell = 0; cell < values.Length; cell++)
        {
            var (row, column) = grid.Position(cell);
            var copied = column > 0 && random.NextDouble() < 0.3 ? values[cell - 1] : row > 0 && random.NextDouble() < 0.3 ? values[cell - grid.Columns] : 0;
            values[cell] = copied != 0 ? copied : resistances[random.Next(resistances.Length)];
        }

        return ResistanceSurface.FromRaster(new(grid, values));
    }

    /// <summary>The same surface, kept as classes with a table.</summary>
    public static ResistanceSurface AsClasses(ResistanceSurface surface)
    {
        var values = Enumerable.Range(0, surface.Grid.CellCount).Select(cell => surface[cell]).ToArray();
        var known = values.Where(value => !double.IsNaN(value)).Distinct().ToList();
        var codes = values.Select(value => known.IndexOf(value) + 1).ToArray();
        return ResistanceSurface.FromLandCover(
            LandCover.From(new Raster<int>(surface.Grid, codes, noData: 0)),
            known.Select((value, place) => (value, place)).ToDictionary(pair => pair.place + 1, pair => pair.value));
    }
}
