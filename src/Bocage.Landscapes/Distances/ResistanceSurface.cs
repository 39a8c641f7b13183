namespace Bocage.Landscapes;

/// <summary>What it costs a species to cross each cell: a resistance above 0, or a barrier that cannot be crossed.</summary>
/// <remarks>
/// Resistance has no unit: it multiplies distance, so 1 is the easiest land and 5 means "as tiring as five times the way".
/// Stored either as a byte per cell with a table (land cover), or as a double per cell; a barrier is NaN in both.
/// </remarks>
public sealed class ResistanceSurface
{
    private ResistanceSurface(Grid grid, byte[]? classes, double[]? table, double[]? values, double minimum, double maximum)
    {
        Grid = grid;
        Classes = classes;
        Table = table;
        Values = values;
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>Where the cells lie.</summary>
    public Grid Grid { get; }

    /// <summary>The lowest resistance of any cell; NaN when all is barrier.</summary>
    public double Minimum { get; }

    /// <summary>The highest resistance of any cell; NaN when all is barrier.</summary>
    public double Maximum { get; }

    internal byte[]? Classes { get; }

    internal double[]? Table { get; }

    internal double[]? Values { get; }

    /// <summary>The resistance of a cell; NaN for a barrier.</summary>
    public double this[int cell] => Classes is null ? Values![cell] : Table![Classes[cell]];

    /// <summary>Reads resistance from a table per land-cover class; no data is a barrier, as is a class that the table leaves out.</summary>
    /// <exception cref="ArgumentException">A resistance is 0, negative or infinite; NaN stands for a barrier.</exception>
    public static ResistanceSurface FromLandCover(LandCover landCover, IReadOnlyDictionary<int, double> resistanceByCode)
    {
        ArgumentNullException.ThrowIfNull(landCover);
        ArgumentNullException.ThrowIfNull(resistanceByCode);
        var table = new double[256];
        Array.Fill(table, double.NaN);
        foreach (var (code, resistance) in resistanceByCode)
        {
            if (!double.IsNaN(resistance) && !(resistance > 0 && double.IsFinite(resistance)))
                throw new ArgumentException(FormattableString.Invariant($"The resistance of class {code} must be above 0 and finite; got {resistance}."), nameof(resistanceByCode));
            var place = landCover.Codes.IndexOf(code);
            if (place >= 0) table[place + 1] = resistance;
        }

        var occurring = table[1..(landCover.Codes.Count + 1)].Where(r => !double.IsNaN(r)).DefaultIfEmpty(double.NaN).ToArray();
        return new(landCover.Grid, landCover.Cells, table, null, occurring.Min(), occurring.Max());
    }

    /// <summary>Reads resistance from a raster; NoData and NaN are barriers. The values are copied.</summary>
    /// <exception cref="ArgumentException">A resistance is 0, negative or infinite.</exception>
    public static ResistanceSurface FromRaster(Raster<double> raster)
    {
        ArgumentNullException.ThrowIfNull(raster);
        var values = new double[raster.Values.Length];
        var (minimum, maximum) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var cell = 0; cell < values.Length; cell++)
        {
            var value = raster.IsNoData(cell) ? double.NaN : raster.Values[cell];
            values[cell] = value;
            if (double.IsNaN(value)) continue;
            if (!(value > 0) || double.IsInfinity(value))
            {
                var (row, column) = raster.Grid.Position(cell);
                throw new ArgumentException(FormattableString.Invariant($"A resistance must be above 0 and finite; got {value} at row {row}, column {column}."), nameof(raster));
            }

            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
        }

        return minimum > maximum ? new(raster.Grid, null, null, values, double.NaN, double.NaN) : new(raster.Grid, null, null, values, minimum, maximum);
    }
}
