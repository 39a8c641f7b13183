namespace Bocage.Landscapes;

/// <summary>Paints the nature reserve: heath and bog with pools, old peat cuttings, reed and a rim of birch wood.</summary>
internal sealed class PolderReserve
{
    private const int Kind = 501;

    private readonly PolderCanvas canvas;
    private readonly double x0;
    private readonly double y0;
    private readonly double radius;

    public PolderReserve(PolderCanvas canvas, PolderRiver river)
    {
        this.canvas = canvas;
        // In the west, away from the main road, on that side of the river where there is more room.
        var chance = canvas.Chance;
        x0 = canvas.Width * (0.16 + 0.14 * chance.At(Kind, 1));
        y0 = canvas.Height * (river.DistanceFrom(x0, 0.17 * canvas.Height) > river.DistanceFrom(x0, 0.83 * canvas.Height) ? 0.17 : 0.83);
        radius = 0.125 * Math.Min(canvas.Width, 1.5 * canvas.Height);
    }

    /// <summary>How deep inside the reserve a place lies, from 0 at its border to 1; below 0 outside.</summary>
    public double Depth(double x, double y)
    {
        var (dx, dy) = ((x - x0) / (1.35 * radius), (y - y0) / radius);
        var middle = Math.Sqrt(dx * dx + dy * dy);
        return middle > 1.5 ? -1 : 1 - middle - 0.95 * (canvas.Chance.Noise(Kind, x, y, 0.8 * radius) - 0.5);
    }

    public void Paint() => canvas.ForEach((cell, x, y) =>
    {
        var depth = Depth(x, y);
        if (depth > 0) canvas.Cells[cell] = ClassOf(x, y, depth);
    });

    private PolderClass ClassOf(double x, double y, double depth)
    {
        var chance = canvas.Chance;
        var wild = chance.Noise(Kind + 1, x, y, 330);
        if (depth < 0.05 + 0.22 * wild && wild > 0.42) return PolderClass.Wood;
        var pool = chance.Noise(Kind + 2, x, y, 380);
        if (pool > 0.72) return PolderClass.Water;
        if (pool > 0.67) return PolderClass.Reed;
        if (chance.Noise(Kind + 3, x, y, 1100) > 0.60 && depth > 0.12) return PeatCutting(x, y);
        // Birches come up one by one, and in clumps.
        if (wild > 0.72 || chance.Noise(Kind + 6, x, y, 90) > 0.86) return PolderClass.Wood;
        return chance.Noise(Kind + 7, x, y, 240) < 0.24 ? PolderClass.Grassland : PolderClass.Heath;
    }

    // Strips of water where peat was dug, and the baulks between, where it was laid to dry.
    private PolderClass PeatCutting(double x, double y)
    {
        var angle = Math.PI * canvas.Chance.At(Kind, 3);
        var (across, along) = (x * Math.Cos(angle) + y * Math.Sin(angle), y * Math.Cos(angle) - x * Math.Sin(angle));
        var strip = Math.Floor(across / 55);
        var start = 200 * canvas.Chance.At(Kind + 4, (long)strip);
        if (across - 55 * strip < 22 || (along + start) % 260 is > -25 and < 25) return canvas.Chance.Noise(Kind + 5, x, y, 160) > 0.6 ? PolderClass.Wood : PolderClass.Reed;
        return PolderClass.Water;
    }
}
