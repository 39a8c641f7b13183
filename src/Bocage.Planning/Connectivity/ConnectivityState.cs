namespace Bocage.Planning;

/// <summary>A choice of units that grows, with its value and what each further unit would add: the tables of all cases and the criterion over them.</summary>
/// <remarks>Locked-in units are in from the beginning. Gains of many units are found on all cores; each is one core's work, so that results do not depend on their number.</remarks>
internal sealed class ConnectivityState
{
    private readonly PathTable[] tables;
    private readonly ConnectivityCriterion criterion;
    private readonly bool[] selected;
    private readonly UnitGain buyer = new();

    private ConnectivityState(PathTable[] tables, ConnectivityCriterion criterion, bool[] selected)
    {
        (this.tables, this.criterion, this.selected) = (tables, criterion, selected);
        Value = criterion.Value(CaseValues());
    }

    /// <summary>The tables, by case.</summary>
    public IReadOnlyList<PathTable> Tables => tables;

    /// <summary>What is chosen, by unit.</summary>
    public ReadOnlySpan<bool> Selected => selected;

    /// <summary>The criterion over the values of the cases now.</summary>
    public double Value { get; private set; }

    /// <summary>The state with only the locked-in units.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="status">For each unit: locked in (chosen for good), locked out (never to be bought) or open.</param>
    /// <param name="isWhole">See <see cref="PathTable.Of"/>.</param>
    /// <param name="cancellation">Heard between searches.</param>
    public static ConnectivityState Of(MaximumConnectedAreaObjective objective, ReadOnlySpan<PlanningStatus> status, bool? isWhole = null, CancellationToken cancellation = default)
    {
        var tables = new PathTable[objective.Cases.Length];
        for (var k = 0; k < tables.Length; k++) tables[k] = PathTable.Of(ContractedCase.Of(objective.Cases[k], status), isWhole, cancellation);
        var selected = new bool[status.Length];
        for (var unit = 0; unit < selected.Length; unit++) selected[unit] = status[unit] == PlanningStatus.LockedIn;
        return new(tables, objective.Criterion, selected);
    }

    /// <summary>A copy that changes by itself.</summary>
    public ConnectivityState Copy() => new([.. tables.Select(table => table.Copy())], criterion, [.. selected]);

    /// <summary>The value of each case now.</summary>
    public double[] CaseValues() => [.. tables.Select(table => table.Value)];

    /// <summary>How much better the criterion becomes with a unit that is not chosen yet.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="work">Work arrays of this thread.</param>
    public double GainOf(int unit, UnitGain work)
    {
        Span<double> gains = stackalloc double[tables.Length];
        for (var k = 0; k < tables.Length; k++) gains[k] = work.Of(tables[k], unit);
        return GainWith(gains);
    }

    /// <summary>How much better the criterion becomes when each case gains so much.</summary>
    public double GainWith(ReadOnlySpan<double> gains)
    {
        Span<double> values = stackalloc double[tables.Length];
        var changes = false;
        for (var k = 0; k < tables.Length; k++)
        {
            values[k] = tables[k].Value + gains[k];
            changes |= gains[k] > 0;
        }

        return changes ? Math.Max(0, criterion.Value(values) - Value) : 0;
    }

    /// <summary>The gains of several units, on all cores.</summary>
    public double[] GainsOf(IReadOnlyList<int> units)
    {
        var gains = new double[units.Count];
        Parallel.For(0, units.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, () => new UnitGain(), (k, _, work) =>
        {
            gains[k] = GainOf(units[k], work);
            return work;
        }, _ => { });
        return gains;
    }

    /// <summary>Chooses a unit; nothing happens when it is chosen already.</summary>
    public void Buy(int unit)
    {
        if (selected[unit]) return;
        selected[unit] = true;
        foreach (var table in tables) UnitPurchase.Buy(table, unit, buyer);
        Value = criterion.Value(CaseValues());
    }
}
