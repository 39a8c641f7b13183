namespace Bocage.Landscapes.Tests.Metrics;

public class MetricCatalogueTests
{
    private static readonly LandscapeMetrics Metrics = LandscapeMetrics.Of(LumpyMap());

    [Fact]
    public void Every_metric_in_the_catalogue_is_computed()
    {
        // On an ordinary map with three classes and many patches, every metric is known.
        AssertAllKnown(Metrics.Landscape);
        foreach (var values in Metrics.Classes.Values) AssertAllKnown(values);
        foreach (var patch in Metrics.Patches) AssertAllKnown(patch.Values);

        static void AssertAllKnown(MetricValues values) => Assert.Empty(values.Where(pair => !double.IsFinite(pair.Value)).Select(pair => pair.Key));
    }

    [Fact]
    public void Every_computed_metric_stands_in_the_catalogue_once()
    {
        foreach (var values in (MetricValues[])[Metrics.Landscape, Metrics.Classes[0], Metrics.Patches[0].Values])
        {
            Assert.Equal(values.Keys.Count(), values.Keys.Distinct().Count());
            Assert.All(values.Keys, name => Assert.Equal(name, MetricCatalogue.Find(values.Level, name)?.Name));
        }

        Assert.Equal(MetricCatalogue.All.Count, MetricCatalogue.All.Select(metric => metric.Key).Distinct().Count());
    }

    [Theory]
    [InlineData("patch", MetricLevel.Patch)]
    [InlineData("class", MetricLevel.Class)]
    [InlineData("land", MetricLevel.Landscape)]
    public void Every_column_of_FRAGSTATS_tables_is_there_in_the_same_order(string table, MetricLevel level)
    {
        var header = File.ReadLines(SharedData.PathOf($"patch_metrics/fragstats_landscape.{table}.csv")).First();
        var columns = header.Split(',', StringSplitOptions.TrimEntries).Except(["LID", "PID", "TYPE"]).ToArray();
        Assert.Equal(columns, MetricCatalogue.At(level).Select(metric => metric.Name).Where(columns.Contains));
    }

    [Fact]
    public void Every_definition_says_what_it_means_in_one_line() =>
        Assert.All(MetricCatalogue.All, metric =>
        {
            Assert.All((string[])[metric.FullName, metric.Range, metric.Meaning, metric.Formula], text => Assert.False(string.IsNullOrWhiteSpace(text) || text.Contains('\n', StringComparison.Ordinal)));
            Assert.EndsWith(".", metric.Meaning, StringComparison.Ordinal);
            Assert.Equal(metric.Of is null, metric.Statistic is null);
        });

    [Fact]
    public void An_unknown_name_is_refused_with_the_names_that_are_known()
    {
        Assert.Contains("SHDI", Assert.Throws<KeyNotFoundException>(() => Metrics.Landscape["CA"]).Message, StringComparison.Ordinal);
        Assert.Null(MetricCatalogue.Find(MetricLevel.Landscape, "CA"));
        Assert.False(Metrics.Landscape.ContainsKey("CA"));
    }

    [Fact] // The tables in the documentation are made from the catalogue; when this fails, paste what it says.
    public void The_documentation_has_a_row_for_every_metric()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/methods/landscape-metrics.md"));
        Assert.All(MetricCatalogue.All.Where(metric => metric.Statistic is null).Select(Row), row => Assert.Contains(row, page, StringComparison.Ordinal));
        Assert.All(MetricStatistic.All, statistic =>
            Assert.Contains($"| {statistic.Name} | {statistic.FullName} | {statistic.Meaning} | {statistic.Formula} |", page, StringComparison.Ordinal));
    }

    private static LandCover LumpyMap()
    {
        const int side = 40;
        var random = new SeededRandom(1);
        var cells = new int[side * side];
        for (var k = 0; k < cells.Length; k++)
            cells[k] = k <= side || random.NextDouble() < 0.1 ? random.Next(3) : cells[random.Next(2) == 0 ? k - 1 : k - side];
        return LandCover.From(new Raster<int>(new Grid(side, side, 10, 10), cells));
    }

    private static string Row(MetricDefinition metric) =>
        $"| {metric.Name} | {metric.FullName} | {(metric.Unit.Length == 0 ? "–" : metric.Unit)} | {metric.Range} | {metric.Meaning} | {metric.Formula} |";
}
