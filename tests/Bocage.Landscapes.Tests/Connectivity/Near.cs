namespace Bocage.Landscapes.Tests.Connectivity;

internal static class Near
{
    /// <summary>Equal within a relative tolerance, and an absolute one where the figure is about 0.</summary>
    public static void Equal(double expected, double actual, double relative, double absolute = 0) =>
        Assert.True(
            Math.Abs(expected - actual) <= relative * Math.Abs(expected) + absolute,
            FormattableString.Invariant($"expected {expected:R}, got {actual:R}: {Math.Abs(expected - actual) / Math.Abs(expected):E1} relative"));
}
