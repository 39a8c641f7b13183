using System.Diagnostics.CodeAnalysis;
using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>A plane above the value of a case, value(X) ≤ Constant + Σ over X of Gains, for every choice that keeps a budget: pairs of habitats share the price of each unit.</summary>
/// <remarks>Formula and proof: docs/methods/connectivity-bounds.md.</remarks>
internal sealed class CorridorPlane
{
    private readonly CorridorNetwork network;
    private readonly double[] shares;
    private readonly int[] sources;
    private readonly int[] targets;
    private readonly BudgetReach reach;
    private readonly double added;
    private CorridorPair[]? pairs;
    private double others;

    /// <summary>The plane of a case: what the budget reaches.</summary>
    /// <param name="contracted">The case.</param>
    /// <param name="shares">By unit, its cost as a share of the budget.</param>
    /// <param name="most">The largest sum of some values ≥ 0, by unit, that an allowed choice can have.</param>
    /// <param name="cancellation">Heard between searches.</param>
    public CorridorPlane(ContractedCase contracted, double[] shares, Func<double[], double> most, CancellationToken cancellation)
    {
        (network, this.shares) = (CorridorNetwork.Of(contracted), shares);
        sources = [.. Enumerable.Range(0, contracted.VertexCount).Where(vertex => contracted.Source[vertex] > 0)];
        targets = [.. Enumerable.Range(0, contracted.VertexCount).Where(vertex => contracted.Target[vertex] > 0)];
        reach = BudgetReach.Of(network, shares, sources, targets, cancellation);
        Habitat = Added();
        added = most([.. contracted.Units.Select(unit => unit.Gains.Sum(gain => gain.SourceGain))]) * most([.. contracted.Units.Select(unit => unit.Gains.Sum(gain => gain.TargetGain))]);
        Constant = added + sources.Select((source, s) => contracted.Source[source] * targets.Sum(target => contracted.Target[target] * Math.Min(1, reach.To(s, target)))).Sum();
        Gains = (double[])Habitat.Clone();
    }

    /// <summary>The plane where nothing is chosen.</summary>
    public double Constant { get; private set; }

    /// <summary>By unit, ≥ 0.</summary>
    public double[] Gains { get; }

    /// <summary>By unit, what its own habitat is worth at most: part of <see cref="Gains"/>.</summary>
    public double[] Habitat { get; }

    /// <summary>Finds the gates of the pairs; before, the plane is what the budget reaches for each pair.</summary>
    [MemberNotNull(nameof(pairs))]
    public void Prepare(CancellationToken cancellation)
    {
        if (pairs is not null) return;
        (pairs, others) = new CorridorPairs(network, shares, sources, targets, reach).Make(cancellation);
        others += added;
    }

    /// <summary>Adds what the pairs ask for, by unit.</summary>
    /// <param name="wanted">By unit.</param>
    /// <param name="factor">What a unit of the case is worth.</param>
    public void AddWants(double[] wanted, double factor)
    {
        foreach (var pair in pairs ?? []) for (var k = 0; k < pair.Gates.Length; k++) wanted[network.Gates[pair.Gates[k]].Unit] += factor * pair.Wants[k];
    }

    /// <summary>Makes the plane anew.</summary>
    /// <param name="room">By unit, how much price there is for what is wanted.</param>
    /// <param name="cancellation">Heard between pairs.</param>
    public void Improve(double[] room, CancellationToken cancellation)
    {
        Prepare(cancellation);
        Workers.Map(pairs.Length, Workers.Usual, () => new CorridorPricing(network), (work, k) =>
        {
            work.Price(pairs[k], room);
            return 0;
        }, null, cancellation);
        Constant = others;
        Array.Copy(Habitat, Gains, Gains.Length);
        foreach (var pair in pairs)
        {
            Constant += pair.Weight * pair.Constant;
            for (var k = 0; k < pair.Gates.Length; k++)
            {
                var use = pair.Weight * pair.Uses[k];
                Gains[network.Gates[pair.Gates[k]].Unit] += use;
                pair.Wants[k] = (float)(pair.IsOnWay[k] ? 2 * use : use);
            }
        }
    }

    // Gain of T times Σ S·P to it, and gain of S times Σ T·P from it.
    private double[] Added()
    {
        var gains = new double[network.Case.Units.Length];
        for (var unit = 0; unit < gains.Length; unit++)
        {
            foreach (var (vertex, sourceGain, targetGain) in network.Case.Units[unit].Gains)
            {
                var at = network.Image[vertex];
                for (var s = 0; s < sources.Length && targetGain > 0; s++) gains[unit] += targetGain * network.Case.Source[sources[s]] * reach.To(s, at);
                for (var t = 0; t < targets.Length && sourceGain > 0; t++) gains[unit] += sourceGain * network.Case.Target[targets[t]] * reach.From(at, t);
            }
        }

        return gains;
    }
}
