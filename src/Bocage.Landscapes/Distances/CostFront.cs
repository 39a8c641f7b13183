using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Bocage.Landscapes;

/// <summary>One worker's share of the front that spreads from the sources, bucket by bucket.</summary>
/// <remarks>
/// A cell's cost is final once no lower bucket holds cells, for every step costs at least the width of a bucket. Where it does not (rounding, or a width above
/// the least step) a cell that falls within the present bucket has another turn, so the result does not lean on the width: it is the least fixed point
/// of "cost = least of a neighbour's cost + step", and among equal sums the lowest source. Nor does it lean on the order of work or the number of workers.
/// </remarks>
internal sealed unsafe class CostFront<TResistance, TTies> : IDisposable
    where TResistance : struct, IResistance
    where TTies : struct
{
    private const int PrefetchAhead = 12;

    private readonly CostField field;
    private readonly TResistance resistance;
    private readonly int worker;
    private readonly double* cost;
    private readonly int* allocation;
    private readonly double limit;
    private readonly double bucketsPerCost;
    private readonly BucketQueue queue = new();
    private long turn;
    private long lowestOffered;

    public CostFront(CostField field, TResistance resistance, int worker)
    {
        this.field = field;
        this.resistance = resistance;
        this.worker = worker;
        (limit, bucketsPerCost) = (field.Limit, field.BucketsPerCost);
        cost = field.Cost;
        allocation = field.Allocation;
    }

    /// <summary>Cells that have had their turn, for progress.</summary>
    public long Settled { get; private set; }

    /// <summary>What went wrong, if anything did; then all workers have stopped.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>From a cell within a block to its neighbours: up, down, left, right and the four corners.</summary>
    private static ReadOnlySpan<int> Offsets =>
        [-1, 1, -BandOrder.Height, BandOrder.Height, -BandOrder.Height - 1, -BandOrder.Height + 1, BandOrder.Height - 1, BandOrder.Height + 1];

    private static bool Ties => typeof(TTies) == typeof(ManySources);

    /// <summary>Spreads until no worker has a cell left.</summary>
    /// <param name="sourceCells">The sources; null when they are all cells of cost 0.</param>
    /// <param name="goOn">Called at every bucket; false makes all workers stop.</param>
    public void Run(IReadOnlyList<int>? sourceCells, Func<bool> goOn)
    {
        try
        {
            Seed(sourceCells);
            Spread(goOn);
        }
        catch (Exception failure)
        {
            // The others wait for this worker at their next meeting.
            Failure = failure;
            field.Lockstep.Agree(worker, ++turn, Lockstep.Stop);
        }
    }

    private void Seed(IReadOnlyList<int>? sourceCells)
    {
        if (sourceCells is null)
        {
            SeedRims();
            return;
        }

        foreach (var cell in sourceCells)
        {
            var (row, column) = Math.DivRem(cell, field.Order.Columns);
            if (field.OwnerOf(row, column) == worker) queue.Push(field.Order.PlaceOf(row, column), 0, long.MinValue);
        }
    }

    /// <summary>Of the cells of cost 0 only those need a turn that have a neighbour to reach.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SeedRims()
    {
        for (var band = 0; band < field.Order.Bands; band++)
        {
            for (var column = 0; column < field.Order.Columns; column++)
            {
                var top = band << BandOrder.Shift;
                if (field.OwnerOf(top, column) != worker) continue;
                var place = field.Order.PlaceOf(top, column);
                for (var row = 0; row < field.Order.HeightOf(band); row++)
                {
                    if (cost[place + row] == 0 && HasNeighbourToReach(top + row, column)) queue.Push(place + row, 0, long.MinValue);
                }
            }
        }
    }

    private bool HasNeighbourToReach(int row, int column)
    {
        for (var y = Math.Max(row - 1, 0); y <= Math.Min(row + 1, field.Order.Rows - 1); y++)
        {
            for (var x = Math.Max(column - 1, 0); x <= Math.Min(column + 1, field.Order.Columns - 1); x++)
            {
                if (cost[field.Order.PlaceOf(y, x)] > 0) return true;
            }
        }

        return false;
    }

    private void Spread(Func<bool> goOn)
    {
        lowestOffered = BucketQueue.None;
        while (true)
        {
            var proposal = goOn() ? Math.Min(queue.Next(), lowestOffered) : Lockstep.Stop;
            var bucket = field.Lockstep.Agree(worker, ++turn, proposal);
            if (bucket is BucketQueue.None or Lockstep.Stop) return;
            MoveTo(bucket);
            lowestOffered = BucketQueue.None;
            TakeOffers();
            for (var top = queue.Take(); top != null; top = queue.Take())
            {
                while (top != null)
                {
                    Process(BucketQueue.FirstOf(top), top, bucket);
                    top = queue.Release(top);
                }
            }
        }
    }

    public void Dispose() => queue.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long BucketOf(double sum) => double.ConvertToIntegerNative<long>(sum * bucketsPerCost);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MoveTo(long bucket)
    {
        var top = queue.MoveTo(bucket);
        while (top != null)
        {
            for (var entry = BucketQueue.FirstOf(top); entry < top; entry++)
            {
                var exact = BucketOf(cost[*entry]);
                if (exact >= bucket) queue.Push(*entry, exact, long.MinValue);
            }

            top = queue.Release(top);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakeOffers()
    {
        for (var other = 0; other < field.Workers; other++)
        {
            var box = field.Box(other, worker, turn - 1);
            foreach (var offer in box.All) Offer(offer.Place, worker, offer.Cost, offer.Source);
            box.Clear();
        }
    }

    private void Improve(int place, double sum, int source, double before)
    {
        cost[place] = sum;
        if (Ties) allocation[place] = source;
        queue.Push(place, BucketOf(sum), BucketOf(before));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Process(int* entry, int* end, long bucket)
    {
        var (steps, resistance) = (field.Steps, this.resistance);
        var columns = (uint)field.Order.Columns;
        var reciprocal = ulong.MaxValue / columns + 1;

        // With one column the reciprocal does not fit 64 bits; then every cell is at a rim anyway.
        var fullCells = columns == 1 ? 0 : (uint)field.Order.FullCells;
        var sums = stackalloc double[8];
        var settled = 0;
        for (; entry < end; entry++)
        {
            Prefetch(entry + PrefetchAhead < end ? entry[PrefetchAhead] : *entry);
            var place = *entry;
            var here = cost[place];
            if (BucketOf(here) != bucket) continue;
            settled++;
            var group = (uint)place >> BandOrder.Shift;
            var band = (uint)Math.BigMul(reciprocal, group, out _);
            var column = group - band * columns;
            var row = (band << BandOrder.Shift) + ((uint)place & (BandOrder.Height - 1));
            if ((uint)place >= fullCells)
            {
                var (y, x) = field.Order.CellAt(place);
                ReachFromRim(place, y, x, here);
            }
            else if (IsAtRim(row, column) || column >= columns - 1)
            {
                ReachFromRim(place, (int)row, (int)column, here);
            }
            else
            {
                nint at = TResistance.InBandOrder ? place : (nint)(row * columns + column);
                nint south = TResistance.InBandOrder ? 1 : (nint)columns;
                nint east = TResistance.InBandOrder ? BandOrder.Height : 1;
                var lower = SumAround(resistance, at, south, east, here, cost + place, steps, field.Diagonals, sums);
                if (lower != 0) Reach(place, lower, sums);
            }
        }

        Settled += settled;
    }

    /// <summary>Asks for the memory that a cell will need. Near its ends some of it is not ours, which does no harm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Prefetch(int place)
    {
        if (!Sse.IsSupported) return;
        Sse.Prefetch0(cost + place - BandOrder.Height);
        Sse.Prefetch0(cost + place);
        Sse.Prefetch0(cost + place + BandOrder.Height);
        resistance.Prefetch(place);
        if (!Ties) return;
        Sse.Prefetch0(allocation + place - BandOrder.Height);
        Sse.Prefetch0(allocation + place);
        Sse.Prefetch0(allocation + place + BandOrder.Height);
    }

    /// <summary>Whether a neighbour lies in another block; unsigned numbers below 1 wrap round to large ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAtRim(uint row, uint column) =>
        (row & (BandOrder.Height - 1)) - 1 >= BandOrder.Height - 2 || (column & (CostField.BlockColumns - 1)) - 1 >= CostField.BlockColumns - 2;

    /// <summary>Costs at which the neighbours are reached, in the order of <see cref="Offsets"/>; returns as bits which of them are worth it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint SumAround(
        TResistance resistance, nint at, nint south, nint east, double here, double* around, StepLengths steps, bool diagonals, double* sums)
    {
        var own = resistance.At(at);
        sums[0] = here + StepLengths.Cost(own, resistance.At(at - south), steps.HalfVertical);
        sums[1] = here + StepLengths.Cost(own, resistance.At(at + south), steps.HalfVertical);
        sums[2] = here + StepLengths.Cost(own, resistance.At(at - east), steps.HalfHorizontal);
        sums[3] = here + StepLengths.Cost(own, resistance.At(at + east), steps.HalfHorizontal);
        var lower = IsLower(sums[0], around[-1]) | IsLower(sums[1], around[1]) << 1;
        lower |= IsLower(sums[2], around[-BandOrder.Height]) << 2 | IsLower(sums[3], around[BandOrder.Height]) << 3;
        if (!diagonals) return lower;
        sums[4] = here + StepLengths.Cost(own, resistance.At(at - east - south), steps.HalfDiagonal);
        sums[5] = here + StepLengths.Cost(own, resistance.At(at - east + south), steps.HalfDiagonal);
        sums[6] = here + StepLengths.Cost(own, resistance.At(at + east - south), steps.HalfDiagonal);
        sums[7] = here + StepLengths.Cost(own, resistance.At(at + east + south), steps.HalfDiagonal);
        lower |= IsLower(sums[4], around[-BandOrder.Height - 1]) << 4 | IsLower(sums[5], around[-BandOrder.Height + 1]) << 5;
        return lower | IsLower(sums[6], around[BandOrder.Height - 1]) << 6 | IsLower(sums[7], around[BandOrder.Height + 1]) << 7;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reach(int place, uint lower, double* sums)
    {
        var source = Ties ? allocation[place] : 0;
        do
        {
            var direction = BitOperations.TrailingZeroCount(lower);
            lower &= lower - 1;
            var there = place + Offsets[direction];
            var sum = sums[direction];
            if (sum > limit) continue;
            var before = cost[there];
            if (Ties)
            {
                if (sum == before && allocation[there] <= source) continue;
                allocation[there] = source;
            }

            cost[there] = sum;
            queue.Push(there, BucketOf(sum), BucketOf(before));
        }
        while (lower != 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint IsLower(double sum, double before) => Ties ? (sum <= before ? 1u : 0u) : (sum < before ? 1u : 0u);

    /// <summary>The same for a cell at the rim of a block, where neighbours may be another's, lie elsewhere in memory, or not exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReachFromRim(int place, int row, int column, double here)
    {
        var (order, source) = (field.Order, Ties ? allocation[place] : 0);
        var own = resistance.At(ResistancePlace(row, column));
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                if ((dy == 0 && dx == 0) || (!field.Diagonals && dy != 0 && dx != 0)) continue;
                var (y, x) = (row + dy, column + dx);
                if ((uint)y >= (uint)order.Rows || (uint)x >= (uint)order.Columns) continue;
                var there = order.PlaceOf(y, x);
                var sum = here + StepLengths.Cost(own, resistance.At(TResistance.InBandOrder ? there : ResistancePlace(y, x)), field.Steps.Half(dy, dx));

                // Another's cost may be read just before it falls: then the offer is made in vain, for its owner looks again.
                if (IsLower(sum, cost[there]) != 0 && sum <= limit) Offer(there, field.OwnerOf(y, x), sum, source);
            }
        }
    }

    private nint ResistancePlace(int row, int column) =>
        TResistance.InBandOrder ? field.Order.PlaceOf(row, column) : (nint)row * field.Order.Columns + column;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Offer(int place, int owner, double sum, int source)
    {
        if (owner != worker)
        {
            field.Box(worker, owner, turn).Add(new(place, source, sum));
            lowestOffered = Math.Min(lowestOffered, BucketOf(sum));
            return;
        }

        var before = cost[place];
        if (sum < before || (Ties && sum == before && source < allocation[place])) Improve(place, sum, source, before);
    }
}
