namespace Bocage.Landscapes;

/// <summary>Paints the parcels: fields, meadows, orchards and woods with straight edges, with the ditches and hedges between them.</summary>
internal static class PolderFields
{
    private const int Use = 201;
    private const int Woods = 202;
    private const int Borders = 203;

    // 8 bytes a cell: neighbours must differ, not the whole world.
    private readonly record struct Lot(uint Id, byte Row, byte Style);

    public static void Paint(PolderCanvas canvas, PolderBlocks blocks)
    {
        var grid = canvas.Grid;
        var lots = new Lot[grid.CellCount];
        canvas.ForEach((cell, x, y) =>
        {
            var block = blocks.At(x, y).Block;
            var parcel = blocks.ParcelAt(block, x, y);
            var style = blocks.StyleOf(block);
            lots[cell] = new((uint)parcel.Id, (byte)parcel.Row, (byte)style);
            canvas.Cells[cell] = UseOf(canvas.Chance, parcel, style);
        });
        PaintBorders(canvas, lots);
    }

    private static PolderClass UseOf(PlaceChance chance, PolderBlocks.Parcel parcel, PolderBlocks.Style style)
    {
        var draw = chance.At(Use, (long)parcel.Id);
        var wooded = chance.Noise(Woods, parcel.X, parcel.Y, 1900);
        if (style != PolderBlocks.Style.PeatMeadow && wooded > 0.71 && chance.At(Use + 10, (long)parcel.Id) < 0.85) return PolderClass.Wood;
        return style switch
        {
            PolderBlocks.Style.Clay => draw < 0.80 ? PolderClass.Arable : draw < 0.97 ? PolderClass.Grassland : PolderClass.Orchard,
            PolderBlocks.Style.PeatMeadow => draw < 0.96 ? PolderClass.Grassland : draw < 0.98 ? PolderClass.Arable : PolderClass.Reed,
            PolderBlocks.Style.RiverClay => draw < 0.50 ? PolderClass.Grassland : draw < 0.85 ? PolderClass.Arable : PolderClass.Orchard,
            _ => draw < 0.55 ? PolderClass.Grassland : draw < 0.90 ? PolderClass.Arable : draw < 0.93 ? PolderClass.Orchard : PolderClass.Wood,
        };
    }

    private static void PaintBorders(PolderCanvas canvas, Lot[] lots)
    {
        var grid = canvas.Grid;
        var painted = new PolderClass[grid.CellCount];
        for (var row = 0; row + 1 < grid.Rows; row++)
        {
            for (var column = 0; column + 1 < grid.Columns; column++)
            {
                var cell = grid.CellAt(row, column);
                var other = lots[cell].Id != lots[cell + 1].Id ? cell + 1 : cell + grid.Columns;
                if (lots[cell].Id != lots[other].Id) painted[cell] = BorderOf(canvas, lots, cell, other);
            }
        }

        for (var cell = 0; cell < painted.Length; cell++)
        {
            if (painted[cell] != PolderClass.None) canvas.Cells[cell] = painted[cell];
        }
    }

    private static PolderClass BorderOf(PolderCanvas canvas, Lot[] lots, int cell, int other)
    {
        var (a, b) = (lots[cell], lots[other]);
        var draw = canvas.Chance.At(Borders, Math.Min(a.Id, b.Id), Math.Max(a.Id, b.Id));
        var isRowEnd = a.Row != b.Row;
        if (canvas.Cells[cell] == PolderClass.Wood && canvas.Cells[other] == PolderClass.Wood) return draw < 0.3 ? PolderClass.Ditch : PolderClass.None;
        return (PolderBlocks.Style)a.Style switch
        {
            PolderBlocks.Style.PeatMeadow => PolderClass.Ditch,
            PolderBlocks.Style.Clay => isRowEnd || draw < 0.75 ? PolderClass.Ditch : draw < 0.8 ? PolderClass.Hedge : PolderClass.None,
            PolderBlocks.Style.RiverClay => isRowEnd || draw < 0.55 ? PolderClass.Ditch : draw < 0.8 ? PolderClass.Hedge : PolderClass.None,
            _ => draw < 0.68 ? PolderClass.Hedge : draw < 0.78 ? PolderClass.Ditch : PolderClass.None,
        };
    }
}
