using System.Collections.Immutable;
using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Puts patches, stepping stones and what they are linked to together into a case.</summary>
internal sealed class PlanAssembly
{
    private readonly SpeciesLandscape landscape;
    private readonly PlanStones stones;
    private readonly IReadOnlyList<SteppingStoneReach> reach;
    private readonly double least;
    private readonly int[] entrance; // vertex of a stone's entrance; its core is the next one; −1 for a stone that can do nothing
    private readonly ImmutableArray<ConnectivityArc>.Builder arcs = ImmutableArray.CreateBuilder<ConnectivityArc>();
    private readonly ImmutableArray<ArcImprovement>.Builder gates = ImmutableArray.CreateBuilder<ArcImprovement>();
    private readonly ImmutableArray<VertexImprovement>.Builder gains = ImmutableArray.CreateBuilder<VertexImprovement>();

    public PlanAssembly(SpeciesLandscape landscape, PlanStones stones, IReadOnlyList<SteppingStoneReach> reach, double least)
    {
        this.landscape = landscape;
        this.stones = stones;
        this.reach = reach;
        this.least = least;
        entrance = Entrances();
    }

    public int StoneCount { get; private set; }

    public int WeakLinksLeftOut { get; private set; }

    public ConnectivityCase Case()
    {
        var patches = landscape.Patches.Patches;
        foreach (var link in landscape.Links) Both(link.From - 1, link.From - 1, link.To - 1, link.To - 1, link.Distance);
        for (var stone = 0; stone < entrance.Length; stone++) if (entrance[stone] >= 0) AddStone(stone);
        foreach (var (patch, unit, ha) in stones.PatchGains) gains.Add(new(patch, unit, ha, ha));
        ImmutableArray<double> areas = [.. patches.Select(patch => patch.AreaHa), .. Enumerable.Repeat(0.0, 2 * StoneCount)];
        return new()
        {
            Name = landscape.Name,
            SourceQuality = areas,
            TargetQuality = areas,
            Arcs = arcs.DrainToImmutable(),
            ArcImprovements = gates.DrainToImmutable(),
            VertexImprovements = gains.DrainToImmutable(),
        };
    }

    private void AddStone(int stone)
    {
        var (into, core) = (entrance[stone], entrance[stone] + 1);
        foreach (var (unit, ha) in stones.Stones[stone].Units)
        {
            gates.Add(new(arcs.Count, unit, 1));
            if (ha > 0) gains.Add(new(core, unit, ha, ha));
        }

        arcs.Add(new(into, core, 0));
        foreach (var (patch, distance) in reach[stone].Patches) Both(core, into, patch - 1, patch - 1, distance);
        foreach (var (other, distance) in reach[stone].Stones)
        {
            if (entrance[other] < 0) continue;
            if (landscape.Dispersal.Probability(distance) < least) WeakLinksLeftOut++;
            else Both(core, into, entrance[other] + 1, entrance[other], distance);
        }
    }

    // From where one is left to where the other is entered, and back.
    private void Both(int leaveOne, int enterOne, int leaveOther, int enterOther, double distance)
    {
        var probability = landscape.Dispersal.Probability(distance);
        arcs.Add(new(leaveOne, enterOther, probability));
        arcs.Add(new(leaveOther, enterOne, probability));
    }

    /// <summary>Numbers the stones that add hectares, or lie between two others at least.</summary>
    private int[] Entrances()
    {
        var links = new int[reach.Count];
        for (var stone = 0; stone < links.Length; stone++)
        {
            links[stone] += reach[stone].Patches.Count + reach[stone].Stones.Count;
            foreach (var (other, _) in reach[stone].Stones) links[other]++;
        }

        var entrances = new int[reach.Count];
        for (var stone = 0; stone < entrances.Length; stone++)
        {
            var counts = links[stone] > 1 || stones.Stones[stone].Units.Any(unit => unit.Ha > 0);
            entrances[stone] = counts ? landscape.Patches.Patches.Count + 2 * StoneCount++ : -1;
        }

        return entrances;
    }
}
