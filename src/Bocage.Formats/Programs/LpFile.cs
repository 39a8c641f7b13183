using System.Globalization;
using System.Text;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Writes a linear model in the LP format of CPLEX, in the part of it that CBC reads without surprises.</summary>
/// <remarks>
/// Variables are x0, x1, … and rows c0, c1, …, so that no name is taken for a number; one term a line, as CBC cuts long lines; a row with two limits becomes
/// two rows, as CBC misreads "1 ≤ x ≤ 2" there;
/// every variable stands in the objective, as CBC forgets the others; whole variables are "Generals" with bounds, as "Binaries" undo them; numbers have up to
/// 17 digits and no culture.
/// Rows and the objective are scaled by powers of two, which changes no digit: a row's largest coefficient comes to 1–2 and the objective's to 512–1024, so
/// that CBC's tolerances, which are absolute
/// (1e-7 in a row, 3 decimals of the bound), mean the same for euros and for millions.
/// </remarks>
internal static class LpFile
{
    /// <summary>A limit this large is none.</summary>
    private const double Infinity = 1e30;

    /// <summary>The text of a model.</summary>
    /// <exception cref="ArgumentException">A coefficient is not a finite number, a limit is NaN, or there is no variable.</exception>
    public static string Write(LinearModel model)
    {
        if (model.Variables.Count == 0) throw new ArgumentException("The model has no variable; the LP format needs one.", nameof(model));
        var text = new StringBuilder(model.Maximises ? "Maximize\nobj:\n" : "Minimize\nobj:\n");
        var scale = ObjectiveScale(model);
        for (var variable = 0; variable < model.Variables.Count; variable++) AppendTerm(text, model.Variables[variable].Objective * scale, variable);
        text.Append("Subject To\n");
        for (var row = 0; row < model.Rows.Count; row++) AppendRow(text, model.Rows[row], row);
        text.Append("Bounds\n");
        for (var variable = 0; variable < model.Variables.Count; variable++)
            text.Append(CultureInfo.InvariantCulture, $"{Limit(model.Variables[variable].Lower)} <= x{variable} <= {Limit(model.Variables[variable].Upper)}\n");
        text.Append("Generals\n");
        for (var variable = 0; variable < model.Variables.Count; variable++)
            if (model.Variables[variable].IsInteger) text.Append(CultureInfo.InvariantCulture, $"x{variable}\n");
        return text.Append("End\n").ToString();
    }

    /// <summary>What the objective is multiplied by in the file: a power of two.</summary>
    public static double ObjectiveScale(LinearModel model)
    {
        var largest = 0.0;
        foreach (var variable in model.Variables) largest = Math.Max(largest, Math.Abs(variable.Objective));
        return 512 * Scale(largest);
    }

    private static void AppendRow(StringBuilder text, LinearRow row, int name)
    {
        var terms = row.Terms.GroupBy(term => term.Unit).Select(group => new LinearTerm(group.Key, group.Sum(term => term.Coefficient))).Where(term => term.Coefficient != 0).ToArray();
        var scale = Scale(terms.Length == 0 ? 0 : terms.Max(term => Math.Abs(term.Coefficient)));
        if (terms.Length == 0) terms = [new LinearTerm(0, 0)];
        var (low, high) = (row.Minimum > -Infinity, row.Maximum < Infinity);
        if (double.IsNaN(row.Minimum) || double.IsNaN(row.Maximum)) throw new ArgumentException($"Row {name} has a limit that is not a number.", nameof(row));
        if (row.Minimum == row.Maximum)
        {
            Append("c", "=", row.Minimum);
            return;
        }
        if (low) Append("c", ">=", row.Minimum);
        if (high) Append(low ? "d" : "c", "<=", row.Maximum);

        void Append(string letter, string relation, double limit)
        {
            text.Append(CultureInfo.InvariantCulture, $"{letter}{name}:\n");
            foreach (var term in terms) AppendTerm(text, term.Coefficient * scale, term.Unit);
            text.Append(CultureInfo.InvariantCulture, $"{relation} {Number(limit * scale)}\n");
        }
    }

    private static void AppendTerm(StringBuilder text, double coefficient, int variable)
    {
        if (!double.IsFinite(coefficient)) throw new ArgumentException($"A coefficient of variable {variable} is {coefficient}; it must be finite.", nameof(coefficient));
        text.Append(CultureInfo.InvariantCulture, $"{(coefficient < 0 ? "- " : "+ ")}{Number(Math.Abs(coefficient))} x{variable}\n");
    }

    private static string Limit(double limit) => double.IsNaN(limit)
        ? throw new ArgumentException("A bound of a variable is not a number.", nameof(limit))
        : limit <= -Infinity ? "-inf" : limit >= Infinity ? "inf" : Number(limit);

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    // The power of two that brings a number to 1–2.
    private static double Scale(double largest) => largest is > 0 and < Infinity ? Math.ScaleB(1, -Math.ILogB(largest)) : 1;
}
