namespace Bocage.Landscapes;

/// <summary>Which cells are habitat: 1 for habitat, 0 for everything else, NoData included.</summary>
public sealed class HabitatMap
{
    /// <summary>Wraps an array of zeros and ones; the array is kept, not copied.</summary>
    /// <exception cref="ArgumentException">The array does not have one value per cell.</exception>
    public HabitatMap(Grid grid, byte[] cells)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Length != grid.CellCount)
            throw new ArgumentException($"A grid of {grid.CellCount} cells needs as many values; got {cells.Length}.", nameof(cells));
        Grid = grid;
        Cells = cells;
    }

    /// <summary>Where the cells lie.</summary>
    public Grid Grid { get; }

    /// <summary>Per cell 1 for habitat, else 0.</summary>
    public byte[] Cells { get; }
}
