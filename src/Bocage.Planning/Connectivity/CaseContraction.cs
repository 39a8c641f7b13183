namespace Bocage.Planning;

/// <summary>The steps that make a <see cref="ContractedCase"/>.</summary>
/// <remarks>
/// 1. Locked-in units raise arcs and qualities; locked-out units and improvements that are not above their arc are dropped. 2. Each group of vertices that reach each other with probability 1 becomes
/// one vertex: S, T and gains add up. 3. Vertices that nothing with S (or a gain) reaches, or that reach nothing with T, go. 4. A vertex without quality or gain that stands only in fixed arcs goes
/// when the products of its incoming and outgoing arcs are no more than the arcs that go with it. 5. A vertex without quality between just two arcs becomes one arc, even an improvable one: fixed with
/// improvable multiplies; improvable with improvable too, when more for the one is never less for the other, as then max·max = max of the products.
/// </remarks>
internal sealed class CaseContraction
{
    private readonly int units;
    private readonly int[] groupOf;
    private readonly double[] source;
    private readonly double[] target;
    private readonly Dictionary<(int Unit, int Vertex), (double Source, double Target)> gains = [];
    private readonly bool[] mayStart;
    private readonly bool[] mayEnd;
    private readonly WorkingGraph graph;

    public CaseContraction(ConnectivityCase network, ReadOnlySpan<PlanningStatus> status)
    {
        units = status.Length;
        var (probability, better) = Arcs(network, status);
        var certain = new List<(int, int)>();
        for (var arc = 0; arc < probability.Length; arc++)
            if (probability[arc] >= 1) certain.Add((network.Arcs[arc].From, network.Arcs[arc].To));
        groupOf = CertainGroups.Of(network.SourceQuality.Length, certain);
        var groups = groupOf.Length == 0 ? 0 : groupOf.Max() + 1;
        (source, target, mayStart, mayEnd) = (new double[groups], new double[groups], new bool[groups], new bool[groups]);
        Qualities(network, status);
        graph = new(groups);
        for (var arc = 0; arc < probability.Length; arc++)
            graph.Add(groupOf[network.Arcs[arc].From], groupOf[network.Arcs[arc].To], probability[arc], better[arc] ?? []);
        graph.Close();
    }

    public ContractedCase Run()
    {
        graph.DropUseless(mayStart, mayEnd);
        var isKept = mayStart.Zip(mayEnd, (start, end) => start || end).ToArray();
        graph.Eliminate(isKept);
        var place = new int[groupOf.Length == 0 ? 0 : groupOf.Max() + 1];
        var count = 0;
        for (var group = 0; group < place.Length; group++) place[group] = graph.IsGone(group) ? -1 : count++;
        var (outgoing, incoming, improvable, arcsOf) = graph.Lists(place, count, units);
        return new()
        {
            Source = Packed(source, place, count),
            Target = Packed(target, place, count),
            Outgoing = outgoing,
            Incoming = incoming,
            Improvable = improvable,
            Units = Units(place, arcsOf),
            Negligible = Negligible(),
            PlaceOf = [.. groupOf.Select(group => place[group])],
        };
    }

    private static (double[] Probability, List<(int Unit, double Probability)>?[] Better) Arcs(ConnectivityCase network, ReadOnlySpan<PlanningStatus> status)
    {
        var probability = network.Arcs.Select(arc => arc.Probability).ToArray();
        var better = new List<(int Unit, double Probability)>?[probability.Length];
        foreach (var improvement in network.ArcImprovements)
        {
            if (status[improvement.Unit] == PlanningStatus.LockedIn) probability[improvement.Arc] = Math.Max(probability[improvement.Arc], improvement.Probability);
            else if (status[improvement.Unit] == PlanningStatus.Available) (better[improvement.Arc] ??= []).Add((improvement.Unit, improvement.Probability));
        }

        return (probability, better);
    }

    private void Qualities(ConnectivityCase network, ReadOnlySpan<PlanningStatus> status)
    {
        for (var vertex = 0; vertex < groupOf.Length; vertex++) Raise(source, target, groupOf[vertex], network.SourceQuality[vertex], network.TargetQuality[vertex]);
        foreach (var gain in network.VertexImprovements)
        {
            var group = groupOf[gain.Vertex];
            if (status[gain.Unit] == PlanningStatus.LockedOut || !(gain.SourceGain > 0 || gain.TargetGain > 0)) continue;
            if (status[gain.Unit] == PlanningStatus.LockedIn)
            {
                Raise(source, target, group, gain.SourceGain, gain.TargetGain);
                continue;
            }

            gains.TryGetValue((gain.Unit, group), out var sum);
            gains[(gain.Unit, group)] = (sum.Source + gain.SourceGain, sum.Target + gain.TargetGain);
        }

        for (var group = 0; group < source.Length; group++) (mayStart[group], mayEnd[group]) = (source[group] > 0, target[group] > 0);
        foreach (var ((_, group), gain) in gains)
        {
            mayStart[group] |= gain.Source > 0;
            mayEnd[group] |= gain.Target > 0;
        }
    }

    private static void Raise(double[] source, double[] target, int group, double sourceGain, double targetGain)
    {
        source[group] += sourceGain;
        target[group] += targetGain;
    }

    private UnitImprovement[] Units(int[] place, List<(int Arc, double Probability)>[] arcsOf)
    {
        var gainsOf = new List<(int Vertex, double Source, double Target)>[units];
        for (var unit = 0; unit < units; unit++) gainsOf[unit] = [];
        foreach (var ((unit, group), gain) in gains)
            if (place[group] >= 0) gainsOf[unit].Add((place[group], gain.Source, gain.Target));
        return [.. Enumerable.Range(0, units).Select(unit => new UnitImprovement([.. arcsOf[unit]], [.. gainsOf[unit].OrderBy(gain => gain.Vertex)]))];
    }

    private double Negligible()
    {
        var certain = source.Zip(target, (s, t) => s * t).Sum();
        var most = (source.Sum() + gains.Values.Sum(gain => gain.Source)) * (target.Sum() + gains.Values.Sum(gain => gain.Target));
        return certain > 0 ? 1e-16 * certain / most : 0;
    }

    private static double[] Packed(double[] values, int[] place, int count)
    {
        var packed = new double[count];
        for (var group = 0; group < place.Length; group++) if (place[group] >= 0) packed[place[group]] = values[group];
        return packed;
    }
}
