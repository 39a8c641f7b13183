namespace Bocage.Landscapes;

/// <summary>Paints copses scattered over the fields, some of them a duck decoy: a pond ringed by trees.</summary>
internal static class PolderCopses
{
    private const int Kind = 701;

    public static void Paint(PolderCanvas canvas)
    {
        var random = new SeededRandom((long)canvas.Chance.Bits(Kind, 0));
        for (var k = 0; k < 1.1 * canvas.AreaKm2; k++)
        {
            var (x0, y0) = (random.NextDouble() * canvas.Width, random.NextDouble() * canvas.Height);
            var radius = 35 + 75 * random.NextDouble() * random.NextDouble();
            var pond = random.Next(4) == 0 ? 0.4 : 0;
            canvas.ForEachWithin(x0, y0, 1.7 * radius, (cell, x, y) =>
            {
                var off = Math.Sqrt((x - x0) * (x - x0) + (y - y0) * (y - y0)) / radius + 1.3 * (canvas.Chance.Noise(Kind + 1, x, y, 1.2 * radius) - 0.5);
                if (off < 1) canvas.Cells[cell] = off < pond ? PolderClass.Water : PolderClass.Wood;
            });
        }
    }
}
