namespace Bocage.Landscapes;

/// <summary>Paints villages at junctions of roads and along the dyke, a town, a business park, farms and copses.</summary>
internal sealed class PolderVillages(PolderCanvas canvas, PolderBlocks blocks, PolderRiver river, PolderReserve reserve, PolderMainRoad mainRoad)
{
    private const int Kind = 601;

    private readonly List<(double X, double Y, double Radius)> villages = [];

    public void Paint()
    {
        Found();
        foreach (var village in villages) PaintVillage(village.X, village.Y, village.Radius);
        PaintDykeHouses();
        PaintFarms();
    }

    // Candidates are places near a junction of three blocks, in an order of chance; each keeps its distance from those before.
    private void Found()
    {
        var candidates = new List<(double Order, double X, double Y)>();
        for (var y = 50.0; y < canvas.Height; y += 100)
        {
            for (var x = 50.0; x < canvas.Width; x += 100)
            {
                if (blocks.At(x, y).ToJunction < 70 && IsFree(x, y, 120)) candidates.Add((canvas.Chance.At(Kind, (long)x, (long)y), x, y));
            }
        }

        foreach (var (order, x, y) in candidates.Order())
        {
            if (villages.Exists(village => Math.Abs(village.X - x) + Math.Abs(village.Y - y) < 2100)) continue;
            if (villages.Count > 0.1 * canvas.AreaKm2) return;
            villages.Add((x, y, villages.Count == 0 ? 720 : 240 + 200 * canvas.Chance.At(Kind, 1, (long)x, (long)y)));
        }
    }

    private bool IsFree(double x, double y, double room) =>
        reserve.Depth(x, y) < -0.1 && river.BeyondDyke(canvas.CellOf(x, y), x, y) > room && Math.Abs(mainRoad.East(x, y)) > room + 80 && mainRoad.FromJunction(x, y) > 8 * room;

    private void PaintVillage(double x0, double y0, double radius)
    {
        var chance = canvas.Chance;
        var angle = blocks.AngleOf(blocks.At(x0, y0).Block);
        var key = (long)(x0 + 100_000 * y0);
        canvas.ForEachWithin(x0, y0, 1.5 * radius, (cell, x, y) =>
        {
            var reach = Math.Sqrt((x - x0) * (x - x0) + (y - y0) * (y - y0)) / radius + 0.9 * (chance.Noise(Kind + 1, x, y, 450) - 0.5);
            if (reach > 1 || !IsOpen(canvas.Cells[cell])) return;
            // Streets bend a little.
            var (bentX, bentY) = (x - x0 + 40 * chance.Noise(Kind + 2, x, y, 400), y - y0 + 40 * chance.Noise(Kind + 3, x, y, 400));
            var (across, along) = (bentX * Math.Cos(angle) + bentY * Math.Sin(angle), bentY * Math.Cos(angle) - bentX * Math.Sin(angle));
            canvas.Cells[cell] = VillageClass(across, along, reach, key);
        });
    }

    private PolderClass VillageClass(double across, double along, double reach, long key)
    {
        const double Wide = 104, Long = 210;
        var (i, j) = (Math.Floor(across / Wide), Math.Floor(along / Long));
        var (a, b) = (across - Wide * i, along - Long * j);
        if (a < 12 || b < 12) return PolderClass.Street;
        var draw = canvas.Chance.At(Kind + 4, key, (long)i, (long)j);
        if (draw < 0.07 && reach < 0.8) return a is > 32 and < 86 && b is > 40 and < 150 && draw < 0.03 ? PolderClass.Building : draw < 0.045 ? PolderClass.Garden : PolderClass.Wood;
        var toStreet = Math.Min(a - 12, Wide - a);
        var house = Math.Floor(b / 24);
        var gap = canvas.Chance.At(Kind + 5, key + (long)i, (long)(8 * j + house), a < Wide / 2 ? 0 : 1);
        var isDense = reach < 0.35;
        if (toStreet is > 8 and < 22 && gap < (isDense ? 0.95 : 0.82) && (isDense || b - 24 * house > 8)) return PolderClass.Building;
        return PolderClass.Garden;
    }

    // Houses on the landward foot of the dyke, close together near a village.
    private void PaintDykeHouses() => canvas.ForEach((cell, x, y) =>
    {
        var beyond = river.BeyondDyke(cell, x, y);
        if (beyond is < 0 or > 70 || !IsOpen(canvas.Cells[cell])) return;
        var along = river.Along(cell);
        var people = canvas.Chance.Noise(Kind + 6, along, 0, 1900);
        if (beyond < 9) canvas.Cells[cell] = PolderClass.Street;
        else if (people > 0.58)
        {
            var plot = Math.Floor(along / 30);
            if (canvas.Chance.At(Kind + 7, (long)plot) < 0.25) return;
            canvas.Cells[cell] = beyond is > 14 and < 28 && along - 30 * plot is > 6 and < 24 ? PolderClass.Building : PolderClass.Garden;
        }
    });

    private void PaintFarms()
    {
        var random = new SeededRandom((long)canvas.Chance.Bits(Kind + 8, 0));
        for (var k = 0; k < 14 * canvas.AreaKm2; k++)
        {
            var (x, y) = (random.NextDouble() * canvas.Width, random.NextDouble() * canvas.Height);
            var site = blocks.At(x, y);
            if (site.ToBorder is > 50 and < 90 && IsFree(x, y, 60)) PaintFarm(x, y, blocks.AngleOf(site.Block));
        }
    }

    // A yard of 90 × 70 m: house and barn, a garden, and trees on three sides against the wind.
    private void PaintFarm(double x0, double y0, double angle)
    {
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        canvas.ForEachWithin(x0, y0, 60, (cell, x, y) =>
        {
            var (a, b) = (Math.Abs((x - x0) * cos + (y - y0) * sin), (y - y0) * cos - (x - x0) * sin);
            if (a > 45 || Math.Abs(b) > 35 || canvas.Cells[cell] is PolderClass.Street or PolderClass.Building or PolderClass.Water or PolderClass.Dyke) return;
            canvas.Cells[cell] = a > 35 || b > 25 ? PolderClass.Hedge : a is > 5 and < 26 && Math.Abs(b) < 12 ? PolderClass.Building : PolderClass.Garden;
        });
    }

    private static bool IsOpen(PolderClass cell) =>
        cell is PolderClass.Arable or PolderClass.Grassland or PolderClass.Orchard or PolderClass.Ditch or PolderClass.Hedge or PolderClass.Wood;
}
