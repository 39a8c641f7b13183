using System.Globalization;
using Spectre.Console;

namespace Bocage.Cli.Output;

/// <summary>A table for people: aligned columns on standard output, whatever the width of the window.</summary>
internal sealed class PlainTable
{
    private readonly Table table = new() { Border = TableBorder.Minimal };

    /// <summary>A table of facts in words: what, and its value.</summary>
    public static PlainTable OfFacts()
    {
        var facts = new PlainTable("what", "value");
        facts.table.Columns[1].LeftAligned();
        return facts;
    }

    public PlainTable(params ReadOnlySpan<string> columns)
    {
        for (var k = 0; k < columns.Length; k++)
        {
            var column = new TableColumn(Markup.Escape(columns[k])) { NoWrap = true };
            table.AddColumn(k == 0 ? column : column.RightAligned());
        }
    }

    public void Row(params ReadOnlySpan<object?> cells)
    {
        var texts = new string[cells.Length];
        for (var k = 0; k < cells.Length; k++) texts[k] = Markup.Escape(TextOf(cells[k]));
        table.AddRow(texts);
    }

    public void Print()
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Out) });
        // A figure that is cut off is wrong, a line that goes on below is only long.
        console.Profile.Width = 10_000;
        console.Write(table);
    }

    public static string TextOf(object? value) => value switch
    {
        null => "not known",
        double.NaN => "not known",
        double.PositiveInfinity => "unreachable",
        double number => number.ToString("G10", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => OneLine(value.ToString()!),
    };

    /// <summary>Text from a file or a user without line ends or anything else that steers a terminal.</summary>
    public static string OneLine(string text) =>
        text.Any(char.IsControl) ? string.Join(' ', text.Split([.. text.Where(char.IsControl).Distinct()], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : text;
}
