namespace Bocage.Landscapes;

/// <summary>Paints the roads along the borders of blocks with their canals and rows of trees.</summary>
internal static class PolderRoads
{
    private const int Kind = 401;

    public static void Paint(PolderCanvas canvas, PolderBlocks blocks, PolderReserve reserve) =>
        canvas.ForEach((cell, x, y) =>
        {
            var site = blocks.At(x, y);
            if (site.ToBorder > 45 || reserve.Depth(x, y) > 0) return;
            var (a, b) = (Math.Min(site.Block.Key, site.Next.Key), Math.Max(site.Block.Key, site.Next.Key));
            // Metres from the border, above 0 on one side and below on the other.
            var across = site.Block.Key == a ? site.ToBorder : -site.ToBorder;
            if (Math.Abs(across) < 7.5) canvas.Cells[cell] = PolderClass.Street;
            else if (across is > 7.5 and < 30 && canvas.Chance.At(Kind, a, b) < 0.75) canvas.Cells[cell] = across < 12 ? PolderClass.Grassland : PolderClass.Ditch;
            else if (across is > -20 and < -7.5 && HasTrees(canvas, a, b, x, y)) canvas.Cells[cell] = PolderClass.Hedge;
        });

    private static bool HasTrees(PolderCanvas canvas, long a, long b, double x, double y) =>
        canvas.Chance.At(Kind + 1, a, b) < 0.7 && canvas.Chance.Noise(Kind + 3, x, y, 500) > 0.36;
}
