namespace Bocage.Formats;

/// <summary>The place of each name of one kind of thing; names are plain texts.</summary>
internal sealed class NameIndex
{
    private readonly string kind;
    private readonly Dictionary<string, int> placeOf = new(StringComparer.Ordinal);
    private readonly List<int> rows = [];

    public NameIndex(string kind, IEnumerable<string> names)
    {
        this.kind = kind;
        foreach (var name in names) placeOf.Add(name, placeOf.Count);
    }

    /// <summary>Adds the name in the current row of a table; a name may stand there once.</summary>
    public void Add(GecotTable table, int column)
    {
        var name = table.Text(column);
        if (!placeOf.TryAdd(name, placeOf.Count)) throw table.Wrong(column, $"a name that is not yet in the table (it stands in row {rows[placeOf[name]]})");
        rows.Add(table.Row);
    }

    /// <summary>The place of the name in the current row of a table.</summary>
    public int PlaceOf(GecotTable table, int column) =>
        placeOf.TryGetValue(table.Text(column), out var place) ? place : throw table.Wrong(column, $"the id of {(kind[0] is 'a' or 'o' ? "an" : "a")} {kind}");
}
