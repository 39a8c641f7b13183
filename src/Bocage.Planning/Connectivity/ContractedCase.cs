using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>A case with everything left out that cannot change its value for any choice of the open units: smaller, and exact.</summary>
/// <remarks>
/// Locked-in units are part of the base, locked-out units are gone. Strongly connected sets of p = 1 arcs are one vertex. Vertices that no source reaches or that reach no target are gone, and so are
/// vertices without quality where doing so makes no more arcs than it removes. No two arcs are parallel. For how, see <see cref="CaseContraction"/>.
/// Value of a choice: as <see cref="ConnectivityCase"/>, up to rounding.
/// </remarks>
internal sealed class ContractedCase
{
    /// <summary>Number of vertices.</summary>
    public int VertexCount => Source.Length;

    /// <summary>S of each vertex, locked-in gains included.</summary>
    public required double[] Source { get; init; }

    /// <summary>T of each vertex, locked-in gains included.</summary>
    public required double[] Target { get; init; }

    /// <summary>Arcs by tail, with the probabilities they have when no open unit is chosen.</summary>
    public required ArcLists Outgoing { get; init; }

    /// <summary>The same arcs by head.</summary>
    public required ArcLists Incoming { get; init; }

    /// <summary>A probability below which a path cannot matter: all pairs together, with all gains, would add less than 1e-16 of the value.</summary>
    /// <remarks>1e-16 · Σ S·T / (Σ S' · Σ T'), S' and T' with the gains of all open units. The value is never below Σ S·T, as every vertex reaches itself. A path that is cut off here stays below in every choice.</remarks>
    public required double Negligible { get; init; }

    /// <summary>The arcs that open units can improve.</summary>
    public required ImprovableArc[] Improvable { get; init; }

    /// <summary>What each unit changes, by unit of the problem; locked units change nothing.</summary>
    public required UnitImprovement[] Units { get; init; }

    /// <summary>Where each vertex of the case went; -1 when it is gone.</summary>
    public required int[] PlaceOf { get; init; }

    /// <summary>Contracts a case.</summary>
    /// <param name="network">The case.</param>
    /// <param name="status">For each unit of the problem: locked in (in the base), locked out (left out) or open. Pass units that cannot be afforded as locked out.</param>
    public static ContractedCase Of(ConnectivityCase network, ReadOnlySpan<PlanningStatus> status)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new CaseContraction(network, status).Run();
    }

    /// <summary>The arcs as they are for a choice of open units.</summary>
    public (ArcLists Outgoing, ArcLists Incoming) ArcsFor(ReadOnlySpan<bool> selected)
    {
        var (outgoing, incoming) = (Outgoing.Copy(), Incoming.Copy());
        for (var unit = 0; unit < Units.Length; unit++)
        {
            if (!selected[unit]) continue;
            foreach (var (arc, probability) in Units[unit].Arcs)
            {
                outgoing.Raise(Improvable[arc].OutSlot, probability);
                incoming.Raise(Improvable[arc].InSlot, probability);
            }
        }

        return (outgoing, incoming);
    }

    /// <summary>S and T for a choice of open units.</summary>
    public (double[] Source, double[] Target) QualitiesFor(ReadOnlySpan<bool> selected)
    {
        var (source, target) = ((double[])Source.Clone(), (double[])Target.Clone());
        for (var unit = 0; unit < Units.Length; unit++)
        {
            if (!selected[unit]) continue;
            foreach (var gain in Units[unit].Gains)
            {
                source[gain.Vertex] += gain.SourceGain;
                target[gain.Vertex] += gain.TargetGain;
            }
        }

        return (source, target);
    }

    /// <summary>The value of a choice of open units: a search per source. O(sources · arcs · log vertices), on all cores; a tenth and less of <see cref="PlainEvaluation"/>.</summary>
    public double ValueOf(ReadOnlySpan<bool> selected, CancellationToken cancellation = default) =>
        TryValueOf(selected, () => cancellation.IsCancellationRequested) ?? throw new OperationCanceledException(cancellation);

    /// <summary>The same; null when it was over before the end.</summary>
    public double? TryValueOf(ReadOnlySpan<bool> selected, Func<bool> isOver)
    {
        var (outgoing, _) = ArcsFor(selected);
        var (source, target) = QualitiesFor(selected);
        var reached = new double[VertexCount];
        var stopped = false;
        PathTableFilling.Searches(VertexCount, VertexCount, (search, start) =>
        {
            if (source[start] <= 0 || stopped) return;
            stopped = isOver();
            search.From(start, outgoing);
            for (var vertex = 0; vertex < target.Length; vertex++) reached[start] += search.Best[vertex] * target[vertex];
        }, CancellationToken.None);
        if (stopped) return null;
        var sum = 0.0;
        for (var start = 0; start < reached.Length; start++) sum += source[start] * reached[start];
        return sum;
    }
}

/// <summary>An arc that units can improve.</summary>
/// <param name="Tail">Where it begins.</param>
/// <param name="Head">Where it ends.</param>
/// <param name="Probability">Its probability when no open unit is chosen.</param>
/// <param name="OutSlot">Its place in <see cref="ContractedCase.Outgoing"/>.</param>
/// <param name="InSlot">Its place in <see cref="ContractedCase.Incoming"/>.</param>
internal readonly record struct ImprovableArc(int Tail, int Head, double Probability, int OutSlot, int InSlot);

/// <summary>What a unit changes in a contracted case.</summary>
/// <param name="Arcs">Improvable arcs, each once, with their probability when the unit is chosen; always above the base.</param>
/// <param name="Gains">Vertices, each once, with what is added to S and T; not both 0.</param>
internal readonly record struct UnitImprovement(ImmutableArray<(int Arc, double Probability)> Arcs, ImmutableArray<(int Vertex, double SourceGain, double TargetGain)> Gains)
{
    /// <summary>Whether it changes nothing.</summary>
    public bool IsNothing => Arcs.IsEmpty && Gains.IsEmpty;
}

/// <summary>Arcs in rows, one row per vertex at one of their ends.</summary>
/// <param name="First">Where the row of each vertex begins, and one closing number.</param>
/// <param name="Arcs">The other end and the probability of each arc.</param>
internal readonly record struct ArcLists(int[] First, (int Vertex, double Probability)[] Arcs)
{
    /// <summary>A copy whose probabilities can be changed.</summary>
    public ArcLists Copy() => new(First, [.. Arcs]);

    /// <summary>Raises a probability; never lowers one.</summary>
    public void Raise(int slot, double probability)
    {
        if (probability > Arcs[slot].Probability) Arcs[slot].Probability = probability;
    }
}
