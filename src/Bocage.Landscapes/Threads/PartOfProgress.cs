namespace Bocage.Landscapes;

/// <summary>Reports the progress of one step as a part of the whole.</summary>
internal sealed class PartOfProgress : IProgress<double>
{
    private readonly IProgress<double> whole;
    private readonly double from;
    private readonly double to;

    private PartOfProgress(IProgress<double> whole, double from, double to) => (this.whole, this.from, this.to) = (whole, from, to);

    /// <summary>A step that goes from one share of the whole to another; null when nobody listens.</summary>
    public static PartOfProgress? Of(IProgress<double>? whole, double from, double to) => whole is null ? null : new(whole, from, to);

    public void Report(double value) => whole.Report(from + (to - from) * value);
}
