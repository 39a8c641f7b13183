namespace Bocage.Landscapes;

/// <summary>Leaves out links of stepping stones that are no shorter than a way over patches.</summary>
internal sealed class StoneSieve(IReadOnlyList<SteppingStoneReach> found, PatchDistances ways)
{
    private readonly double[] over = new double[ways.PatchCount + 1];

    /// <summary>The links of a stone that can matter.</summary>
    public SteppingStoneReach Keep(int stone)
    {
        var (patches, stones) = found[stone];
        Array.Fill(over, double.PositiveInfinity);
        foreach (var (patch, distance) in patches)
            foreach (var (other, further) in ways.From(patch))
                if (other != patch) over[other] = Math.Min(over[other], distance + further);
        (int Patch, double Distance)[] kept = [.. patches.Where(link => link.Distance < over[link.Patch])];
        foreach (var (patch, distance) in patches) over[patch] = Math.Min(over[patch], distance);
        return new(kept, [.. stones.Where(link => link.Distance < Over(link.Stone))]);
    }

    private double Over(int stone)
    {
        var least = double.PositiveInfinity;
        foreach (var (patch, distance) in found[stone].Patches) least = Math.Min(least, over[patch] + distance);
        return least;
    }
}
