using System.Globalization;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Marxan's input: input.dat with the tables of units, species, amounts and boundaries that it names.</summary>
/// <remarks>
/// Read of input.dat: INPUTDIR (<c>input</c> when absent), PUNAME, SPECNAME, PUVSPRNAME, BOUNDNAME (none when absent) and BLM (0); the rest steers Marxan's own search.
/// pu.dat has id, cost and, if wished, status: 0 or 1 available (1 is only Marxan's starting point), 2 locked in, 3 locked out. spec.dat has id and target or prop
/// (a share of the amount in all units, locked-out ones included; where both stand, a prop above 0 counts) and, if wished, spf, taken as the feature's weight.
/// puvspr.dat has species, pu and amount; bound.dat has id1, id2 and boundary, where two equal ids mean sides that no other unit shares. Separators: comma, tab or semicolon.
/// </remarks>
public static class MarxanInput
{
    internal const string UsualName = "input.dat";

    /// <summary>Reads the input.</summary>
    /// <param name="path">input.dat, or the folder it stands in.</param>
    /// <exception cref="BadInputException">A file is missing or a row is wrong; the sentence names file and row.</exception>
    public static PlanningTables Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = InputFile.Existing(Directory.Exists(path) ? Path.Combine(path, UsualName) : path);
        var settings = Settings(file);
        var folder = Path.Combine(Path.GetDirectoryName(file)!, Name(settings, "INPUTDIR") ?? "input");
        string PathOf(string key, string usual) => Path.Combine(folder, Name(settings, key) ?? usual);
        var (unitsFile, speciesFile) = (PathOf("PUNAME", "pu.dat"), PathOf("SPECNAME", "spec.dat"));
        var (unitIds, speciesIds) = (new PlanningRows.Ids(), new PlanningRows.Ids());
        var units = Units(unitsFile, unitIds);
        var species = Species(speciesFile, speciesIds);
        var (first, features, amounts, totals) = PlanningRows.Amounts(PathOf("PUVSPRNAME", "puvspr.dat"), "pu", "species", unitIds, speciesIds, unitsFile, speciesFile);
        var tables = new PlanningTables
        {
            Units = [.. units],
            Amounts = new(species.Select((row, k) => new ConservationFeature(row.Id, row.Share > 0 ? row.Share * totals[k] : row.Target, row.Weight)), first, features, amounts),
            BoundaryWeight = Modifier(file, settings),
        };
        if (Name(settings, "BOUNDNAME") is null) return tables;
        var (shared, outer) = PlanningRows.Boundaries(PathOf("BOUNDNAME", ""), unitIds, unitsFile);
        return tables with { Shared = shared, Outer = outer };
    }

    // "KEY value" lines among free text; names as Windows writes them are taken too.
    private static Dictionary<string, (string Value, int Row)> Settings(string file)
    {
        string[] known = ["INPUTDIR", "PUNAME", "SPECNAME", "PUVSPRNAME", "BOUNDNAME", "BLM"];
        var settings = new Dictionary<string, (string, int)>(StringComparer.OrdinalIgnoreCase);
        var row = 0;
        foreach (var line in File.ReadLines(file))
        {
            row++;
            var parts = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !known.Contains(parts[0], StringComparer.OrdinalIgnoreCase)) continue;
            if (!settings.TryAdd(parts[0], (parts[1], row))) throw new BadInputException($"{file}, row {row}: {parts[0]} is given twice; expected it once.");
        }

        return settings;
    }

    private static string? Name(Dictionary<string, (string Value, int Row)> settings, string key) =>
        settings.TryGetValue(key, out var setting) ? setting.Value.Replace('\\', '/') : null;

    private static double Modifier(string file, Dictionary<string, (string Value, int Row)> settings)
    {
        if (!settings.TryGetValue("BLM", out var setting)) return 0;
        return double.TryParse(setting.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value >= 0
            ? value
            : throw new BadInputException($"{file}, row {setting.Row}: BLM is '{setting.Value}', expected a number, 0 or more.");
    }

    private static List<PlanningUnit> Units(string path, PlanningRows.Ids ids)
    {
        var units = new List<PlanningUnit>();
        using var table = TableReader.WithHeader(path, "id", "cost");
        var (id, cost, status) = (table.Require("id"), table.Require("cost"), table.Find("status"));
        while (table.Next())
        {
            table.CheckWidth(2);
            ids.Add(table, id);
            units.Add(new(table.Text(id), PlanningRows.NotBelowZero(table, cost), status < 0 ? PlanningStatus.Available : StatusOf(table, status)));
        }

        return units.Count > 0 ? units : throw new BadInputException($"{path} has a header and no rows; expected at least one planning unit.");
    }

    private static PlanningStatus StatusOf(TableReader table, int column) => table.WholeNumber(column) switch
    {
        0 or 1 => PlanningStatus.Available,
        2 => PlanningStatus.LockedIn,
        3 => PlanningStatus.LockedOut,
        _ => throw table.Wrong(column, "0 or 1 (available), 2 (locked in) or 3 (locked out)"),
    };

    private static List<(string Id, double Target, double Share, double Weight)> Species(string path, PlanningRows.Ids ids)
    {
        var species = new List<(string, double, double, double)>();
        using var table = TableReader.WithHeader(path, "id");
        var (id, target, share, weight) = (table.Require("id"), table.Find("target"), table.Find("prop"), table.Find("spf"));
        if (target < 0 && share < 0) throw new BadInputException($"{path}, row {table.Row}: the header has neither target nor prop; expected one of them.");
        while (table.Next())
        {
            table.CheckWidth(2);
            ids.Add(table, id);
            species.Add((
                table.Text(id),
                target < 0 ? 0 : PlanningRows.NotBelowZero(table, target),
                share < 0 ? 0 : table.Number(share, "a share between 0 and 1", value => value is >= 0 and <= 1),
                weight < 0 ? 1 : PlanningRows.NotBelowZero(table, weight)));
        }

        return species.Count > 0 ? species : throw new BadInputException($"{path} has a header and no rows; expected at least one species.");
    }
}
