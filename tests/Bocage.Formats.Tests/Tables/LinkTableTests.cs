using Bocage.Landscapes;

namespace Bocage.Formats.Tests.Tables;

public sealed class LinkTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly NodeTable nodes;

    public LinkTableTests() => nodes = NodeTable.Read(folder.Write("nodes.csv", "id,area\n1,10\n2,20\n3,5\n"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Distances_become_links_by_place()
    {
        var links = Read("from,to,distance\n1,2,1000\n3,1,0\n");
        Assert.Equal(LinkKind.Distance, links.Kind);
        Assert.Equal([new Link(0, 1, 1000), new(0, 2, 0)], links.Links);
    }

    [Fact] // 0.25 → −ln 0.25 = 1.386…; 1 → 0; 0 is no link
    public void Probabilities_become_distances_for_the_kernel_of_logarithms()
    {
        var links = Read("To;Probability;From\n2;0,25;1\n3;1;2\n3;0;1\n");
        Assert.Equal(LinkKind.Probability, links.Kind);
        var graph = new PatchGraph(nodes.Areas, links.Links);
        Assert.Equal([(0, 1), (1, 2)], graph.Links.Select(link => (link.From, link.To)));
        Assert.Equal([0.25, 1], graph.Links.Select(link => Math.Round(DispersalKernel.OfLogProbability.Probability(link.Distance), 15)));
        Assert.False(double.IsNegative(graph.Links[1].Distance));
    }

    [Fact]
    public void A_pair_in_both_directions_is_one_link() =>
        Assert.Equal([new Link(0, 1, 7)], Read("from,to,distance\n1,2,7\n2,1,7.0\n1,2,7\n").Links);

    [Theory]
    [InlineData("1 2 0.5\n2\t3\t1\n", null, LinkKind.Probability)]
    [InlineData("1 2 0.5\n2 3 1.5\n", null, LinkKind.Distance)]
    [InlineData("1 2 0.5\n2 3 1\n", LinkKind.Distance, LinkKind.Distance)]
    public void A_connection_file_of_Conefor_holds_probabilities_when_none_is_above_1_unless_told(string text, LinkKind? told, LinkKind expected)
    {
        var links = Read(text, told);
        Assert.Equal(expected, links.Kind);
        Assert.Equal(expected == LinkKind.Distance ? 0.5 : Math.Log(2), links.Links[0].Distance, 15);
    }

    [Fact]
    public void A_header_alone_is_a_graph_without_links() => Assert.Empty(Read("from,to,distance\n").Links);

    [Theory]
    [InlineData("from,to,distance\n1,4,5", "links.csv, row 2, column to: got '4', expected an id of the node table.")]
    [InlineData("from,to,distance\n1,2,5\n2,2,0", "links.csv, row 3, column to: got '2', expected another patch: a link joins two.")]
    [InlineData("from,to,distance\n1,2,-5", "links.csv, row 2, column distance: got '-5', expected a number, 0 or more.")]
    [InlineData("from,to,distance\n1,2,nan", "links.csv, row 2, column distance: got 'nan', expected a number, 0 or more.")]
    [InlineData("from,to,probability\n1,2,1.1", "links.csv, row 2, column probability: got '1.1', expected a probability from 0 to 1.")]
    [InlineData("from,to,probability\n1,2,-0.1", "links.csv, row 2, column probability: got '-0.1', expected a probability from 0 to 1.")]
    [InlineData("from,to,distance\n1,2,5\n# both ways\n2,1,6", "links.csv, row 4, column distance: got '6', expected 5, as in row 2 for the same two patches.")]
    [InlineData("from,to,probability\n1,2,0\n2,1,0.5", "links.csv, row 3, column probability: got '0.5', expected 0, as in row 2 for the same two patches.")]
    [InlineData("from,to\n1,2", "links.csv, row 1: the header has neither distance nor probability; expected one of them.")]
    [InlineData("from,to,distance,probability\n1,2,1,1", "links.csv, row 1: the header has both distance and probability; expected one of them.")]
    [InlineData("1 2\n2 3", "links.csv, row 1: got 2 fields, expected 3.")]
    [InlineData("1 2 5\n1 9 5", "links.csv, row 2, column 2: got '9', expected an id of the node table.")]
    [InlineData("", "links.csv is empty; expected a header with from,to.")]
    public void A_wrong_table_is_one_sentence_with_file_row_and_column(string text, string sentence)
    {
        var path = folder.Write("links.csv", text);
        Assert.Equal(sentence, Assert.Throws<BadInputException>(() => LinkTable.Read(path, nodes)).Message.Replace(path, "links.csv", StringComparison.Ordinal));
    }

    private LinkTable Read(string text, LinkKind? withoutHeader = null) => LinkTable.Read(folder.Write("links.csv", text), nodes, withoutHeader);
}
