using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>The best probabilities that a budget can buy, bounded from above: with every unit chosen, but each gate discounted by what it takes of the budget.</summary>
/// <remarks>For a path π that costs no more than the budget B and any rate r ≥ 0: P(π) ≤ exp(r)·P(π)·exp(−r·cost(π)/B). The right side is one search per rate; the least over the rates counts. A unit of
/// n gates counts 1/n of its cost at each, as a path passes a gate once.</remarks>
internal sealed class BudgetReach
{
    private static readonly double[] Rates = [0, 0.4, 1, 2, 4, 8, 16];
    private readonly double[][][] from; // level, source, vertex
    private readonly double[][][] onto; // level, target, vertex

    private BudgetReach(double[][][] from, double[][][] onto, double[][] closed) => (this.from, this.onto, Closed) = (from, onto, closed);

    /// <summary>By source and vertex, the probability when nothing is chosen.</summary>
    public double[][] Closed { get; }

    /// <summary>Searches from all sources and to all targets.</summary>
    /// <param name="network">The network.</param>
    /// <param name="shares">By unit, its cost as a share of the budget.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="cancellation">Heard between searches.</param>
    public static BudgetReach Of(CorridorNetwork network, double[] shares, int[] sources, int[] targets, CancellationToken cancellation)
    {
        var levels = Rates.Select(rate => network.Gates.Select(gate => gate.Probability * Math.Exp(-rate * shares[gate.Unit] / network.GatesOf[gate.Unit])).ToArray()).ToArray();
        double[][] All(int[] starts, bool isBackward, double[] factors, double scale) => Workers.Map(starts.Length, Workers.Usual, () => new GatePaths(network), (search, k) =>
        {
            search.From(starts[k], isBackward, factors);
            return search.Best.Select(best => best * scale).ToArray();
        }, null, cancellation);
        return new(
            [.. levels.Select((factors, level) => All(sources, false, factors, Math.Exp(Rates[level] / 2) * (1 + 1e-12)))],
            [.. levels.Select((factors, level) => All(targets, true, factors, Math.Exp(Rates[level] / 2) * (1 + 1e-12)))],
            All(sources, false, new double[network.Gates.Length], 1));
    }

    /// <summary>No allowed choice has a better way from a source to a vertex.</summary>
    public double To(int source, int vertex)
    {
        var least = 1.0;
        for (var level = 0; level < Rates.Length; level++) least = Math.Min(least, from[level][source][vertex] * Math.Exp(Rates[level] / 2));
        return least;
    }

    /// <summary>No allowed choice has a better way from a vertex to a target.</summary>
    public double From(int vertex, int target)
    {
        var least = 1.0;
        for (var level = 0; level < Rates.Length; level++) least = Math.Min(least, onto[level][target][vertex] * Math.Exp(Rates[level] / 2));
        return least;
    }

    /// <summary>No allowed choice has a better way from a source to a target by way of a gate.</summary>
    /// <param name="source">The source.</param>
    /// <param name="target">The target.</param>
    /// <param name="gate">The gate.</param>
    /// <param name="share">What the gate takes of the budget.</param>
    public double Through(int source, int target, CorridorNetwork.Gate gate, double share)
    {
        var least = 1.0;
        for (var level = 0; level < Rates.Length; level++)
            least = Math.Min(least, from[level][source][gate.Tail] * onto[level][target][gate.Head] * gate.Probability * Math.Exp(-Rates[level] * share));
        return least;
    }
}
