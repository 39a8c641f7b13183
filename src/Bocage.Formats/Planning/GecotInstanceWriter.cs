using System.Globalization;
using System.Text.Json;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Writes a problem of connecting landscapes in the layout of <see cref="GecotInstance"/>, to bring it to another solver.</summary>
/// <remarks>
/// Vertices and arcs are named by their number from 0, units by their id. Numbers are written so that they read back the same to the last digit.
/// Rules, locks and penalties are not part of the layout and are not written; nor is a square root in the criterion, so such a criterion is refused.
/// </remarks>
public static class GecotInstanceWriter
{
    /// <summary>Writes instance.json and its tables into a folder, which is made when it is not there.</summary>
    /// <param name="folder">The folder; files of the same name are replaced.</param>
    /// <param name="units">What can be chosen.</param>
    /// <param name="objective">Networks and criterion.</param>
    /// <exception cref="ArgumentException">The criterion has a square root.</exception>
    /// <exception cref="BadInputException">A file cannot be written there.</exception>
    public static void Write(string folder, IReadOnlyList<PlanningUnit> units, MaximumConnectedAreaObjective objective)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(objective);
        var cases = new Dictionary<string, object>();
        for (var k = 0; k < objective.Cases.Length; k++)
            if (!cases.TryAdd(objective.Cases[k].Name, Blocks(k + 1, objective.Cases[k]))) throw new ArgumentException($"Two cases are called {objective.Cases[k].Name}.", nameof(objective));
        var instance = new
        {
            options = new { csv_file = "options.csv" },
            cases,
            criterion = Formula(objective.Criterion, objective.Cases),
        };
        try
        {
            Directory.CreateDirectory(folder);
            Table(folder, "options.csv", "id,cost", units.Select(unit => $"{Quoted(unit.Id)},{Text(unit.Cost)}"));
            for (var k = 0; k < objective.Cases.Length; k++) Tables(folder, k + 1, objective.Cases[k], units);
            File.WriteAllText(Path.Combine(folder, "instance.json"), JsonSerializer.Serialize(instance, Layout) + "\n");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{folder} cannot be written: {error.Message}", error);
        }
    }

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    private static Dictionary<string, object> Blocks(int number, ConnectivityCase network)
    {
        var blocks = new Dictionary<string, object>
        {
            ["vertices"] = new { csv_file = $"vertices_{number}.csv" },
            ["arcs"] = new { csv_file = $"arcs_{number}.csv" },
        };
        if (network.VertexImprovements.Length > 0) blocks["vertices_improvements"] = new { csv_file = $"vertices_improvements_{number}.csv" };
        if (network.ArcImprovements.Length > 0) blocks["arcs_improvements"] = new { csv_file = $"arcs_improvements_{number}.csv" };
        return blocks;
    }

    private static void Tables(string folder, int number, ConnectivityCase network, IReadOnlyList<PlanningUnit> units)
    {
        Table(folder, $"vertices_{number}.csv", "id,source_quality,target_quality",
            Enumerable.Range(0, network.SourceQuality.Length).Select(v => $"{v},{Text(network.SourceQuality[v])},{Text(network.TargetQuality[v])}"));
        Table(folder, $"arcs_{number}.csv", "id,from,to,probability", network.Arcs.Select((arc, k) => $"{k},{arc.From},{arc.To},{Text(arc.Probability)}"));
        if (network.VertexImprovements.Length > 0)
        {
            Table(folder, $"vertices_improvements_{number}.csv", "vertex_id,option_id,source_quality_gain,target_quality_gain",
                network.VertexImprovements.Select(gain => $"{gain.Vertex},{Quoted(units[gain.Unit].Id)},{Text(gain.SourceGain)},{Text(gain.TargetGain)}"));
        }

        if (network.ArcImprovements.Length > 0)
        {
            Table(folder, $"arcs_improvements_{number}.csv", "arc_id,option_id,improved_probability",
                network.ArcImprovements.Select(better => $"{better.Arc},{Quoted(units[better.Unit].Id)},{Text(better.Probability)}"));
        }
    }

    private static object Formula(ConnectivityCriterion criterion, IReadOnlyList<ConnectivityCase> cases) => criterion switch
    {
        ConnectivityCriterion.Constant constant => constant.Number,
        ConnectivityCriterion.OfCase one => cases[one.Case].Name,
        ConnectivityCriterion.Scaled scaled => new object[] { scaled.Factor, Formula(scaled.Inner, cases) },
        ConnectivityCriterion.Sum sum => Operation("sum", sum.Parts, cases),
        ConnectivityCriterion.Product product => Operation("product", product.Parts, cases),
        ConnectivityCriterion.Minimum minimum => Operation("min", minimum.Parts, cases),
        _ => throw new ArgumentException($"The layout of GECOT has no {criterion.GetType().Name}; give a criterion of sums, products, least values and factors.", nameof(criterion)),
    };

    private static object Operation(string name, IEnumerable<ConnectivityCriterion> parts, IReadOnlyList<ConnectivityCase> cases) =>
        new { operation = name, values = parts.Select(part => Formula(part, cases)).ToArray() };

    private static void Table(string folder, string name, string header, IEnumerable<string> rows)
    {
        using var writer = new StreamWriter(Path.Combine(folder, name)) { NewLine = "\n" };
        writer.WriteLine(header);
        foreach (var row in rows) writer.WriteLine(row);
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 && text.Trim() == text ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
