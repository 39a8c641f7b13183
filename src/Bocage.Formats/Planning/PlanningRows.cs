using System.Collections.Immutable;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>The rows that Marxan's tables and the plain ones share: units, amounts and boundaries by id.</summary>
internal static class PlanningRows
{
    private const string NotNegative = "a number, 0 or more";

    /// <summary>The ids of a table with the row in which each stands; an id may stand once.</summary>
    public sealed class Ids
    {
        private readonly Dictionary<string, (int Place, int Row)> places = new(StringComparer.Ordinal);

        public int Count => places.Count;

        public void Add(TableReader table, int column)
        {
            if (!places.TryAdd(table.Text(column), (places.Count, table.Row)))
                throw table.Wrong(column, $"an id that is not yet in the table (it stands in row {places[table.Text(column)].Row})");
        }

        public int PlaceOf(TableReader table, int column, string what) =>
            places.TryGetValue(table.Text(column), out var found) ? found.Place : throw table.Wrong(column, what);
    }

    public static double NotBelowZero(TableReader table, int column) => table.Number(column, NotNegative, value => value >= 0);

    /// <summary>Reads amounts by the ids of unit and feature.</summary>
    /// <returns>Sparse rows per unit, and the total of each feature.</returns>
    public static (int[] FirstOfUnit, int[] Features, double[] Amounts, double[] Totals) Amounts(string path, string unitColumn, string featureColumn, Ids units, Ids features, string unitsFile, string featuresFile)
    {
        var (unitOf, featureOf, amountOf, rowOf) = (new List<int>(), new List<int>(), new List<double>(), new List<int>());
        using (var table = TableReader.WithHeader(path, unitColumn, featureColumn, "amount"))
        {
            var (unit, feature, amount) = (table.Require(unitColumn), table.Require(featureColumn), table.Require("amount"));
            while (table.Next())
            {
                table.CheckWidth(3);
                unitOf.Add(units.PlaceOf(table, unit, $"an id of {unitsFile}"));
                featureOf.Add(features.PlaceOf(table, feature, $"an id of {featuresFile}"));
                amountOf.Add(NotBelowZero(table, amount));
                rowOf.Add(table.Row);
            }
        }

        return Sorted(path, unitOf, featureOf, amountOf, rowOf, units.Count, features.Count);
    }

    /// <summary>Reads boundaries: a side that two units share, or, where both ids are equal, outer sides of that unit.</summary>
    public static (ImmutableArray<SharedBoundary> Shared, ImmutableArray<double> Outer) Boundaries(string path, Ids units, string unitsFile)
    {
        var shared = ImmutableArray.CreateBuilder<SharedBoundary>();
        var outer = new double[units.Count];
        var seen = new Dictionary<(int, int), int>();
        using var table = TableReader.WithHeader(path, "id1", "id2", "boundary");
        var (id1, id2, length) = (table.Require("id1"), table.Require("id2"), table.Require("boundary"));
        while (table.Next())
        {
            table.CheckWidth(3);
            var (a, b) = (units.PlaceOf(table, id1, $"an id of {unitsFile}"), units.PlaceOf(table, id2, $"an id of {unitsFile}"));
            if (!seen.TryAdd((Math.Min(a, b), Math.Max(a, b)), table.Row))
                throw table.Wrong(id2, $"a pair of units that is not yet in the table (it stands in row {seen[(Math.Min(a, b), Math.Max(a, b))]})");
            var side = NotBelowZero(table, length);
            if (a == b) outer[a] = side;
            else if (side > 0) shared.Add(new(a, b, side));
        }

        return (shared.ToImmutable(), Array.Exists(outer, side => side > 0) ? [.. outer] : []);
    }

    private static (int[], int[], double[], double[]) Sorted(string path, List<int> unitOf, List<int> featureOf, List<double> amountOf, List<int> rowOf, int units, int features)
    {
        var first = new int[units + 1];
        foreach (var unit in unitOf) first[unit + 1]++;
        for (var unit = 0; unit < units; unit++) first[unit + 1] += first[unit];
        var (next, order) = (first.ToArray(), new int[unitOf.Count]);
        for (var entry = 0; entry < order.Length; entry++) order[next[unitOf[entry]]++] = entry;
        var (sortedFeatures, sortedAmounts, totals, lastEntry) = (new int[order.Length], new double[order.Length], new double[features], new int[features]);
        Array.Fill(lastEntry, -1);
        for (var place = 0; place < order.Length; place++)
        {
            var entry = order[place];
            var feature = featureOf[entry];
            if (lastEntry[feature] is >= 0 and var other && unitOf[other] == unitOf[entry])
                throw new BadInputException($"{path}, row {rowOf[entry]}: this unit and feature stand in row {rowOf[other]} already; expected each pair once.");
            lastEntry[feature] = entry;
            (sortedFeatures[place], sortedAmounts[place]) = (feature, amountOf[entry]);
            totals[feature] += amountOf[entry];
        }

        return (first, sortedFeatures, sortedAmounts, totals);
    }
}
