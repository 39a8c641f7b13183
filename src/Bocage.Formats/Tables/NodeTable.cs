using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>The patches of a graph, from a table <c>id,area</c> or <c>id,area,x,y</c>, or from Conefor's node file.</summary>
/// <remarks>
/// The same layout as <see cref="CostTable"/>. Conefor's file has no header: an id and an area in each row, both numbers, separated by spaces or tabs.
/// A patch's place is its place in the table, from 0, as in <see cref="PatchGraph"/>: <c>new PatchGraph(nodes.Areas, links.Links)</c>.
/// </remarks>
public sealed class NodeTable
{
    private readonly Dictionary<string, int> placeById = [];
    private readonly List<string> ids = [];
    private readonly List<double> areas = [];
    private readonly List<(double X, double Y)> positions = [];

    private NodeTable()
    {
    }

    /// <summary>Number of patches.</summary>
    public int Count => ids.Count;

    /// <summary>The id of each patch.</summary>
    public IReadOnlyList<string> Ids => ids;

    /// <summary>The area, or another attribute, of each patch; 0 or more, in the unit of the table.</summary>
    public IReadOnlyList<double> Areas => areas;

    /// <summary>Where each patch lies, or null when the table does not say.</summary>
    public IReadOnlyList<(double X, double Y)>? Positions => positions.Count > 0 ? positions : null;

    /// <summary>The place of the patch with an id, or -1.</summary>
    public int PlaceOf(string id) => placeById.TryGetValue(id, out var place) ? place : -1;

    /// <summary>Reads the table.</summary>
    /// <exception cref="BadInputException">The file is missing, or a row is wrong; an id that stands there twice is, too.</exception>
    public static NodeTable Read(string path)
    {
        using var table = TableReader.WithOrWithoutHeader(path, "id", "area");
        var (id, area) = table.HasHeader ? (table.Require("id"), table.Require("area")) : (0, 1);
        var (x, y) = (table.Find("x"), table.Find("y"));
        if (x >= 0 != y >= 0) table.Require(x >= 0 ? "y" : "x");
        var nodes = new NodeTable();
        var rows = new List<int>();
        while (table.Next())
        {
            table.CheckWidth(2);
            if (!table.HasHeader) table.WholeNumber(id);
            if (!nodes.placeById.TryAdd(table.Text(id), nodes.Count))
                throw table.Wrong(id, $"an id that is not yet in the table (it stands in row {rows[nodes.PlaceOf(table.Text(id))]})");
            rows.Add(table.Row);
            nodes.ids.Add(table.Text(id));
            nodes.areas.Add(table.Number(area, "a number, 0 or more", value => value >= 0));
            if (x >= 0) nodes.positions.Add((table.Number(x, "a coordinate", _ => true), table.Number(y, "a coordinate", _ => true)));
        }

        return nodes.Count > 0 ? nodes : throw new BadInputException($"{path} has a header and no rows; expected at least one patch.");
    }
}
