namespace Bocage.Formats;

/// <summary>Resistance by land-cover class, from a table <c>class,resistance</c>.</summary>
/// <remarks>
/// A header is required; comma, semicolon or tab separates; with a semicolon the decimal sign may be a comma. Blank lines, lines that begin with # and further
/// columns are left out. Resistance is above 0, or the word <c>barrier</c>.
/// </remarks>
public static class CostTable
{
    /// <summary>Reads the table: resistance by class code; NaN is a barrier.</summary>
    /// <exception cref="BadInputException">The file is missing, or a row is wrong; a class that stands there twice is, too.</exception>
    public static IReadOnlyDictionary<int, double> Read(string path)
    {
        using var table = TableReader.WithHeader(path, "class", "resistance");
        var (code, resistance) = (table.Require("class"), table.Require("resistance"));
        var byCode = new Dictionary<int, double>();
        var rows = new Dictionary<int, int>();
        while (table.Next())
        {
            table.CheckWidth(2);
            var number = table.WholeNumber(code);
            if (!rows.TryAdd(number, table.Row)) throw table.Wrong(code, $"a class that is not yet in the table (it stands in row {rows[number]})");
            byCode.Add(number, table.Says(resistance, "barrier")
                ? double.NaN
                : table.Number(resistance, "a number above 0 or the word barrier", value => value > 0));
        }

        return byCode.Count > 0 ? byCode : throw new BadInputException($"{path} has a header and no rows; expected at least one class.");
    }
}
