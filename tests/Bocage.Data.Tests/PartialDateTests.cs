namespace Bocage.Data.Tests;

public class PartialDateTests
{
    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-02", "2023-02-01", "2023-02-28")]
    [InlineData("2024-03-31", "2024-03-31", "2024-03-31")]
    public void A_date_is_as_sharp_as_it_was_written(string text, string first, string last)
    {
        var date = PartialDate.Parse(text)!.Value;
        Assert.Equal((first, last, text), (date.First.ToString("yyyy-MM-dd"), date.Last.ToString("yyyy-MM-dd"), date.ToString()));
        Assert.Equal(PartialDate.Parse(text), date);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("2023-02-29")]
    [InlineData("2024-13")]
    [InlineData("2024-3-1")]
    [InlineData("9999")]
    [InlineData("31-03-2024")]
    [InlineData("2024 ")]
    public void Anything_else_is_no_date(string? text) => Assert.Null(PartialDate.Parse(text));

    [Theory]
    [InlineData("2022", "2021-12-31", true)]
    [InlineData("2021", "2021-03", false)]
    [InlineData("2021-03", "2021", false)]
    [InlineData("2021-03-02", "2021-03-01", true)]
    [InlineData("2021-03-01", "2021-03-01", false)]
    public void One_is_after_another_only_when_that_is_certain(string one, string other, bool isAfter) =>
        Assert.Equal(isAfter, PartialDate.Parse(one)!.Value.IsAfter(PartialDate.Parse(other)!.Value));
}
