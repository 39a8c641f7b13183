using System.Collections.Immutable;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>A planning problem as plain tables in a folder.</summary>
/// <remarks>
/// units.csv: id, cost and, if wished, status (<c>available</c>, <c>locked_in</c>, <c>locked_out</c>, or Marxan's 0 to 3), locked_in and locked_out (0/1, true/false) and utility (or value).
/// features.csv: id, target (an amount) or relative_target (a share of the amount in all units), and, if wished, weight (1 when absent).
/// amounts.csv: unit, feature, amount. boundary.csv, if there is one: id1, id2, boundary, as in Marxan's bound.dat.
/// </remarks>
public static class PlanningFolder
{
    internal const string UnitsName = "units.csv";
    private const string FeaturesName = "features.csv";
    private const string AmountsName = "amounts.csv";
    private const string BoundaryName = "boundary.csv";

    /// <summary>Reads the folder.</summary>
    /// <exception cref="BadInputException">A file is missing or a row is wrong; the sentence names file and row.</exception>
    public static PlanningTables Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder)) throw new BadInputException($"{folder} is no folder; expected one with {UnitsName}, {FeaturesName} and {AmountsName}.");
        var (unitsFile, featuresFile, boundaryFile) = (Path.Combine(folder, UnitsName), Path.Combine(folder, FeaturesName), Path.Combine(folder, BoundaryName));
        var (unitIds, featureIds) = (new PlanningRows.Ids(), new PlanningRows.Ids());
        var (units, utility) = Units(unitsFile, unitIds);
        var rows = Features(featuresFile, featureIds);
        var (first, features, amounts, totals) = PlanningRows.Amounts(Path.Combine(folder, AmountsName), "unit", "feature", unitIds, featureIds, unitsFile, featuresFile);
        var tables = new PlanningTables
        {
            Units = units,
            Utility = utility,
            Amounts = new(rows.Select((row, k) => new ConservationFeature(row.Id, row.IsShare ? row.Target * totals[k] : row.Target, row.Weight)), first, features, amounts),
        };
        if (!File.Exists(boundaryFile)) return tables;
        var (shared, outer) = PlanningRows.Boundaries(boundaryFile, unitIds, unitsFile);
        return tables with { Shared = shared, Outer = outer };
    }

    private static (ImmutableArray<PlanningUnit> Units, ImmutableArray<double> Utility) Units(string path, PlanningRows.Ids ids)
    {
        var (units, values) = (ImmutableArray.CreateBuilder<PlanningUnit>(), ImmutableArray.CreateBuilder<double>());
        using var table = TableReader.WithHeader(path, "id", "cost");
        var (id, cost) = (table.Require("id"), table.Require("cost"));
        var utility = table.Find("utility") is >= 0 and var column ? column : table.Find("value");
        var (status, lockedIn, lockedOut) = (table.Find("status"), table.Find("locked_in"), table.Find("locked_out"));
        while (table.Next())
        {
            table.CheckWidth(2);
            ids.Add(table, id);
            units.Add(new(table.Text(id), PlanningRows.NotBelowZero(table, cost), StatusOf(table, status, lockedIn, lockedOut)));
            if (utility >= 0) values.Add(table.Number(utility, "a number", _ => true));
        }

        return units.Count > 0 ? (units.ToImmutable(), values.ToImmutable()) : throw new BadInputException($"{path} has a header and no rows; expected at least one unit.");
    }

    private static PlanningStatus StatusOf(TableReader table, int status, int lockedIn, int lockedOut)
    {
        var (isIn, isOut) = (lockedIn >= 0 && Flag(table, lockedIn), lockedOut >= 0 && Flag(table, lockedOut));
        var word = status < 0 ? PlanningStatus.Available : Word(table, status);
        if (isIn && (isOut || word == PlanningStatus.LockedOut)) throw table.Wrong(lockedIn, "no lock in for a unit that is locked out");
        if (isOut && word == PlanningStatus.LockedIn) throw table.Wrong(lockedOut, "no lock out for a unit that is locked in");
        return isIn ? PlanningStatus.LockedIn : isOut ? PlanningStatus.LockedOut : word;
    }

    private static PlanningStatus Word(TableReader table, int column)
    {
        if (table.Says(column, "available") || table.Says(column, "") || table.Says(column, "0") || table.Says(column, "1")) return PlanningStatus.Available;
        if (table.Says(column, "locked_in") || table.Says(column, "2")) return PlanningStatus.LockedIn;
        return table.Says(column, "locked_out") || table.Says(column, "3")
            ? PlanningStatus.LockedOut
            : throw table.Wrong(column, "available, locked_in or locked_out (or Marxan's 0, 1, 2, 3)");
    }

    private static bool Flag(TableReader table, int column)
    {
        if (table.Says(column, "1") || table.Says(column, "true")) return true;
        return table.Says(column, "0") || table.Says(column, "false") || table.Says(column, "") ? false : throw table.Wrong(column, "0 or 1");
    }

    private static List<(string Id, double Target, bool IsShare, double Weight)> Features(string path, PlanningRows.Ids ids)
    {
        var features = new List<(string, double, bool, double)>();
        using var table = TableReader.WithHeader(path, "id");
        var (id, target, share, weight) = (table.Require("id"), table.Find("target"), table.Find("relative_target"), table.Find("weight"));
        if (target >= 0 == share >= 0)
            throw new BadInputException($"{path}, row {table.Row}: the header has {(target < 0 ? "neither" : "both")} target {(target < 0 ? "nor" : "and")} relative_target; expected one of them.");
        while (table.Next())
        {
            table.CheckWidth(2);
            ids.Add(table, id);
            features.Add((
                table.Text(id),
                target >= 0 ? PlanningRows.NotBelowZero(table, target) : table.Number(share, "a share, 0 or more", value => value >= 0),
                share >= 0,
                weight < 0 ? 1 : PlanningRows.NotBelowZero(table, weight)));
        }

        return features.Count > 0 ? features : throw new BadInputException($"{path} has a header and no rows; expected at least one feature.");
    }
}
