using System.Text;

namespace Bocage.Formats.Tests.Tables;

public sealed class CostTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("class,resistance\n1,1\n42,2.5\n-3,barrier\n")]
    [InlineData("class;resistance\r\n1;1\r\n42;2,5\r\n-3;barrier")]
    [InlineData("\uFEFFclass\tresistance\n\n# a note\n1\t1\n   \n42\t2.5\n-3\tBarrier\n\n")]
    [InlineData("\"Resistance\" , \"note, long\" , \"class\"\n\"1\",\"a \"\"b\"\", c\",1\n2.5e0,,42\nbarrier,x,\"-3\"\n")]
    [InlineData("class,resistance,,\n1,1,,\n42,2.5,,\n,,,\n-3,barrier,,\n")]
    [InlineData("class,resistance\r1,1\r42,+2.5\r-3,barrier")]
    public void Separators_quotes_comments_and_line_ends_are_a_matter_of_taste(string text)
    {
        var costs = CostTable.Read(folder.Write("costs.csv", text));
        Assert.Equal([(-3, double.NaN), (1, 1.0), (42, 2.5)], costs.Select(pair => (pair.Key, pair.Value)).Order());
    }

    [Fact]
    public void A_spreadsheet_may_save_in_UTF_16()
    {
        File.WriteAllText(folder.File("costs.txt"), "class\tresistance\n1\t4\n", Encoding.Unicode);
        Assert.Equal(4, CostTable.Read(folder.File("costs.txt"))[1]);
    }

    [Theory]
    [InlineData("", "costs.csv is empty; expected a header with class,resistance.")]
    [InlineData("# nothing\n\n", "costs.csv is empty; expected a header with class,resistance.")]
    [InlineData("class,resistance\n", "costs.csv has a header and no rows; expected at least one class.")]
    [InlineData("1,5\n2,6\n", "costs.csv, row 1: the header has no column class; got '1,5', expected names separated by comma, semicolon or tab.")]
    [InlineData("1 5\n2 6\n", "costs.csv, row 1: the header has no column class; got '1 5', expected names separated by comma, semicolon or tab.")]
    [InlineData("\nclass;cost\n1;5", "costs.csv, row 2: the header has no column resistance; got 'class;cost', expected names separated by comma, semicolon or tab.")]
    [InlineData("class,resistance,class\n1,5,2", "costs.csv, row 1: the header names the column class twice.")]
    [InlineData("class,resistance\n1,0", "costs.csv, row 2, column resistance: got '0', expected a number above 0 or the word barrier.")]
    [InlineData("class,resistance\n# note\n\n1,-2", "costs.csv, row 4, column resistance: got '-2', expected a number above 0 or the word barrier.")]
    [InlineData("class,resistance\n1,NaN", "costs.csv, row 2, column resistance: got 'NaN', expected a number above 0 or the word barrier.")]
    [InlineData("class,resistance\n1,1e999", "costs.csv, row 2, column resistance: got '1e999', expected a number above 0 or the word barrier.")]
    [InlineData("class,resistance\n1,\"2,5\"", "costs.csv, row 2, column resistance: got '2,5', expected a number above 0 or the word barrier.")]
    [InlineData("class;resistance\n1;1.234,5", "costs.csv, row 2, column resistance: got '1.234,5', expected a number above 0 or the word barrier.")]
    [InlineData("class,resistance\n1,", "costs.csv, row 2, column resistance: got '', expected a number above 0 or the word barrier.")]
    [InlineData("class,resistance\nforest,2", "costs.csv, row 2, column class: got 'forest', expected a whole number.")]
    [InlineData("class,resistance\n1.5,2", "costs.csv, row 2, column class: got '1.5', expected a whole number.")]
    [InlineData("class,resistance\n1,2\n2,3\n1,2", "costs.csv, row 4, column class: got '1', expected a class that is not yet in the table (it stands in row 2).")]
    [InlineData("class,resistance\n1,2,5", "costs.csv, row 2: got 3 fields, expected 2.")]
    [InlineData("class,resistance\n1;2", "costs.csv, row 2: got 1 field, expected 2.")]
    [InlineData("class,resistance\n1,\"2", "costs.csv, row 2: a quoted field is not closed by \" before the next ','.")]
    [InlineData("class,resistance\n\"1\"x,2", "costs.csv, row 2: a quoted field is not closed by \" before the next ','.")]
    public void A_wrong_table_is_one_sentence_with_file_row_and_column(string text, string sentence)
    {
        var path = folder.Write("costs.csv", text);
        Assert.Equal(sentence, Assert.Throws<BadInputException>(() => CostTable.Read(path)).Message.Replace(path, "costs.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_text_file_is_refused()
    {
        File.WriteAllBytes(folder.File("latin1.csv"), [.. "class,resistance\n1,2 # "u8, 0xE9, .. "\n"u8]);
        Assert.EndsWith("save it as CSV UTF-8.", Refusal(folder.File("latin1.csv")), StringComparison.Ordinal);
        Assert.EndsWith("does not exist.", Refusal(folder.File("absent.csv")), StringComparison.Ordinal);
        Assert.EndsWith("is a folder; expected a table.", Refusal(folder.Path), StringComparison.Ordinal);
    }

    private static string Refusal(string path) => Assert.Throws<BadInputException>(() => CostTable.Read(path)).Message;
}
