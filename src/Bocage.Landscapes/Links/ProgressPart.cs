namespace Bocage.Landscapes;

/// <summary>Passes on the progress of one part of a longer work.</summary>
internal sealed class ProgressPart(IProgress<double> whole, double from, double to) : IProgress<double>
{
    public void Report(double value) => whole.Report(from + (to - from) * value);

    /// <summary>The part from one share of the whole to another; null when nobody listens.</summary>
    public static ProgressPart? Of(IProgress<double>? whole, double from, double to) => whole is null ? null : new(whole, from, to);
}
