namespace Bocage.Landscapes;

/// <summary>Paints the river: its bends, groynes, side channels and floodplain, and the dykes that hold it.</summary>
/// <remarks>The course is a sine-generated curve, the shape that rivers take: direction = ω·sin(2π·s/λ) along the way s. Langbein and Leopold (1966), USGS Professional Paper 422-H.</remarks>
internal sealed class PolderRiver
{
    private const int Kind = 301;
    private const double Reach = 650;
    private const double Step = 40;
    private const double LeftBank = 1_000_000;
    private const double HalfWidth = 62;
    private const double DykeWidth = 26;

    private readonly PolderCanvas canvas;
    private readonly float[] distance;
    private readonly float[] along;
    private readonly List<(double X, double Y)> course;

    public PolderRiver(PolderCanvas canvas)
    {
        this.canvas = canvas;
        distance = new float[canvas.Grid.CellCount];
        along = new float[canvas.Grid.CellCount];
        Array.Fill(distance, float.PositiveInfinity);
        course = Course();
        for (var k = 0; k + 1 < course.Count; k++) Measure(course[k], course[k + 1], k * Step);
    }

    /// <summary>How far a cell lies outside the dyke, in metres; below 0 within it, infinite where the river is far.</summary>
    public double BeyondDyke(int cell, double x, double y) =>
        float.IsInfinity(distance[cell]) ? double.PositiveInfinity : distance[cell] - FloodplainWidth(x, y) - DykeWidth;

    /// <summary>How far a place lies from the middle of the river, in metres.</summary>
    public double DistanceFrom(double x, double y) => Math.Sqrt(course.Min(point => (point.X - x) * (point.X - x) + (point.Y - y) * (point.Y - y)));

    /// <summary>How far along the river a cell lies, in metres, by bank: that of the left begins at a million. Only where <see cref="BeyondDyke"/> is finite.</summary>
    public double Along(int cell) => along[cell];

    public void Paint() => canvas.ForEach((cell, x, y) =>
    {
        var beyond = BeyondDyke(cell, x, y);
        if (beyond < 0) canvas.Cells[cell] = ClassOf(cell, x, y);
        else if (beyond < 130 && PoolAt(cell, beyond) is var pool and not PolderClass.None) canvas.Cells[cell] = pool;
    });

    // Where a dyke once broke, the flood dug a deep round pool at its foot.
    private PolderClass PoolAt(int cell, double beyond)
    {
        var stretch = Math.Floor(along[cell] / 900);
        if (canvas.Chance.At(Kind + 6, (long)stretch) > 0.35) return PolderClass.None;
        var radius = 40 + 35 * canvas.Chance.At(Kind + 7, (long)stretch);
        var off = Math.Sqrt(Math.Pow(along[cell] - 900 * stretch - 450, 2) + Math.Pow(beyond - 45, 2)) - radius;
        return off < 0 ? PolderClass.Water : off < 18 ? PolderClass.Reed : PolderClass.None;
    }

    private PolderClass ClassOf(int cell, double x, double y)
    {
        var chance = canvas.Chance;
        double d = distance[cell];
        if (d >= FloodplainWidth(x, y)) return PolderClass.Dyke;
        if (d < HalfWidth) return d > HalfWidth - 18 && along[cell] % 170 < 14 ? PolderClass.Dyke : PolderClass.Water;
        var channel = chance.Noise(Kind + 1, along[cell], 0, 1300);
        var bed = 165 + 60 * (chance.Noise(Kind + 2, x, y, 700) - 0.5);
        if (channel > 0.52 && Math.Abs(d - bed) < 70 * (channel - 0.46)) return PolderClass.Water;
        if (channel > 0.50 && Math.Abs(d - bed) < 70 * (channel - 0.46) + 22) return PolderClass.Reed;
        var wild = chance.Noise(Kind + 3, x, y, 420);
        return wild > 0.71 ? PolderClass.Wood : wild < 0.24 ? PolderClass.Reed : PolderClass.Floodplain;
    }

    private double FloodplainWidth(double x, double y) => 230 + 380 * (canvas.Chance.Noise(Kind, x, y, 2600) - 0.35);

    private List<(double X, double Y)> Course()
    {
        var chance = canvas.Chance;
        var tilt = 0.5 * (chance.At(Kind, 1) - 0.5);
        var phase = 2 * Math.PI * chance.At(Kind, 2);
        var points = new List<(double X, double Y)> { (0, 0) };
        var length = 1.25 * (canvas.Width + canvas.Height) + 4000;
        for (var k = 0; points[^1].X < length; k++)
        {
            var swing = 0.35 + 1.25 * chance.Noise(Kind + 4, k * Step, 0, 5000);
            var direction = tilt + swing * Math.Sin(2 * Math.PI * k * Step / 4900 + phase + 5 * chance.Noise(Kind + 5, k * Step, 0, 7000));
            points.Add((points[^1].X + Step * Math.Cos(direction), points[^1].Y + Step * Math.Sin(direction)));
        }

        // The point half way goes to the middle of the map, more or less.
        var middle = points[points.FindIndex(point => point.X >= length / 2)];
        var (dx, dy) = (canvas.Width / 2 - middle.X, canvas.Height * (0.4 + 0.2 * chance.At(Kind, 3)) - middle.Y);
        return [.. points.Select(point => (point.X + dx, point.Y + dy))];
    }

    private void Measure((double X, double Y) a, (double X, double Y) b, double start)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        canvas.ForEach(Math.Min(a.X, b.X) - Reach, Math.Min(a.Y, b.Y) - Reach, Math.Max(a.X, b.X) + Reach, Math.Max(a.Y, b.Y) + Reach, (cell, x, y) =>
        {
            var share = Math.Clamp(((x - a.X) * dx + (y - a.Y) * dy) / (Step * Step), 0, 1);
            var (ex, ey) = (x - a.X - share * dx, y - a.Y - share * dy);
            var square = ex * ex + ey * ey;
            if (square >= (double)distance[cell] * distance[cell]) return;
            distance[cell] = (float)Math.Sqrt(square);
            along[cell] = (float)(start + share * Step + (ex * dy - ey * dx > 0 ? LeftBank : 0));
        });
    }
}
