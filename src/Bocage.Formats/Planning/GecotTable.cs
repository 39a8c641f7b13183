namespace Bocage.Formats;

/// <summary>A table of a <see cref="GecotInstance"/> with the names that the instance gives its columns.</summary>
internal sealed class GecotTable : IDisposable
{
    private readonly TableReader table;
    private readonly int[] columns;

    private GecotTable(TableReader table, int[] columns) => (this.table, this.columns) = (table, columns);

    /// <summary>Opens the table of a block {csv_file, csv_columns}.</summary>
    /// <param name="block">The block.</param>
    /// <param name="names">The standard names of the columns, by which they are numbered from 0.</param>
    public static GecotTable Open(JsonPlace block, params string[] names)
    {
        block.Object().AllowKeys("csv_file", "csv_columns");
        var file = block.Require("csv_file").Text();
        var own = names.ToArray();
        if (block.Find("csv_columns") is { } mapping)
        {
            mapping.Object().AllowKeys(names);
            for (var k = 0; k < names.Length; k++) own[k] = mapping.Find(names[k])?.Text() ?? names[k];
        }

        var table = TableReader.WithHeader(Path.Combine(Path.GetDirectoryName(block.File) ?? "", file), own);
        return new(table, [.. own.Select(table.Require)]);
    }

    public int Row => table.Row;

    public bool Next()
    {
        if (!table.Next()) return false;
        table.CheckWidth(columns.Length);
        return true;
    }

    public string Text(int column) => table.Text(columns[column]);

    public double Number(int column, string expected, Func<double, bool> isAllowed) => table.Number(columns[column], expected, isAllowed);

    public BadInputException Wrong(int column, string expected) => table.Wrong(columns[column], expected);

    public void Dispose() => table.Dispose();
}
