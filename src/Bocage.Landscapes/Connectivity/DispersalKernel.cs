namespace Bocage.Landscapes;

/// <summary>How likely an animal or seed is to reach a place, by distance: p(d) = e^(−α·d).</summary>
/// <remarks>
/// α is set from "probability p at distance d": α = −ln p / d. Unit: 1 / unit of distance. Range: p(0) = 1, p(∞) = 0.
/// Because the kernel is exponential, the best product of probabilities along a path is the kernel of its least total distance.
/// Saura and Pascual-Hortal (2007), Landsc. Urban Plan. 83: 91–103, doi:10.1016/j.landurbplan.2007.03.005.
/// </remarks>
public sealed record DispersalKernel
{
    private DispersalKernel(double alpha) => Alpha = alpha;

    /// <summary>Decay per unit of distance, above 0.</summary>
    public double Alpha { get; }

    /// <summary>The kernel by which a share of dispersers reaches a distance.</summary>
    /// <param name="distance">A distance above 0, in the unit of the links (metres, or metres times resistance).</param>
    /// <param name="probability">Share that reaches it, between 0 and 1, both excluded. Usual: 0.5 at the median, 0.05 at the largest distance.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static DispersalKernel NegativeExponential(double distance, double probability)
    {
        if (!(distance > 0) || double.IsInfinity(distance))
            throw new ArgumentOutOfRangeException(nameof(distance), distance, "The dispersal distance must be above 0 and finite.");
        if (!(probability > 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "The dispersal probability must lie between 0 and 1, both excluded.");
        return new(-Math.Log(probability) / distance);
    }

    /// <summary>For links whose probability is known: store −ln p as the distance and use this kernel.</summary>
    public static DispersalKernel OfLogProbability { get; } = new(1);

    /// <summary>Probability of covering a distance; 1 at 0, 0 at infinity.</summary>
    public double Probability(double distance) => Math.Exp(-Alpha * distance);

    /// <summary>The distance that is covered with a probability: the inverse of <see cref="Probability"/>.</summary>
    public double DistanceAt(double probability) => -Math.Log(probability) / Alpha;
}
