namespace Bocage.Landscapes;

/// <summary>Paints the main road that cuts through all: from north to south with a slight bend, a bridge over the river, a junction and a business park.</summary>
internal sealed class PolderMainRoad
{
    private const int Kind = 451;
    private const double Bend = 2 * Math.PI / 9500;
    private const double Swing = 300;

    private readonly PolderCanvas canvas;
    private readonly double x0;
    private readonly double tilt;
    private readonly double phase;
    private readonly double? junction;

    public PolderMainRoad(PolderCanvas canvas, PolderBlocks blocks, PolderRiver river)
    {
        this.canvas = canvas;
        x0 = canvas.Width * (0.58 + 0.16 * canvas.Chance.At(Kind, 3));
        tilt = 0.5 * (canvas.Chance.At(Kind, 1) - 0.5);
        phase = 2 * Math.PI * canvas.Chance.At(Kind, 2);
        junction = Junction(blocks, river);
    }

    /// <summary>Metres to the east of the road's middle; below 0 to the west.</summary>
    public double East(double x, double y)
    {
        var slope = tilt + Swing * Bend * Math.Cos(Bend * y + phase);
        return (x - MiddleAt(y)) / Math.Sqrt(1 + slope * slope);
    }

    /// <summary>How far a place lies from the junction, in metres; infinite when there is none.</summary>
    public double FromJunction(double x, double y) =>
        junction is { } middle ? Math.Sqrt(Math.Pow(x - MiddleAt(middle), 2) + Math.Pow(y - middle, 2)) : double.PositiveInfinity;

    public void Paint()
    {
        if (junction is { } place) PaintBusinessPark(place, canvas.Chance.At(Kind, 4) < 0.5 ? 1 : -1);
        canvas.ForEach((cell, x, y) =>
        {
            var off = Math.Abs(East(x, y));
            if (off < 17) canvas.Cells[cell] = PolderClass.MainRoad;
            else if (off < 50) PaintVerge(cell, y, off);
            if (junction is { } middle && off is > 17 and < 200) PaintRamps(cell, off, y - middle);
        });
    }

    private double MiddleAt(double y) => x0 + tilt * (y - canvas.Height / 2) + Swing * Math.Sin(Bend * y + phase);

    // Where a local road crosses far enough from the river and the ends; the y of the one nearest to a place of chance.
    private double? Junction(PolderBlocks blocks, PolderRiver river)
    {
        var wanted = canvas.Height * (canvas.Chance.At(Kind, 5) < 0.5 ? 0.25 : 0.75);
        double? best = null;
        for (var y = 600.0; y < canvas.Height - 900; y += 20)
        {
            var x = MiddleAt(y);
            if (!canvas.Holds(x, y) || blocks.At(x, y).ToBorder > 14 || river.DistanceFrom(x, y + 400) < 1400) continue;
            if (best is not { } known || Math.Abs(y - wanted) < Math.Abs(known - wanted)) best = y;
        }

        return best;
    }

    private void PaintVerge(int cell, double y, double off)
    {
        if (canvas.Cells[cell] is PolderClass.Water or PolderClass.Dyke or PolderClass.Street or PolderClass.Building) return;
        if (off < 28) canvas.Cells[cell] = PolderClass.Grassland;
        else if (canvas.Chance.Noise(Kind + 1, 0, y, 900) > 0.5) canvas.Cells[cell] = PolderClass.Hedge;
    }

    // A loop on either side, tied to the main road and to the local one.
    private void PaintRamps(int cell, double off, double south)
    {
        var loop = Math.Sqrt(Math.Pow(off - 92, 2) + Math.Pow(Math.Abs(south) - 85, 2));
        if (loop is > 68 and < 82) canvas.Cells[cell] = PolderClass.Street;
        else if (loop < 68 && canvas.Cells[cell] != PolderClass.Street) canvas.Cells[cell] = loop < 45 ? PolderClass.Wood : PolderClass.Grassland;
    }

    // Halls on plots of 130 × 110 m along the road, south of the junction, within a belt of trees.
    private void PaintBusinessPark(double junction, int side)
    {
        const double From = 70, To = 620, Wide = 137.5, Long = 120;
        canvas.ForEach(0, junction + 190, canvas.Width, junction + 190 + 5 * Long + 12, (cell, x, y) =>
        {
            var (east, south) = (side * East(x, y) - From, y - junction - 190);
            if (east is < -20 or > To - From + 32 || canvas.Cells[cell] is PolderClass.Water or PolderClass.Dyke or PolderClass.Floodplain) return;
            var (a, b) = (east % Wide, south % Long);
            if (east < 0 || east > To - From + 12) canvas.Cells[cell] = PolderClass.Hedge;
            else if (a < 12 || b < 12) canvas.Cells[cell] = PolderClass.Street;
            else canvas.Cells[cell] = HallAt((long)(east / Wide), (long)(south / Long), a, b);
        });
    }

    private PolderClass HallAt(long i, long j, double a, double b)
    {
        var size = canvas.Chance.At(Kind + 2, i, j);
        if (size < 0.12) return PolderClass.Grassland;
        return a > 28 && a < 70 + 50 * size && b > 26 && b < 62 + 45 * canvas.Chance.At(Kind + 3, i, j) ? PolderClass.Building : PolderClass.Garden;
    }
}
