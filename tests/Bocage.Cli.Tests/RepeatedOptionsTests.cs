namespace Bocage.Cli.Tests;

public class RepeatedOptionsTests
{
    [Theory]
    [InlineData("--habitat 41 42 map.tif", "--habitat 41 --habitat 42 map.tif")]
    [InlineData("--habitat -7 map.tif", "--habitat -7 map.tif")]
    [InlineData("--species a.yaml b.yml map.tif", "--species a.yaml --species b.yml map.tif")]
    [InlineData("map.tif --species odd --out out", "map.tif --species odd --out out")]
    [InlineData("--habitat 2 --top 3", "--habitat 2 --top 3")]
    [InlineData("--pressure N=n.tif@1,2 P=p.tif map.tif", "--pressure N=n.tif@1,2 --pressure P=p.tif map.tif")]
    [InlineData("map.tif 2", "map.tif 2")]
    public void Each_value_gets_the_name_of_its_option(string arguments, string expected) => Assert.Equal(expected.Split(' '), RepeatedOptions.NameEach(arguments.Split(' ')));
}
