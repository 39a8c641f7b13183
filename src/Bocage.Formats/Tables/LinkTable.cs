using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>The links of a graph, from a table <c>from,to,distance</c> or <c>from,to,probability</c>, or from Conefor's connection file.</summary>
/// <remarks>
/// The same layout as <see cref="CostTable"/>. A probability p becomes the distance −ln p; a probability of 0 is no link. A pair may stand there twice, as in
/// data of both directions, with one and the same value. Conefor's file has no header: two ids and a value in each row, separated by spaces or tabs; unless
/// the caller says what the values are, they are probabilities when none is above 1, and distances otherwise.
/// </remarks>
public sealed class LinkTable
{
    private LinkTable(LinkKind kind, IReadOnlyList<Link> links)
    {
        Kind = kind;
        Links = links;
    }

    /// <summary>What the table held.</summary>
    public LinkKind Kind { get; }

    /// <summary>The links by place of the patches in the node table, each pair once; a probability p is kept as the distance −ln p.</summary>
    public IReadOnlyList<Link> Links { get; }

    /// <summary>Reads the table; one with a header alone has no links.</summary>
    /// <param name="path">The file.</param>
    /// <param name="nodes">The patches that the links join.</param>
    /// <param name="withoutHeader">What the values of a file without a header are; null to judge by their range.</param>
    /// <exception cref="BadInputException">The file is missing, or a row is wrong: an id that is not in the node table, a link from a patch to itself,
    /// a value out of range, or a pair that stands there twice with different values.</exception>
    public static LinkTable Read(string path, NodeTable nodes, LinkKind? withoutHeader = null)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        using var table = TableReader.WithOrWithoutHeader(path, "from", "to");
        var kind = table.HasHeader ? KindByHeader(table) : withoutHeader;
        var columns = table.HasHeader ? (table.Require("from"), table.Require("to"), table.Require(NameOf(kind!.Value))) : (0, 1, 2);
        var rowAndValue = new Dictionary<(int From, int To), (int Row, double Value)>();
        while (table.Next())
        {
            table.CheckWidth(3);
            AddRow(table, nodes, columns, kind, rowAndValue);
        }

        var found = kind ?? (rowAndValue.Values.All(entry => entry.Value <= 1) ? LinkKind.Probability : LinkKind.Distance);
        var links = rowAndValue.Select(pair => new Link(pair.Key.From, pair.Key.To, pair.Value.Value));
        if (found == LinkKind.Probability) links = links.Where(link => link.Distance > 0).Select(link => link with { Distance = 0 - Math.Log(link.Distance) });
        return new(found, [.. links]);
    }

    private static LinkKind KindByHeader(TableReader table)
    {
        if (table.Find("probability") < 0) return table.Find("distance") >= 0 ? LinkKind.Distance : throw Neither(table);
        return table.Find("distance") < 0
            ? LinkKind.Probability
            : throw new BadInputException($"{table.File}, row {table.Row}: the header has both distance and probability; expected one of them.");
    }

    private static BadInputException Neither(TableReader table) =>
        new($"{table.File}, row {table.Row}: the header has neither distance nor probability; expected one of them.");

    private static string NameOf(LinkKind kind) => kind == LinkKind.Distance ? "distance" : "probability";

    private static void AddRow(
        TableReader table, NodeTable nodes, (int From, int To, int Value) columns, LinkKind? kind, Dictionary<(int From, int To), (int Row, double Value)> known)
    {
        var (from, to) = (Place(table, nodes, columns.From), Place(table, nodes, columns.To));
        if (from == to) throw table.Wrong(columns.To, "another patch: a link joins two");
        var value = kind == LinkKind.Probability
            ? table.Number(columns.Value, "a probability from 0 to 1", number => number is >= 0 and <= 1)
            : table.Number(columns.Value, "a number, 0 or more", number => number >= 0);
        var pair = (Math.Min(from, to), Math.Max(from, to));
        if (known.TryAdd(pair, (table.Row, value))) return;
        var (row, earlier) = known[pair];
        if (earlier != value) throw table.Wrong(columns.Value, FormattableString.Invariant($"{earlier}, as in row {row} for the same two patches"));
    }

    private static int Place(TableReader table, NodeTable nodes, int column)
    {
        var place = nodes.PlaceOf(table.Text(column));
        return place >= 0 ? place : throw table.Wrong(column, "an id of the node table");
    }
}
