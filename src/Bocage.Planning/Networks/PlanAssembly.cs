using System.Collections.Immutable;
using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Puts patches, stepping stones and what they are linked to together into a case.</summary>
internal sealed class PlanAssembly
{
    private readonly SpeciesLandscape landscape;
    private readonly PlanStones stones;
    private readonly IReadOnlyList<SteppingStoneReach> reach;
    private readonly PlanNetworkOptions options;
    private readonly int[] entrance; // vertex of a stone's entrance; its core is the next one; −1 for a stone that can do nothing
    private readonly int[] land; // vertex of the hectares that count once they are joined to a patch; −1 for none
    private readonly ImmutableArray<ConnectivityArc>.Builder arcs = ImmutableArray.CreateBuilder<ConnectivityArc>();
    private readonly ImmutableArray<ArcImprovement>.Builder gates = ImmutableArray.CreateBuilder<ArcImprovement>();
    private readonly ImmutableArray<VertexImprovement>.Builder gains = ImmutableArray.CreateBuilder<VertexImprovement>();

    public PlanAssembly(SpeciesLandscape landscape, PlanStones stones, IReadOnlyList<SteppingStoneReach> reach, PlanNetworkOptions options)
    {
        this.landscape = landscape;
        this.stones = stones;
        this.reach = reach;
        this.options = options;
        entrance = Entrances();
        land = Land();
    }

    public int StoneCount { get; private set; }

    public int WeakLinksLeftOut { get; private set; }

    private int VertexCount { get; set; }

    public ConnectivityCase Case()
    {
        var patches = landscape.Patches.Patches;
        foreach (var link in landscape.Links) Both(link.From - 1, link.From - 1, link.To - 1, link.To - 1, link.Distance);
        for (var stone = 0; stone < entrance.Length; stone++) if (entrance[stone] >= 0) AddStone(stone);
        foreach (var (patch, unit, ha) in stones.PatchGains) gains.Add(new(patch, unit, ha, ha));
        ImmutableArray<double> areas = [.. patches.Select(patch => patch.AreaHa), .. Enumerable.Repeat(0.0, VertexCount - patches.Count)];
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
        Gate(into, core, stone);
        var holder = land[stone] >= 0 ? land[stone] : core;
        if (HoldsHectares(stone)) foreach (var (unit, ha) in stones.Stones[stone].Units) if (ha > 0) gains.Add(new(holder, unit, ha, ha));
        foreach (var (patch, distance) in reach[stone].Patches) Both(core, into, patch - 1, patch - 1, distance);
        foreach (var (other, distance) in reach[stone].Stones)
        {
            if (entrance[other] < 0) continue;
            if (distance == 0) Join(stone, other);
            if (landscape.Dispersal.Probability(distance) < options.LeastPlaceProbability) WeakLinksLeftOut++;
            else Both(core, into, entrance[other] + 1, entrance[other], distance);
        }
    }

    /// <summary>Joins the land of two places that touch: whoever enters a place needs it to be chosen, whoever leaves it was there already.</summary>
    private void Join(int one, int other)
    {
        if (land[one] >= 0 && land[other] >= 0)
        {
            Gate(land[one], land[other], other);
            Gate(land[other], land[one], one);
        }
        else if (land[one] >= 0 || land[other] >= 0)
        {
            var (loose, held) = land[one] >= 0 ? (one, other) : (other, one);
            if (!stones.Stones[held].IsPatch) return;
            arcs.Add(new(land[loose], entrance[held], 1));
            Gate(entrance[held] + 1, land[loose], loose);
        }
    }

    // Passed with certainty when a unit of the stone is chosen, else not at all.
    private void Gate(int from, int to, int stone)
    {
        foreach (var (unit, _) in stones.Stones[stone].Units) gates.Add(new(arcs.Count, unit, 1));
        arcs.Add(new(from, to, 0));
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
            entrances[stone] = links[stone] > 1 || HoldsHectares(stone) ? landscape.Patches.Patches.Count + 2 * StoneCount++ : -1;
        }

        VertexCount = landscape.Patches.Patches.Count + 2 * StoneCount;
        return entrances;
    }

    private int[] Land()
    {
        var vertices = new int[reach.Count];
        for (var stone = 0; stone < vertices.Length; stone++)
            vertices[stone] = options.SmallPlaces == SmallPlaces.Joined && !stones.Stones[stone].IsPatch && HoldsHectares(stone) ? VertexCount++ : -1;
        return vertices;
    }

    private bool HoldsHectares(int stone) =>
        stones.Stones[stone].Units.Any(unit => unit.Ha > 0) && (stones.Stones[stone].IsPatch || options.SmallPlaces != SmallPlaces.NotCounted);
}
