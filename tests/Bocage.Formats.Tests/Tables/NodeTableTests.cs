namespace Bocage.Formats.Tests.Tables;

public sealed class NodeTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Patches_keep_the_order_of_the_rows()
    {
        var nodes = Read("id,name,area\nb,Bos,12.5\na,Ardennen,0\n");
        Assert.Equal(["b", "a"], nodes.Ids);
        Assert.Equal([12.5, 0], nodes.Areas);
        Assert.Equal((1, -1), (nodes.PlaceOf("a"), nodes.PlaceOf("c")));
        Assert.Null(nodes.Positions);
    }

    [Fact]
    public void Positions_are_read_when_they_are_there() =>
        Assert.Equal([(1, 2), (3.5, -4)], Read("id;area;x;y\n1;10;1;2\n2;20;3,5;-4\n").Positions!);

    [Theory]
    [InlineData("1 10\n2 20.5\n30 0\n")]
    [InlineData("1\t10\r\n2 \t 20.5\r\n30   0")]
    public void A_node_file_of_Conefor_has_no_header(string text)
    {
        var nodes = Read(text);
        Assert.Equal(["1", "2", "30"], nodes.Ids);
        Assert.Equal([10, 20.5, 0], nodes.Areas);
    }

    [Theory]
    [InlineData("id,area\na,-1", "nodes.csv, row 2, column area: got '-1', expected a number, 0 or more.")]
    [InlineData("id,area\na,NaN", "nodes.csv, row 2, column area: got 'NaN', expected a number, 0 or more.")]
    [InlineData("id,area\na,1\nb,2\na,1", "nodes.csv, row 4, column id: got 'a', expected an id that is not yet in the table (it stands in row 2).")]
    [InlineData("id,area,x\na,1,2", "nodes.csv, row 1: the header has no column y; got 'id,area,x', expected names separated by comma, semicolon or tab.")]
    [InlineData("id,area,x,y\na,1,2,", "nodes.csv, row 2, column y: got '', expected a coordinate.")]
    [InlineData("1,10\n2,20", "nodes.csv, row 1: the header has no column id; got '1,10', expected names separated by comma, semicolon or tab.")]
    [InlineData("1 10\n2 20 5", "nodes.csv, row 2: got 3 fields, expected 2.")]
    [InlineData("1 10\nb 20", "nodes.csv, row 2, column 1: got 'b', expected a whole number.")]
    [InlineData("1 10\n2 x", "nodes.csv, row 2, column 2: got 'x', expected a number, 0 or more.")]
    [InlineData("id,area", "nodes.csv has a header and no rows; expected at least one patch.")]
    public void A_wrong_table_is_one_sentence_with_file_row_and_column(string text, string sentence)
    {
        var path = folder.Write("nodes.csv", text);
        Assert.Equal(sentence, Assert.Throws<BadInputException>(() => NodeTable.Read(path)).Message.Replace(path, "nodes.csv", StringComparison.Ordinal));
    }

    private NodeTable Read(string text) => NodeTable.Read(folder.Write("nodes.csv", text));
}
