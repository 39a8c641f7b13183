namespace Bocage.Landscapes;

/// <summary>A land-cover map: every cell has one class code, or no data. One byte a cell, whatever the codes are.</summary>
/// <remarks>
/// <see cref="Cells"/> holds 0 for no data and k for the class <c>Codes[k - 1]</c>; <see cref="Codes"/> is sorted and holds only codes that occur.
/// At most 255 classes.
/// </remarks>
public sealed class LandCover
{
    /// <summary>The largest number of classes a map can have.</summary>
    public const int MaximumClasses = 255;

    private LandCover(Grid grid, byte[] cells, int[] codes)
    {
        Grid = grid;
        Cells = cells;
        Codes = codes;
    }

    /// <summary>Where the cells lie.</summary>
    public Grid Grid { get; }

    /// <summary>Per cell: 0 for no data, else one more than the place of its code in <see cref="Codes"/>.</summary>
    public byte[] Cells { get; }

    /// <summary>The class codes that occur, from low to high.</summary>
    public IReadOnlyList<int> Codes { get; }

    /// <summary>Reads class codes from a raster of whole numbers.</summary>
    /// <param name="raster">Codes; NoData and NaN become no data.</param>
    /// <exception cref="ArgumentException">A value is not a whole number, or there are more than 255 classes.</exception>
    public static LandCover From<T>(Raster<T> raster)
        where T : struct, System.Numerics.INumber<T>
    {
        ArgumentNullException.ThrowIfNull(raster);
        var codes = new SortedSet<int>();
        var previous = T.Zero;
        var known = false;
        for (var cell = 0; cell < raster.Values.Length; cell++)
        {
            var value = raster.Values[cell];
            if ((known && value == previous) || raster.IsNoData(cell)) continue;
            if (!T.IsInteger(value) || value < T.CreateSaturating(int.MinValue) || value > T.CreateSaturating(int.MaxValue))
                throw new ArgumentException(FormattableString.Invariant($"A land-cover code is a whole number; got {value} at row {raster.Grid.Position(cell).Row}, column {raster.Grid.Position(cell).Column}."), nameof(raster));
            if (codes.Add(int.CreateChecked(value)) && codes.Count > MaximumClasses)
                throw new ArgumentException($"A land-cover map has at most {MaximumClasses} classes; this raster has more, so it looks like measurements.", nameof(raster));
            (previous, known) = (value, true);
        }

        var list = codes.ToArray();
        var places = new Dictionary<int, byte>();
        for (var k = 0; k < list.Length; k++) places[list[k]] = (byte)(k + 1);
        var cells = new byte[raster.Values.Length];
        var place = (byte)0;
        known = false;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var value = raster.Values[cell];
            if (known && value == previous)
            {
                cells[cell] = place;
                continue;
            }

            if (raster.IsNoData(cell)) continue;
            place = places[int.CreateChecked(value)];
            cells[cell] = place;
            (previous, known) = (value, true);
        }

        return new(raster.Grid, cells, list);
    }

    /// <summary>Wraps cells that are already numbered by class, so that a map of 10⁸ cells is not copied; the array is kept.</summary>
    /// <param name="grid">Where the cells lie.</param>
    /// <param name="cells">Per cell: 0 for no data, else one more than the place of its code in <paramref name="codes"/>.</param>
    /// <param name="codes">The class codes that occur, from low to high, at most 255.</param>
    /// <exception cref="ArgumentException">There is not one number per cell, the codes are not in order or too many, a code does not occur, or a cell has no code.</exception>
    public static LandCover FromPlaces(Grid grid, byte[] cells, IReadOnlyList<int> codes)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(codes);
        if (cells.Length != grid.CellCount) throw new ArgumentException($"A grid of {grid.CellCount} cells needs as many values; got {cells.Length}.", nameof(cells));
        if (codes.Count > MaximumClasses) throw new ArgumentException($"A land-cover map has at most {MaximumClasses} classes; got {codes.Count}.", nameof(codes));
        for (var k = 1; k < codes.Count; k++)
        {
            if (codes[k] <= codes[k - 1]) throw new ArgumentException($"Codes must rise; {codes[k]} follows {codes[k - 1]}.", nameof(codes));
        }

        var map = new LandCover(grid, cells, [.. codes]);
        var (perPlace, _) = map.CountPlaces();
        var stranger = Array.FindLastIndex(perPlace, count => count > 0);
        if (stranger >= codes.Count) throw new ArgumentException($"A cell has the class number {stranger + 1}, but there are {codes.Count} codes.", nameof(cells));
        var absent = Array.FindIndex(perPlace, 0, codes.Count, count => count == 0);
        return absent < 0 ? map : throw new ArgumentException($"Code {codes[absent]} does not occur in any cell.", nameof(codes));
    }

    /// <summary>The code of a cell, or null for no data.</summary>
    public int? CodeAt(int cell) => Cells[cell] == 0 ? null : Codes[Cells[cell] - 1];

    /// <summary>Number of cells of each class, in the order of <see cref="Codes"/>, and of no data.</summary>
    public (long[] PerCode, long NoData) CountCells()
    {
        var (perPlace, noData) = CountPlaces();
        return (perPlace[..Codes.Count], noData);
    }

    /// <summary>Which cells are habitat: those of the given codes.</summary>
    /// <exception cref="ArgumentException">No code is given, or one does not occur on the map.</exception>
    public HabitatMap Habitat(IReadOnlyCollection<int> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        if (codes.Count == 0) throw new ArgumentException("Name at least one habitat code.", nameof(codes));
        var isHabitat = new bool[MaximumClasses + 1];
        foreach (var code in codes)
        {
            var place = Codes.IndexOf(code);
            if (place < 0)
                throw new ArgumentException($"Habitat code {code} does not occur on the map; it has {string.Join(", ", Codes)}.", nameof(codes));
            isHabitat[place + 1] = true;
        }

        var cells = new byte[Cells.Length];
        for (var cell = 0; cell < cells.Length; cell++) cells[cell] = isHabitat[Cells[cell]] ? (byte)1 : (byte)0;
        return new(Grid, cells);
    }

    private (long[] PerPlace, long NoData) CountPlaces()
    {
        var counts = new long[MaximumClasses + 1];
        foreach (var place in Cells) counts[place]++;
        return (counts[1..], counts[0]);
    }
}
