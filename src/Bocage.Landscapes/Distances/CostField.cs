namespace Bocage.Landscapes;

/// <summary>What all workers that spread costs over one map share.</summary>
internal sealed unsafe class CostField(Grid grid, double* cost, int* allocation, bool diagonals, double limit, double bucketWidth, int workers)
{
    /// <summary>Cells of a block of 256 columns and one band belong to one worker, who alone writes to them.</summary>
    public const int BlockColumns = 256;

    private readonly Offers[] boxes = [.. Enumerable.Range(0, 2 * workers * workers).Select(_ => new Offers())];

    public BandOrder Order { get; } = new(grid);

    public StepLengths Steps { get; } = new(grid);

    public double* Cost => cost;

    public int* Allocation => allocation;

    public bool Diagonals => diagonals;

    public double Limit => limit;

    public double BucketsPerCost { get; } = 1 / bucketWidth;

    public int Workers => workers;

    public Lockstep Lockstep { get; } = new(workers);

    /// <summary>Offers from one worker to another; those of a turn are taken in the next, while new ones are made.</summary>
    public Offers Box(int from, int to, long turn) => boxes[((int)(turn & 1) * workers + from) * workers + to];

    /// <summary>Checkerboard: a front that lies along rows or along columns still gives work to all.</summary>
    public int OwnerOf(int row, int column) => (int)((uint)((row >> BandOrder.Shift) + column / BlockColumns) % (uint)workers);
}
