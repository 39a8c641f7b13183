namespace Bocage.Landscapes;

/// <summary>One stage of long work: its share of the whole, and the wish to stop.</summary>
internal readonly record struct PhaseProgress(IProgress<double>? Progress, double From, double To, CancellationToken Cancellation)
{
    private const int RowsPerReport = 256;

    /// <summary>Call at the start of every row.</summary>
    public void Row(int row, int rows)
    {
        if (row % RowsPerReport != 0) return;
        Cancellation.ThrowIfCancellationRequested();
        Report(row, rows);
    }

    /// <summary>Tells how much of the stage is done.</summary>
    public void Report(int part, int whole) => Progress?.Report(From + (To - From) * part / whole);
}
