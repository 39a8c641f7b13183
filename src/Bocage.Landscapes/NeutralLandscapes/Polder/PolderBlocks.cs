namespace Bocage.Landscapes;

/// <summary>How the land of a polder was shared out: blocks that were drained at one time, each with parcels of its own direction and make.</summary>
/// <remarks>A block is the land nearest to its seed; seeds lie on a shaken, turned lattice, so that any place can be asked for without knowing the rest.</remarks>
internal sealed class PolderBlocks(PlaceChance chance)
{
    private const double Spacing = 2350;
    private const double Squeeze = 0.8;
    private const int Seeds = 101;
    private const int Styles = 102;
    private const int Widths = 103;
    private const int Bends = 104;

    // The lattice is turned by 0.35 radians, so that it does not show.
    private static readonly (double Cos, double Sin) Turn = (Math.Cos(0.35), Math.Sin(0.35));

    private readonly Block[] around = new Block[9];
    private (long Column, long Row)? centre;

    internal enum Style
    {
        Clay,
        PeatMeadow,
        RiverClay,
        Hedgerows,
    }

    /// <summary>A block.</summary>
    internal readonly record struct Block(long Column, long Row, double X, double Y)
    {
        public long Key => unchecked(Column * 1_000_003 + Row);
    }

    /// <summary>Where a place lies: its block, the one across the nearest border, how far that border is, and how far off a junction of borders.</summary>
    internal readonly record struct Site(Block Block, Block Next, double ToBorder, double ToJunction);

    /// <summary>A parcel: a number of its own, its place in the rows of its block, and its middle.</summary>
    internal readonly record struct Parcel(ulong Id, long Row, double X, double Y);

    public Site At(double x, double y)
    {
        // Old borders are a little crooked.
        var (bentX, bentY) = (x + 70 * (chance.Noise(Bends, x, y, 900) - 0.5), y + 70 * (chance.Noise(Bends + 50, x, y, 900) - 0.5));
        var (u, v) = ToLattice(bentX, bentY);
        var (column, row) = ((long)Math.Floor(u), (long)Math.Floor(v));
        Span<(double Square, Block Block)> near = [(double.MaxValue, default), (double.MaxValue, default), (double.MaxValue, default)];
        foreach (var block in Around(column, row))
            Insert(near, (block.X - bentX) * (block.X - bentX) + (block.Y - bentY) * (block.Y - bentY), block);

        return new(near[0].Block, near[1].Block, ToBisector(near[0], near[1]), ToBisector(near[0], near[2]));
    }

    public Style StyleOf(Block block) => (Style)((block.Column + 2 * block.Row + (long)(4 * chance.At(Styles, 0)) & 3));

    public double AngleOf(Block block) => Math.PI * chance.At(Styles, 1, block.Column, block.Row);

    public Parcel ParcelAt(Block block, double x, double y)
    {
        var (width, length) = Size(block);
        var angle = AngleOf(block);
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        var (across, along) = ((x - block.X) * cos + (y - block.Y) * sin, (y - block.Y) * cos - (x - block.X) * sin);
        var row = (long)Math.Floor(along / length);
        var place = across / width + chance.At(Widths, block.Key, row);
        var number = (long)Math.Floor(place);
        if (place < number + Shift(block, row, number)) number--;
        else if (place >= number + 1 + Shift(block, row, number + 1)) number++;
        // Some neighbours were joined to one wide parcel.
        var pair = number & ~1;
        if (chance.At(Widths + 10, block.Key, row, pair) < 0.22) number = pair;
        var (a, l) = ((number + 0.5 - chance.At(Widths, block.Key, row)) * width, (row + 0.5) * length);
        return new(chance.Bits(Widths + 20, block.Key, row, number), row, block.X + a * cos - l * sin, block.Y + a * sin + l * cos);
    }

    private (double Width, double Length) Size(Block block)
    {
        var vary = 0.85 + 0.3 * chance.At(Styles, 2, block.Column, block.Row);
        return StyleOf(block) switch
        {
            Style.Clay => (210 * vary, 760 * vary),
            Style.PeatMeadow => (62 * vary, 1150 * vary),
            Style.RiverClay => (105 * vary, 480 * vary),
            _ => (120 * vary, 210 * vary),
        };
    }

    private double Shift(Block block, long row, long number) => 0.6 * (chance.At(Widths + 30, block.Key, row, number) - 0.5);

    // Neighbouring cells mostly ask for the same nine.
    private Block[] Around(long column, long row)
    {
        if (centre == (column, row)) return around;
        for (var k = 0; k < around.Length; k++) around[k] = BlockAt(column + k % 3 - 1, row + k / 3 - 1);
        centre = (column, row);
        return around;
    }

    private Block BlockAt(long column, long row)
    {
        var u = column + 0.5 + 0.62 * (chance.At(Seeds, column, row) - 0.5);
        var v = row + 0.5 + 0.62 * (chance.At(Seeds + 50, column, row) - 0.5);
        var (x, y) = FromLattice(u, v);
        return new(column, row, x, y);
    }

    private static (double U, double V) ToLattice(double x, double y) =>
        ((x * Turn.Cos + y * Turn.Sin) / Spacing, (y * Turn.Cos - x * Turn.Sin) / (Squeeze * Spacing));

    private static (double X, double Y) FromLattice(double u, double v) =>
        (Spacing * (u * Turn.Cos - Squeeze * v * Turn.Sin), Spacing * (u * Turn.Sin + Squeeze * v * Turn.Cos));

    private static void Insert(Span<(double Square, Block Block)> near, double square, Block block)
    {
        var place = near.Length;
        while (place > 0 && square < near[place - 1].Square) place--;
        for (var k = near.Length - 1; k > place; k--) near[k] = near[k - 1];
        if (place < near.Length) near[place] = (square, block);
    }

    private static double ToBisector((double Square, Block Block) own, (double Square, Block Block) other)
    {
        var (dx, dy) = (other.Block.X - own.Block.X, other.Block.Y - own.Block.Y);
        return (other.Square - own.Square) / (2 * Math.Sqrt(dx * dx + dy * dy));
    }
}
