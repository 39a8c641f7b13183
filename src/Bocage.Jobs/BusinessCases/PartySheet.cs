using System.Globalization;
using System.Text;
using Bocage.Jobs.BusinessCases.Report;

namespace Bocage.Jobs.BusinessCases;

/// <summary>Writes the cash flow of a party for a spreadsheet: a row for each line, a column for each year.</summary>
/// <remarks>In English commas separate and points are decimal; in Dutch, French and German semicolons separate and commas are decimal, as spreadsheets there expect. UTF-8 with a byte-order mark. A cell that is not known is empty.</remarks>
internal static class PartySheet
{
    public static void Write(string path, CasePageModel page, int party)
    {
        var (texts, table) = (page.Texts, PartyTable.Of(page.Case, party));
        var english = texts.Language == "en";
        var text = new StringBuilder();
        Row([texts["csv.line"], texts["csv.kind"], texts["csv.other"], .. Enumerable.Range(0, table.Case.Net.Length).Select(page.Year)]);
        foreach (var row in table.Rows) Row([page.RowName(row), texts["csv.kindOf." + row.Kind], row.Other?.Name.In(texts.Language) ?? "", .. row.Amounts.Select(Number)]);
        Row([texts["csv.total"], "", "", .. table.Case.Net.Select(Number)]);
        Row([texts["csv.sum"], "", "", .. table.Sums.Select(Number)]);
        Row([texts["csv.discounted"], "", "", .. table.Case.Net.Select((euros, year) => Number(euros * Math.Pow(1 + table.Case.DiscountRate, -year)))]);
        File.WriteAllText(path, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        void Row(IEnumerable<string> cells) => text.AppendJoin(english ? ',' : ';', cells.Select(cell => Cell(cell, english ? ',' : ';'))).Append("\r\n");

        string Number(double euros) => double.IsNaN(euros) ? "" : english ? euros.ToString("0.##", CultureInfo.InvariantCulture) : euros.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');
    }

    // A name that begins like a formula must not become one.
    private static string Cell(string cell, char separator)
    {
        if (cell.Length > 0 && cell[0] is '=' or '+' or '@' or '\t' or '\r' || (cell.StartsWith('-') && !double.TryParse(cell.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out _))) cell = "'" + cell;
        return cell.Contains(separator) || cell.Contains('"') || cell.Contains('\n') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}
