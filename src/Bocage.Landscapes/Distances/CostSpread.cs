using System.Buffers;
using System.Runtime.ExceptionServices;

namespace Bocage.Landscapes;

/// <summary>Lays out memory, spreads costs with all cores, and puts the result back in row order.</summary>
internal sealed unsafe class CostSpread
{
    private readonly ResistanceSurface surface;
    private readonly BandOrder order;
    private readonly bool diagonals;
    private readonly double limit;
    private readonly BucketPlan plan;
    private readonly IProgress<double>? progress;
    private readonly CancellationToken cancellation;
    private IReadOnlyList<int>? sourceCells;
    private long nextReport;

    /// <param name="surface">What it costs to cross a cell.</param>
    /// <param name="neighbourhood">Which cells can be stepped to.</param>
    /// <param name="limit">Cells beyond this cost stay unreached.</param>
    /// <param name="workers">Number of workers, or 0 for as many as the map and the machine ask for.</param>
    /// <param name="progress">Share done.</param>
    /// <param name="cancellation">Stops the work.</param>
    public CostSpread(ResistanceSurface surface, Neighbourhood neighbourhood, double limit, int workers, IProgress<double>? progress, CancellationToken cancellation)
    {
        this.surface = surface;
        this.limit = limit;
        this.progress = progress;
        this.cancellation = cancellation;
        plan = BucketPlan.For(surface);
        if (workers > 0) plan = plan with { Workers = workers };
        order = new(surface.Grid);
        diagonals = neighbourhood == Neighbourhood.Queen;
        Cost = GC.AllocateUninitializedArray<double>(surface.Grid.CellCount);
        Allocation = new int[surface.Grid.CellCount];
    }

    /// <summary>Least cost of every cell.</summary>
    public double[] Cost { get; }

    /// <summary>Source of every cell, from 1; 0 where none was reached.</summary>
    public int[] Allocation { get; }

    /// <summary>Spreads from cells; cell k of the list is source k + 1.</summary>
    public void FromCells(IReadOnlyList<int> cells)
    {
        sourceCells = cells;
        EachBand(0, 0.05, band => order.Band(Cost, band).Fill(double.PositiveInfinity));
        for (var k = cells.Count - 1; k >= 0; k--)
        {
            var (row, column) = surface.Grid.Position(cells[k]);
            var place = order.PlaceOf(row, column);
            Cost[place] = 0;
            Allocation[place] = k + 1;
        }

        if (cells.Count == 1) Spread<OneSource>();
        else Spread<ManySources>();
    }

    /// <summary>Spreads from all cells with a label; the label is the source.</summary>
    public void FromLabels(int[] labels)
    {
        EachBand(0, 0.05, band =>
        {
            var here = order.Band(Allocation, band);
            order.ToColumns(order.Band(labels, band), here, band);
            var cost = order.Band(Cost, band);
            for (var k = 0; k < here.Length; k++) cost[k] = here[k] == 0 ? double.PositiveInfinity : 0;
        });
        Spread<ManySources>();
    }

    private void Spread<TTies>()
        where TTies : struct
    {
        fixed (double* cost = Cost, values = surface.Values, table = surface.Table)
        fixed (int* allocation = Allocation)
        fixed (byte* classes = ClassesInBands())
        {
            var field = new CostField(surface.Grid, cost, allocation, diagonals, limit, plan.Width, plan.Workers);
            if (classes != null) Spread<ClassResistance, TTies>(field, new(classes, table));
            else Spread<ValueResistance, TTies>(field, new(values));
        }

        PutBack(one: typeof(TTies) == typeof(OneSource));
    }

    private byte[]? ClassesInBands()
    {
        if (surface.Classes is not { } classes) return null;
        var inBands = GC.AllocateUninitializedArray<byte>(classes.Length);
        EachBand(0.05, 0.1, band => order.ToColumns(order.Band(classes, band), order.Band(inBands, band), band));
        return inBands;
    }

    private void Spread<TResistance, TTies>(CostField field, TResistance resistance)
        where TResistance : struct, IResistance
        where TTies : struct
    {
        var fronts = new CostFront<TResistance, TTies>[plan.Workers];
        for (var worker = 0; worker < plan.Workers; worker++) fronts[worker] = new(field, resistance, worker);
        try
        {
            // Threads of their own: the workers wait for each other, which a busy thread pool would not let them do.
            var helpers = fronts.Skip(1).Select(front => new Thread(() => front.Run(sourceCells, static () => true)) { IsBackground = true }).ToArray();
            foreach (var helper in helpers) helper.Start();
            fronts[0].Run(sourceCells, () => GoOn(fronts[0].Settled));
            foreach (var helper in helpers) helper.Join();
        }
        finally
        {
            foreach (var front in fronts) front.Dispose();
        }

        if (fronts.FirstOrDefault(front => front.Failure is not null)?.Failure is { } failure) ExceptionDispatchInfo.Throw(failure);
        cancellation.ThrowIfCancellationRequested();
    }

    private bool GoOn(long settledByFirst)
    {
        if (progress is not null && settledByFirst >= nextReport)
        {
            nextReport = settledByFirst + order.Rows * (long)order.Columns / plan.Workers / 256;
            progress.Report(Math.Min(0.95, 0.1 + 0.85 * settledByFirst * plan.Workers / ((double)order.Rows * order.Columns)));
        }

        return !cancellation.IsCancellationRequested;
    }

    private void PutBack(bool one)
    {
        EachBand(0.95, 1, band =>
        {
            var cost = order.Band(Cost, band);
            var allocation = order.Band(Allocation, band);
            ToRows(cost, band);
            if (!one) ToRows(allocation, band);
            else for (var k = 0; k < cost.Length; k++) allocation[k] = double.IsPositiveInfinity(cost[k]) ? 0 : 1;
        });
    }

    private void ToRows<T>(Span<T> values, int band)
    {
        var columns = ArrayPool<T>.Shared.Rent(values.Length);
        values.CopyTo(columns);
        order.ToRows(columns.AsSpan(0, values.Length), values, band);
        ArrayPool<T>.Shared.Return(columns);
    }

    private void EachBand(double from, double to, Action<int> work) => Parts.Run(order.Bands, work, progress, from, to, cancellation);
}
