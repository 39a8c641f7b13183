using System.Security.Cryptography;

namespace Bocage.Landscapes.Tests.NeutralLandscapes;

public class PolderLandscapeTests
{
    [Fact] // pinned when it was made and looked at: a change of the picture must be meant
    public void The_same_seed_gives_the_same_map() =>
        Assert.Equal("0adf891d0beb549a", Hash(PolderLandscape.Create(7)));

    [Fact]
    public void Another_seed_gives_another_map() => Assert.NotEqual(Hash(PolderLandscape.Create(1, 300, 200)), Hash(PolderLandscape.Create(2, 300, 200)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(-5)]
    public void A_whole_polder_has_every_class_and_no_hole(long seed)
    {
        var map = PolderLandscape.Create(seed);
        Assert.Equal(PolderLandscape.Legend.Classes.Select(entry => entry.Code), map.Codes);
        Assert.Equal(0, map.CountCells().NoData);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000_000_007)]
    public void A_polder_is_mostly_fields_and_everything_else_has_its_place(long seed)
    {
        var map = PolderLandscape.Create(seed);
        var shares = map.CountCells().PerCode.Select(count => 100.0 * count / map.Cells.Length).ToArray();
        double Share(PolderClass code) => shares[(int)code - 1];
        Assert.InRange(Share(PolderClass.Grassland) + Share(PolderClass.Arable), 45, 70);
        Assert.InRange(Share(PolderClass.Wood), 4, 18);
        Assert.InRange(Share(PolderClass.Heath), 1.5, 8);
        Assert.InRange(Share(PolderClass.Water), 2, 7);
        Assert.InRange(Share(PolderClass.Ditch), 3, 9);
        Assert.InRange(Share(PolderClass.Hedge), 1, 5);
        Assert.InRange(Share(PolderClass.Building) + Share(PolderClass.Garden), 2, 8);
        Assert.InRange(Share(PolderClass.MainRoad), 0.2, 0.6);
    }

    [Fact] // 12 km wide: somewhere in each of the westernmost and easternmost columns there is the river
    public void The_river_runs_from_west_to_east_and_the_main_road_from_north_to_south()
    {
        var map = PolderLandscape.Create(7);
        Assert.Contains((int)PolderClass.Water, Enumerable.Range(0, 800).Select(row => map.CodeAt(map.Grid.CellAt(row, 0)) ?? 0));
        Assert.Contains((int)PolderClass.Water, Enumerable.Range(0, 800).Select(row => map.CodeAt(map.Grid.CellAt(row, 1199)) ?? 0));
        Assert.All(Enumerable.Range(0, 800), row =>
            Assert.Contains((int)PolderClass.MainRoad, Enumerable.Range(0, 1200).Select(column => map.CodeAt(map.Grid.CellAt(row, column)) ?? 0)));
    }

    [Theory]
    [InlineData(1, 1, 10)]
    [InlineData(50, 30, 10)]
    [InlineData(1, 900, 10)]
    [InlineData(700, 2, 10)]
    [InlineData(120, 80, 100)]
    [InlineData(40, 30, 0.5)]
    public void Any_size_will_do(int columns, int rows, double cellSize)
    {
        var map = PolderLandscape.Create(3, columns, rows, cellSize);
        Assert.Equal((columns, rows), (map.Grid.Columns, map.Grid.Rows));
        Assert.Equal(0, map.CountCells().NoData);
    }

    [Fact]
    public void The_grid_says_where_the_polder_lies()
    {
        var grid = new Grid(60, 40, 10, 10, 120_000, 430_000, "EPSG:28992");
        var map = PolderLandscape.Create(3, grid, cancellation: TestContext.Current.CancellationToken);
        Assert.Same(grid, map.Grid);
        Assert.Equal(Hash(PolderLandscape.Create(3, 60, 40)), Hash(map));
    }

    [Fact]
    public void Progress_ends_at_one_and_the_work_can_be_stopped()
    {
        var told = new List<double>();
        PolderLandscape.Create(3, new Grid(50, 30, 10, 10), new Listener(told), TestContext.Current.CancellationToken);
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
        Assert.Throws<OperationCanceledException>(() => PolderLandscape.Create(3, new Grid(50, 30, 10, 10), cancellation: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void The_legend_speaks_four_languages_and_has_a_colour_for_each_class()
    {
        Assert.Equal(Enum.GetValues<PolderClass>().Where(code => code != PolderClass.None).Select(code => (int)code), PolderLandscape.Legend.Classes.Select(entry => entry.Code));
        Assert.All(PolderLandscape.Legend.Classes, entry =>
        {
            Assert.Equal(LocalizedText.KnownLanguages, entry.Name.Languages);
            Assert.Matches("^#[0-9a-f]{6}$", entry.Colour);
        });
        Assert.Equal(15, PolderLandscape.Legend.Classes.Select(entry => entry.Colour).Distinct().Count());
    }

    [Fact] // the page names the classes in a table and shows this call
    public void The_page_about_it_tells_the_truth()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/methods/polder-landscape.md"));
        Assert.All(PolderLandscape.Legend.Classes, entry => Assert.Contains($"| {entry.Code} | {entry.Name.In("en")} |", page, StringComparison.Ordinal));
        Assert.Equal("bos", PolderLandscape.Legend.Find(8)!.Name.In("nl"));
    }

    private static string Hash(LandCover map) =>
        Convert.ToHexStringLower(SHA256.HashData([.. map.Cells.Select(place => place == 0 ? (byte)0 : (byte)map.Codes[place - 1])]))[..16];

    private sealed class Listener(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }
}
