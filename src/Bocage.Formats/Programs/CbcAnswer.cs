using System.Globalization;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Reads what CBC found: its solution file and its log.</summary>
internal static class CbcAnswer
{
    /// <summary>CBC prints the bound with 3 decimals; the truth may lie this far beyond.</summary>
    private const double BoundDecimals = 5.1e-4;

    /// <summary>The answer to a model, in the model's own units.</summary>
    /// <param name="model">What was asked.</param>
    /// <param name="solution">Text of the solution file: a line with the state, then a line per variable that is not 0.</param>
    /// <param name="log">What CBC printed.</param>
    /// <exception cref="ArgumentException">The model is unbounded.</exception>
    /// <exception cref="InvalidOperationException">CBC says something that we do not know.</exception>
    public static MixedIntegerResult Parse(LinearModel model, string solution, string log)
    {
        var lines = solution.Split('\n');
        var state = lines[0];
        if (state.StartsWith("Infeasible", StringComparison.Ordinal) || state.StartsWith("Integer infeasible", StringComparison.Ordinal)) return Infeasible(model);
        if (state.StartsWith("Unbounded", StringComparison.Ordinal)) throw new ArgumentException("The model is unbounded: its objective can grow without end.", nameof(model));
        var optimal = state.StartsWith("Optimal", StringComparison.Ordinal);
        if (!optimal && !state.StartsWith("Stopped", StringComparison.Ordinal)) throw new InvalidOperationException($"CBC says something that is not known: {state}");
        var bound = PrintedBound(model, log);
        if (state.Contains("no integer solution", StringComparison.Ordinal)) return Nothing(model) with { Bound = bound ?? NoBound(model) };
        var values = Values(model, lines);
        var objective = model.Variables.Select((variable, k) => variable.Objective * values[k]).Sum();
        if (optimal) bound ??= PrintedObjective(state) / LpFile.ObjectiveScale(model);
        var safe = bound is not { } number ? NoBound(model) : model.Maximises ? Math.Max(number, objective) : Math.Min(number, objective);
        var withinGap = state.Contains("within gap", StringComparison.Ordinal);
        return new(optimal ? withinGap ? SolveOutcome.WithinGap : SolveOutcome.Optimal : SolveOutcome.Stopped, values, objective, safe);
    }

    /// <summary>Nothing found in time.</summary>
    public static MixedIntegerResult Nothing(LinearModel model) => new(SolveOutcome.Stopped, [], double.NaN, NoBound(model));

    /// <summary>No values keep all rows.</summary>
    public static MixedIntegerResult Infeasible(LinearModel model) => new(SolveOutcome.Infeasible, [], double.NaN, model.Maximises ? double.NegativeInfinity : double.PositiveInfinity);

    private static double NoBound(LinearModel model) => model.Maximises ? double.PositiveInfinity : double.NegativeInfinity;

    // "     12 x12       1       3.5", with "**" before it when CBC is not content with the value.
    private static double[] Values(LinearModel model, string[] lines)
    {
        var values = new double[model.Variables.Count];
        foreach (var line in lines.Skip(1))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var first = words.Length > 0 && words[0] == "**" ? 1 : 0;
            if (words.Length < first + 3) continue;
            var variable = int.Parse(words[first + 1].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
            var value = double.Parse(words[first + 2], NumberStyles.Float, CultureInfo.InvariantCulture);
            values[variable] = model.Variables[variable].IsInteger ? Math.Round(value) : value;
        }
        return values;
    }

    private static double PrintedObjective(string state) =>
        double.Parse(state.AsSpan(state.LastIndexOf(' ') + 1), NumberStyles.Float, CultureInfo.InvariantCulture);

    // "Upper bound:                    2468.000" at the end of the log when the proof is not complete.
    private static double? PrintedBound(LinearModel model, string log)
    {
        var words = model.Maximises ? "Upper bound:" : "Lower bound:";
        var at = log.LastIndexOf(words, StringComparison.Ordinal);
        if (at < 0) return null;
        var end = log.IndexOf('\n', at);
        var text = log.AsSpan(at + words.Length, (end < 0 ? log.Length : end) - at - words.Length);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) || Math.Abs(bound) >= 1e29) return null;
        return (bound + (model.Maximises ? BoundDecimals : -BoundDecimals)) / LpFile.ObjectiveScale(model);
    }
}
