using System.Collections.Immutable;
using Bocage.Planning;

namespace Bocage.Jobs.BusinessCases;

/// <summary>The lines of one party put together for people: one row for each kind of cost of a measure and for each scheme.</summary>
public sealed record PartyTable
{
    private PartyTable(PartyCase of, IReadOnlyList<PartyRow> rows)
    {
        Case = of;
        Rows = rows;
        var (sum, sums) = (of.Party.Cash ?? 0, ImmutableArray.CreateBuilder<double>());
        foreach (var net in of.Net) sums.Add(sum += net);
        Sums = sums.ToImmutable();
    }

    /// <summary>The case of the party.</summary>
    public PartyCase Case { get; }

    /// <summary>Rows: costs first, then schemes, then what it pays to others.</summary>
    public IReadOnlyList<PartyRow> Rows { get; }

    /// <summary>Sum of all balances so far by year, counting the money at hand.</summary>
    public ImmutableArray<double> Sums { get; }

    /// <summary>The table of a party.</summary>
    public static PartyTable Of(BusinessCase plan, int party)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var rows = plan.Parties[party].Lines
            .GroupBy(line => (line.Kind, line.IsMirror, Measure: line.IsMirror || line.Measure < 0 ? null : plan.Inputs.Measures[line.Measure].Measure, line.Scheme, Counterparty: line.IsMirror ? -1 : line.Counterparty))
            .Select(group => new PartyRow(
                group.Key.Kind, group.Key.IsMirror, group.Key.Measure is null ? null : plan.Inputs.Measures.First(measure => measure.Measure == group.Key.Measure), group.Key.Scheme < 0 ? null : plan.Inputs.Schemes[group.Key.Scheme],
                group.Select(line => line.Counterparty).Distinct().Count() == 1 && group.First().Counterparty >= 0 ? plan.Inputs.Parties[group.First().Counterparty] : null,
                [.. Enumerable.Range(0, plan.Inputs.Setting.Years + 1).Select(year => group.Sum(line => line.Amounts[year]))]))
            .Where(row => row.Amounts.Any(euros => euros != 0))
            .OrderBy(row => row.IsMirror).ThenBy(row => row.Kind);
        return new(plan.Parties[party], [.. rows]);
    }
}

/// <summary>One row of the table of a party.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsMirror">Whether the party pays it to another.</param>
/// <param name="Measure">One of the measures that it is for, all of the same kind; null for a row of the party as a whole.</param>
/// <param name="Scheme">The scheme; null for a cost.</param>
/// <param name="Other">The party at the other end, where there is one and only one.</param>
/// <param name="Amounts">€ by year; NaN is not known.</param>
public sealed record PartyRow(CashFlowKind Kind, bool IsMirror, PlannedMeasure? Measure, Scheme? Scheme, Party? Other, ImmutableArray<double> Amounts);
