namespace Bocage.Landscapes;

/// <summary>A value for every cell of a grid, row by row from the north-west corner.</summary>
/// <remarks>A cell is NoData ("not known", never zero) when it equals <see cref="NoData"/>, or when it is NaN.</remarks>
/// <typeparam name="T">Type of a value.</typeparam>
public sealed class Raster<T>
    where T : struct, IEquatable<T>
{
    /// <summary>Wraps an array of values; the array is kept, not copied.</summary>
    /// <exception cref="ArgumentException">The array does not have one value per cell.</exception>
    public Raster(Grid grid, T[] values, T? noData = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != grid.CellCount)
            throw new ArgumentException($"A grid of {grid.CellCount} cells needs as many values; got {values.Length}.", nameof(values));
        Grid = grid;
        Values = values;
        NoData = noData;
    }

    /// <summary>Makes a raster of default values (0).</summary>
    public Raster(Grid grid, T? noData = null)
        : this(grid, new T[(grid ?? throw new ArgumentNullException(nameof(grid))).CellCount], noData)
    {
    }

    /// <summary>Where the cells lie.</summary>
    public Grid Grid { get; }

    /// <summary>The values, row by row.</summary>
    public T[] Values { get; }

    /// <summary>The value that stands for "not known", or null when every value counts.</summary>
    public T? NoData { get; }

    /// <summary>The value of a cell.</summary>
    public T this[int cell]
    {
        get => Values[cell];
        set => Values[cell] = value;
    }

    /// <summary>The value in a row and column.</summary>
    public T this[int row, int column]
    {
        get => Values[Grid.CellAt(row, column)];
        set => Values[Grid.CellAt(row, column)] = value;
    }

    /// <summary>Whether a cell has no value: it equals <see cref="NoData"/> or is NaN.</summary>
    public bool IsNoData(int cell) => IsMissing(Values[cell], NoData);

    private static bool IsMissing(T value, T? noData) =>
        (noData is { } missing && value.Equals(missing)) || (value is double d && double.IsNaN(d)) || (value is float f && float.IsNaN(f));
}
