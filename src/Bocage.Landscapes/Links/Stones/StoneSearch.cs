namespace Bocage.Landscapes;

/// <summary>Spreads from one stepping stone after another, over land outside patches, with work arrays that are used again.</summary>
/// <remarks>
/// Buckets of costs; a cell that gets cheaper is put in again, so the result is exact for any width of bucket. A cell is not spread from when the patch nearest to it is
/// reached so early that going there and back out is no dearer: whatever lies beyond is then reached over that patch. Not for two threads at once.
/// </remarks>
internal sealed class StoneSearch(StoneMap map, PatchDistances ways, CancellationToken cancellation)
{
    private readonly List<int>[] buckets = [.. Enumerable.Range(0, (int)(map.Limit / map.BucketWidth) + 2).Select(_ => new List<int>())];
    private readonly double[] cost = Far(map.Grid.CellCount);
    private readonly double[] spreadAt = Far(map.Grid.CellCount); // the cost at which a cell was spread from; −1 on the stone itself
    private readonly List<int> touched = [];
    private readonly double[] toPatch = Far(ways.PatchCount + 1);
    private readonly double[] overPatches = Far(ways.PatchCount + 1);
    private readonly List<int> patchesSeen = [];
    private readonly List<int> patchesOver = [];
    private readonly double[] toStone = Far(map.Stones.Count);
    private readonly List<int> stonesSeen = [];
    private int source;

    /// <summary>What a stone is linked to, over land alone; stones before it in the list left out.</summary>
    public SteppingStoneReach From(int stone)
    {
        source = stone;
        var (cells, resistances, isHabitat) = map.Stones[stone];
        foreach (var cell in cells)
        {
            touched.Add(cell);
            (cost[cell], spreadAt[cell]) = (0, -1);
        }

        for (var k = 0; k < cells.Count; k++)
        {
            if (isHabitat) foreach (var (other, _) in map.On(cells[k])) if (map.Stones[other].IsHabitat) Reach(other, 0);
            Leave(cells[k], 0, resistances[k], isHabitat);
        }

        Spread();
        var reach = new SteppingStoneReach(
            [.. patchesSeen.Order().Select(patch => (patch, toPatch[patch]))],
            [.. stonesSeen.Where(other => other > stone).Order().Select(other => (other, toStone[other]))]);
        Clear();
        return reach;
    }

    private void Spread()
    {
        for (var k = 0; k < buckets.Length; k++)
        {
            var bucket = buckets[k];
            for (var place = 0; place < bucket.Count; place++)
            {
                var cell = bucket[place];
                var here = cost[cell];
                if (here >= spreadAt[cell] || (int)(here / map.BucketWidth) != k) continue;
                spreadAt[cell] = here;
                if (here >= overPatches[map.NearPatch[cell]] + map.NearCost[cell]) continue;
                Leave(cell, here, map.Resistance[cell], touches: false);
            }

            if (bucket.Count > 0) cancellation.ThrowIfCancellationRequested();
            bucket.Clear();
        }
    }

    private void Leave(int cell, double here, double resistance, bool touches)
    {
        var (row, column) = Math.DivRem(cell, map.Grid.Columns);
        var inside = row > 0 && row < map.Grid.Rows - 1 && column > 0 && column < map.Grid.Columns - 1;
        for (var move = 0; move < map.Moves.Count; move++)
        {
            if (!inside && map.Moves.Target(row, column, move) < 0) continue;
            var next = cell + map.Moves.Offset[move];
            if (spreadAt[next] < 0) continue; // the stone itself
            var half = map.Moves.HalfLength[move];
            foreach (var (other, itsResistance) in map.On(next))
                Reach(other, touches && map.Stones[other].IsHabitat ? 0 : here + StepLengths.Cost(resistance, itsResistance, half));
            var there = here + StepLengths.Cost(resistance, map.Resistance[next], half);
            if (map.Labels[next] != 0) ReachPatch(map.Labels[next], touches ? 0 : there);
            else if (there < cost[next] && there <= map.Limit) Push(next, there);
        }
    }

    private void Push(int cell, double there)
    {
        if (there >= overPatches[map.NearPatch[cell]] + map.NearCost[cell]) return;
        if (double.IsPositiveInfinity(cost[cell])) touched.Add(cell);
        cost[cell] = there;
        buckets[(int)(there / map.BucketWidth)].Add(cell);
    }

    private void Reach(int stone, double there)
    {
        if (stone == source || !(there <= map.Limit) || there >= toStone[stone]) return;
        if (double.IsPositiveInfinity(toStone[stone])) stonesSeen.Add(stone);
        toStone[stone] = there;
    }

    private void ReachPatch(int patch, double there)
    {
        if (!(there <= map.Limit) || there >= toPatch[patch]) return;
        if (double.IsPositiveInfinity(toPatch[patch])) patchesSeen.Add(patch);
        toPatch[patch] = there;
        if (there >= overPatches[patch]) return;
        foreach (var (other, distance) in ways.From(patch))
        {
            if (there + distance >= overPatches[other]) continue;
            if (double.IsPositiveInfinity(overPatches[other])) patchesOver.Add(other);
            overPatches[other] = there + distance;
        }
    }

    private void Clear()
    {
        foreach (var cell in touched) (cost[cell], spreadAt[cell]) = (double.PositiveInfinity, double.PositiveInfinity);
        foreach (var patch in patchesSeen) toPatch[patch] = double.PositiveInfinity;
        foreach (var patch in patchesOver) overPatches[patch] = double.PositiveInfinity;
        foreach (var stone in stonesSeen) toStone[stone] = double.PositiveInfinity;
        touched.Clear();
        patchesSeen.Clear();
        patchesOver.Clear();
        stonesSeen.Clear();
    }

    private static double[] Far(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.PositiveInfinity);
        return values;
    }
}
