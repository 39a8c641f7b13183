namespace Bocage.Formats.Tests.Tables;

public sealed class PointTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Points_come_in_the_order_of_the_rows_and_their_ids_are_text() =>
        Assert.Equal(
            [new NamedPoint("Kalmthout, heide", 150_000, 230_000.5), new("007", -1, 0)],
            PointTable.Read(folder.Write("points.csv", "id,x,y\n\"Kalmthout, heide\",150000,230000.5\n007,-1,0\n")));

    [Theory]
    [InlineData("id,x,y\na,1,2\na,3,4", "points.csv, row 3, column id: got 'a', expected an id that is not yet in the table (it stands in row 2).")]
    [InlineData("id,x,y\n,1,2", "points.csv, row 2, column id: got '', expected a text.")]
    [InlineData("id,x,y\na,1,north", "points.csv, row 2, column y: got 'north', expected a coordinate.")]
    [InlineData("id,x,y\na,inf,2", "points.csv, row 2, column x: got 'inf', expected a coordinate.")]
    [InlineData("id,x\na,1", "points.csv, row 1: the header has no column y; got 'id,x', expected names separated by comma, semicolon or tab.")]
    [InlineData("id,x,y", "points.csv has a header and no rows; expected at least one point.")]
    public void A_wrong_table_is_one_sentence_with_file_row_and_column(string text, string sentence)
    {
        var path = folder.Write("points.csv", text);
        Assert.Equal(sentence, Assert.Throws<BadInputException>(() => PointTable.Read(path)).Message.Replace(path, "points.csv", StringComparison.Ordinal));
    }
}
