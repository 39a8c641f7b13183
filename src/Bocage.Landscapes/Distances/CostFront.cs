using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Bocage.Landscapes;

/// <summary>What all workers that spread costs over one map share.</summary>
internal sealed unsafe class CostField(Grid grid, double* cost, int* allocation, bool diagonals, double limit, double bucketWidth, int workers)
{
    /// <summary>Cells of a block of 256 columns and one band belong to one worker, who alone writes to them.</summary>
    public const int BlockColumns = 256;

    private readonly double bucketsPerCost = 1 / bucketWidth;

    public BandOrder Order { get; } = new(grid);

    public StepLengths Steps { get; } = new(grid);

    public double* Cost => cost;

    public int* Allocation => allocation;

    public bool Diagonals => diagonals;

    public double Limit => limit;

    public double BucketsPerCost => bucketsPerCost;

    public int Workers => workers;

    public Lockstep Lockstep { get; } = new(workers);

    /// <summary>Offers to a worker from another, of this turn and of the one before.</summary>
    public Offers[] Boxes { get; } = [.. Enumerable.Range(0, 2 * workers * workers).Select(_ => new Offers())];

    public Offers Box(int from, int to, long turn) => Boxes[((int)(turn & 1) * workers + from) * workers + to];

    /// <summary>Checkerboard: a front that lies along rows or along columns still gives work to all.</summary>
    public int OwnerOf(int row, int column) => (int)((uint)((row >> BandOrder.Shift) + column / BlockColumns) % (uint)workers);
}

/// <summary>A cost at which one worker reaches a cell of another.</summary>
internal readonly record struct Offer(int Place, int Source, double Cost);

/// <summary>Offers that wait for the next turn.</summary>
internal sealed class Offers
{
    private Offer[] offers = new Offer[64];

    public int Count { get; private set; }

    public ReadOnlySpan<Offer> All => offers.AsSpan(0, Count);

    public void Add(Offer offer)
    {
        if (Count == offers.Length) Array.Resize(ref offers, 2 * Count);
        offers[Count++] = offer;
    }

    public void Clear() => Count = 0;
}

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
    private const int PrefetchAhead = 8;

    private readonly CostField field;
    private readonly TResistance resistance;
    private readonly int worker;
    private readonly BucketQueue queue = new();
    private long turn;
    private long lowestOffered;

    public CostFront(CostField field, TResistance resistance, int worker)
    {
        this.field = field;
        this.resistance = resistance;
        this.worker = worker;
    }

    /// <summary>Cells that have had their turn, for progress.</summary>
    public long Settled { get; private set; }

    private static bool Ties => typeof(TTies) == typeof(ManySources);

    /// <summary>What went wrong, if anything did; then all workers have stopped.</summary>
    public Exception? Failure { get; private set; }

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
    private void SeedRims()
    {
        for (var row = 0; row < field.Order.Rows; row++)
        {
            for (var column = 0; column < field.Order.Columns; column++)
            {
                var place = field.Order.PlaceOf(row, column);
                if (field.Cost[place] == 0 && field.OwnerOf(row, column) == worker && HasNeighbourToReach(row, column)) queue.Push(place, 0, long.MinValue);
            }
        }
    }

    private bool HasNeighbourToReach(int row, int column)
    {
        for (var y = Math.Max(row - 1, 0); y <= Math.Min(row + 1, field.Order.Rows - 1); y++)
        {
            for (var x = Math.Max(column - 1, 0); x <= Math.Min(column + 1, field.Order.Columns - 1); x++)
            {
                if (field.Cost[field.Order.PlaceOf(y, x)] > 0) return true;
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
    private static long BucketOf(double cost, double bucketsPerCost) => double.ConvertToIntegerNative<long>(cost * bucketsPerCost);

    private void MoveTo(long bucket)
    {
        var top = queue.MoveTo(bucket);
        while (top != null)
        {
            for (var entry = BucketQueue.FirstOf(top); entry < top; entry++)
            {
                var exact = BucketOf(field.Cost[*entry], field.BucketsPerCost);
                if (exact >= bucket) queue.Push(*entry, exact, long.MinValue);
            }

            top = queue.Release(top);
        }
    }

    private void TakeOffers()
    {
        for (var other = 0; other < field.Workers; other++)
        {
            var box = field.Box(other, worker, turn - 1);
            foreach (var offer in box.All)
            {
                var before = field.Cost[offer.Place];
                if (offer.Cost < before || (Ties && offer.Cost == before && offer.Source < field.Allocation[offer.Place])) Improve(offer.Place, offer.Cost, offer.Source, before);
            }

            box.Clear();
        }
    }

    private void Improve(int place, double cost, int source, double before)
    {
        field.Cost[place] = cost;
        if (Ties) field.Allocation[place] = source;
        queue.Push(place, BucketOf(cost, field.BucketsPerCost), BucketOf(before, field.BucketsPerCost));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Process(int* entry, int* end, long bucket)
    {
        var cost = field.Cost;
        var allocation = field.Allocation;
        var bucketsPerCost = field.BucketsPerCost;
        var limit = field.Limit;
        var columns = (uint)field.Order.Columns;
        var fullCells = (uint)field.Order.FullCells;
        var reciprocal = ulong.MaxValue / columns + 1;
        var (vertical, horizontal, diagonal) = (field.Steps.HalfVertical, field.Steps.HalfHorizontal, field.Steps.HalfDiagonal);
        var resistance = this.resistance;
        var offsets = stackalloc int[8] { -1, 1, -BandOrder.Height, BandOrder.Height, -BandOrder.Height - 1, -BandOrder.Height + 1, BandOrder.Height - 1, BandOrder.Height + 1 };
        var sums = stackalloc double[8];
        var settled = 0;
        for (; entry < end; entry++)
        {
            if (Sse.IsSupported)
            {
                // Reading past the end fetches a line in vain, no more.
                var soon = entry + PrefetchAhead < end ? entry[PrefetchAhead] : *entry;
                Sse.Prefetch0(cost + soon - BandOrder.Height);
                Sse.Prefetch0(cost + soon);
                Sse.Prefetch0(cost + soon + BandOrder.Height);
            }

            var place = *entry;
            var here = cost[place];
            if (BucketOf(here, bucketsPerCost) != bucket) continue;
            settled++;
            var group = (uint)place >> BandOrder.Shift;
            var band = (uint)Math.BigMul(reciprocal, group, out _);
            var column = group - band * columns;
            var rowInBand = (uint)place & (BandOrder.Height - 1);
            if (rowInBand - 1 >= BandOrder.Height - 2 || (column & (CostField.BlockColumns - 1)) - 1 >= CostField.BlockColumns - 2 || column >= columns - 1 || (uint)place >= fullCells)
            {
                ReachFromRim(place, here, bucket);
                continue;
            }

            nint at = TResistance.InBandOrder ? place : (nint)(((band << BandOrder.Shift) + rowInBand) * columns + column);
            nint south = TResistance.InBandOrder ? 1 : (nint)columns;
            nint east = TResistance.InBandOrder ? BandOrder.Height : 1;
            var own = resistance.At(at);
            var around = cost + place;
            var lower = 0u;
            sums[0] = here + StepLengths.Cost(own, resistance.At(at - south), vertical);
            sums[1] = here + StepLengths.Cost(own, resistance.At(at + south), vertical);
            sums[2] = here + StepLengths.Cost(own, resistance.At(at - east), horizontal);
            sums[3] = here + StepLengths.Cost(own, resistance.At(at + east), horizontal);
            lower |= IsLower(sums[0], around[-1]);
            lower |= IsLower(sums[1], around[1]) << 1;
            lower |= IsLower(sums[2], around[-BandOrder.Height]) << 2;
            lower |= IsLower(sums[3], around[BandOrder.Height]) << 3;
            if (field.Diagonals)
            {
                sums[4] = here + StepLengths.Cost(own, resistance.At(at - east - south), diagonal);
                sums[5] = here + StepLengths.Cost(own, resistance.At(at - east + south), diagonal);
                sums[6] = here + StepLengths.Cost(own, resistance.At(at + east - south), diagonal);
                sums[7] = here + StepLengths.Cost(own, resistance.At(at + east + south), diagonal);
                lower |= IsLower(sums[4], around[-BandOrder.Height - 1]) << 4;
                lower |= IsLower(sums[5], around[-BandOrder.Height + 1]) << 5;
                lower |= IsLower(sums[6], around[BandOrder.Height - 1]) << 6;
                lower |= IsLower(sums[7], around[BandOrder.Height + 1]) << 7;
            }

            while (lower != 0)
            {
                var direction = BitOperations.TrailingZeroCount(lower);
                lower &= lower - 1;
                var there = place + offsets[direction];
                var sum = sums[direction];
                var before = cost[there];
                if (sum > limit) continue;
                if (Ties)
                {
                    if (sum == before && allocation[there] <= allocation[place]) continue;
                    allocation[there] = allocation[place];
                }

                cost[there] = sum;
                queue.Push(there, BucketOf(sum, bucketsPerCost), BucketOf(before, bucketsPerCost));
            }
        }

        Settled += settled;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint IsLower(double sum, double before) => Ties ? (sum <= before ? 1u : 0u) : (sum < before ? 1u : 0u);

    /// <summary>The same for a cell at the rim of a block, where neighbours may be another's, lie elsewhere in memory, or not exist.</summary>
    private void ReachFromRim(int place, double here, long bucket)
    {
        var (row, column) = field.Order.CellAt(place);
        var own = resistance.At(ResistancePlace(row, column));
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                if ((dy == 0 && dx == 0) || (!field.Diagonals && dy != 0 && dx != 0)) continue;
                var (y, x) = (row + dy, column + dx);
                if ((uint)y >= (uint)field.Order.Rows || (uint)x >= (uint)field.Order.Columns) continue;
                var sum = here + StepLengths.Cost(own, resistance.At(ResistancePlace(y, x)), field.Steps.Half(dy, dx));
                Offer(field.Order.PlaceOf(y, x), field.OwnerOf(y, x), sum, Ties ? field.Allocation[place] : 0);
            }
        }
    }

    private nint ResistancePlace(int row, int column) =>
        TResistance.InBandOrder ? field.Order.PlaceOf(row, column) : (nint)row * field.Order.Columns + column;

    private void Offer(int place, int owner, double sum, int source)
    {
        // Another's cost may be read just before it falls: then the offer is made in vain, for its owner looks again.
        var before = field.Cost[place];
        if (!(Ties ? sum <= before : sum < before) || sum > field.Limit) return;
        if (owner != worker)
        {
            field.Box(worker, owner, turn).Add(new(place, source, sum));
            lowestOffered = Math.Min(lowestOffered, BucketOf(sum, field.BucketsPerCost));
        }
        else if (sum < before || source < field.Allocation[place])
        {
            Improve(place, sum, source, before);
        }
    }
}

/// <summary>Marks a kernel that keeps track of the source of every cell.</summary>
internal readonly struct ManySources;

/// <summary>Marks a kernel for one source, whose cells are those that it reaches.</summary>
internal readonly struct OneSource;
