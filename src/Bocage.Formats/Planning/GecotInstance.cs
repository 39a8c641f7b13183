using System.Text.Json;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>A problem of connecting landscapes under a budget, in the layout of the program GECOT: instance.json and the tables it names.</summary>
/// <remarks>
/// options: a table of units with a cost. cases: networks, each with vertices (source and target quality), arcs (from, to, probability) and, where there are any, vertices_improvements and
/// arcs_improvements. csv_columns says what a table calls the standard columns; further columns are left unread. criterion: a number, a case, [factor, formula] or {operation, values} with sum,
/// product or min; without it, the sum of all cases. Names are texts, whatever they look like. The budget is not part of the files. The tables are read as <see cref="CostTable"/> reads them.
/// </remarks>
public static class GecotInstance
{
    /// <summary>Reads an instance; the problem has no rules yet.</summary>
    /// <param name="path">The file instance.json, or the folder that holds it.</param>
    /// <exception cref="BadInputException">A file is missing, a row or a key is wrong, or a name is unknown or used twice.</exception>
    public static PlanningProblem Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Directory.Exists(path)) path = Path.Combine(path, "instance.json");
        using var document = Parse(path);
        var root = new JsonPlace(path, "the document", document.RootElement).Object();
        root.AllowKeys("options", "cases", "criterion");
        var units = Options(root.Require("options"));
        var unitOf = new NameIndex("option", units.Select(unit => unit.Id));
        var cases = root.Require("cases").Object().Properties().Select(place => GecotCase.Read(place, unitOf)).ToList();
        if (cases.Count == 0) throw root.Require("cases").Wrong("at least one case");
        var criterion = root.Find("criterion") is { } formula ? GecotCriterion.Read(formula, [.. cases.Select(network => network.Name)]) : null;
        return new(units, new MaximumConnectedAreaObjective(cases, criterion));
    }

    private static List<PlanningUnit> Options(JsonPlace block)
    {
        using var table = GecotTable.Open(block, "id", "cost");
        var units = new List<PlanningUnit>();
        var names = new NameIndex("option", []);
        while (table.Next())
        {
            names.Add(table, 0);
            units.Add(new(table.Text(0), table.Number(1, "a cost, 0 or more", cost => cost >= 0)));
        }

        return units;
    }

    private static JsonDocument Parse(string path)
    {
        if (!File.Exists(path)) throw new BadInputException($"{path} does not exist.");
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException error)
        {
            throw new BadInputException($"{path} is not JSON: {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be read: {error.Message}");
        }
    }
}
