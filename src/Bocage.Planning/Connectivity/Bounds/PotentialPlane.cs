using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>A plane above the value of a case for problems of any size: value(X) ≤ Constant + Σ over X of Gains, for every choice that keeps the rules.</summary>
/// <remarks>
/// What a gate adds to a pair is at most what reaches its tail when everything is chosen, times what its head is better placed than its tail when nothing is. Two searches per source and one per target;
/// memory in proportion to the network. Formula and proof: docs/methods/connectivity-bounds.md.
/// </remarks>
/// <param name="Constant">The value when nothing open is chosen.</param>
/// <param name="Gains">By unit, ≥ 0.</param>
internal readonly record struct PotentialPlane(double Constant, double[] Gains)
{
    /// <summary>The plane of a case.</summary>
    /// <param name="network">The case.</param>
    /// <param name="most">The largest sum of some values ≥ 0, by unit, that an allowed choice can have.</param>
    /// <param name="cancellation">Heard between searches.</param>
    public static PotentialPlane Of(ContractedCase network, Func<double[], double> most, CancellationToken cancellation)
    {
        var units = network.Units;
        var addedSource = most([.. units.Select(unit => unit.Gains.Sum(gain => gain.SourceGain))]);
        var addedTarget = most([.. units.Select(unit => unit.Gains.Sum(gain => gain.TargetGain))]);
        var (outgoing, _) = network.ArcsFor([.. units.Select(_ => true)]);
        var inward = Sum(network, network.Source, network.Outgoing, cancellation);
        var inwardFree = Sum(network, network.Source, outgoing, cancellation);
        var (onward, rises) = Targets(network, cancellation);
        var gains = new double[units.Length];
        var place = 0;
        for (var unit = 0; unit < units.Length; unit++)
        {
            foreach (var (arc, _) in units[unit].Arcs) gains[unit] += (inwardFree[network.Improvable[arc].Tail] + addedSource) * (rises[place++] + addedTarget);
            foreach (var gain in units[unit].Gains) gains[unit] += gain.SourceGain * (onward[gain.Vertex] + addedTarget) + gain.TargetGain * inward[gain.Vertex];
        }

        var constant = 0.0;
        for (var vertex = 0; vertex < onward.Length; vertex++) constant += network.Source[vertex] * onward[vertex];
        return new(constant, gains);
    }

    // Per vertex, Σ quality · probability from all vertices with quality.
    private static double[] Sum(ContractedCase network, double[] quality, ArcLists arcs, CancellationToken cancellation)
    {
        int[] starts = [.. Enumerable.Range(0, quality.Length).Where(vertex => quality[vertex] > 0)];
        return Blocks(starts, network.VertexCount, () => new BestPaths(network.VertexCount), (search, start, sums) =>
        {
            search.From(start, arcs);
            Dense.Add(sums, quality[start], search.Best);
        }, cancellation);
    }

    // Σ T·P_0 from each vertex, and for each gate, in the order of the units, Σ T·δ.
    private static (double[] Onward, double[] Rises) Targets(ContractedCase network, CancellationToken cancellation)
    {
        int[] starts = [.. Enumerable.Range(0, network.VertexCount).Where(vertex => network.Target[vertex] > 0)];
        var gates = network.Units.SelectMany(unit => unit.Arcs).Select(gate => (network.Improvable[gate.Arc].Tail, network.Improvable[gate.Arc].Head, gate.Probability)).ToArray();
        var mayRaise = MayRaise(network);
        var sums = Blocks(starts, network.VertexCount + gates.Length, () => new BestPaths(network.VertexCount), (search, start, sums) =>
        {
            search.From(start, network.Incoming);
            Dense.Add(sums.AsSpan(0, network.VertexCount), network.Target[start], search.Best);
            for (var k = 0; k < gates.Length; k++)
            {
                var rise = gates[k].Probability * search.Best[gates[k].Head];
                if (rise <= 0) continue;
                rise -= mayRaise[gates[k].Tail] ? Raised(network, gates[k].Tail, search.Best) : search.Best[gates[k].Tail];
                if (rise > 0) sums[network.VertexCount + k] += network.Target[start] * rise;
            }
        }, cancellation);
        return (sums[..network.VertexCount], sums[network.VertexCount..]);
    }

    private static bool[] MayRaise(ContractedCase network)
    {
        var may = new bool[network.VertexCount];
        foreach (var arc in network.Improvable) may[arc.Tail] = network.Source[arc.Tail] <= 0;
        foreach (var arc in network.Improvable) may[arc.Head] = false;
        foreach (var gain in network.Units.SelectMany(unit => unit.Gains)) if (gain.SourceGain > 0) may[gain.Vertex] = false;
        return may;
    }

    // The largest potential that no arc into the vertex forbids; never below the vertex's own.
    private static double Raised(ContractedCase network, int vertex, double[] potential)
    {
        var least = double.PositiveInfinity;
        for (var k = network.Incoming.First[vertex]; k < network.Incoming.First[vertex + 1]; k++)
        {
            var (from, probability) = network.Incoming.Arcs[k];
            if (probability > 0) least = Math.Min(least, potential[from] / probability);
        }

        return Math.Max(least * (1 - 1e-14), potential[vertex]);
    }

    private static double[] Blocks(int[] starts, int length, Func<BestPaths> prepare, Action<BestPaths, int, double[]> add, CancellationToken cancellation)
    {
        const int Size = 32;
        var parts = Workers.Map((starts.Length + Size - 1) / Size, Workers.Usual, prepare, (search, block) =>
        {
            var sums = new double[length];
            foreach (var start in starts.AsSpan(block * Size, Math.Min(Size, starts.Length - block * Size))) add(search, start, sums);
            return sums;
        }, null, cancellation);
        var total = new double[length];
        foreach (var part in parts) Dense.Add(total, 1, part);
        return total;
    }
}
