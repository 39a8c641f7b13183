using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>The best-connected landscape: the criterion over the values of the cases.</summary>
public sealed record MaximumConnectedAreaObjective : PlanningObjective
{
    /// <summary>An objective over cases.</summary>
    /// <param name="cases">Networks, one per species.</param>
    /// <param name="criterion">How they become one number; null for their sum.</param>
    public MaximumConnectedAreaObjective(IEnumerable<ConnectivityCase> cases, ConnectivityCriterion? criterion = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        Cases = [.. cases];
        Criterion = criterion ?? new ConnectivityCriterion.Sum([.. Enumerable.Range(0, Cases.Length).Select(k => (ConnectivityCriterion)new ConnectivityCriterion.OfCase(k))]);
    }

    /// <summary>Networks, one per species.</summary>
    public ImmutableArray<ConnectivityCase> Cases { get; }

    /// <summary>How the values of the cases become one number.</summary>
    public ConnectivityCriterion Criterion { get; }

    /// <inheritdoc/>
    public override bool Maximises => true;

    /// <inheritdoc/>
    public override double Value(IReadOnlyList<PlanningUnit> units, ReadOnlySpan<bool> selected) => Criterion.Value(CaseValues(selected));

    /// <summary>The value of each case for a choice: a Dijkstra search per source, straight from the definition.</summary>
    public double[] CaseValues(ReadOnlySpan<bool> selected)
    {
        var values = new double[Cases.Length];
        for (var k = 0; k < values.Length; k++) values[k] = PlainEvaluation.Of(Cases[k], selected);
        return values;
    }
}
