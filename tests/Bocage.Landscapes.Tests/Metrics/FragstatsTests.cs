using System.Globalization;

namespace Bocage.Landscapes.Tests.Metrics;

/// <summary>The tables that FRAGSTATS itself wrote for a map of 30 × 30 cells; see tests/golden/landscape-metrics/fragstats-30x30/ORIGIN.md.</summary>
public class FragstatsTests
{
    // FRAGSTATS prints four decimals.
    private const double Rounding = 5e-5 + 1e-9;

    private static readonly Lazy<LandscapeMetrics> Ours = new(() =>
    {
        var raster = SharedRaster.Read("patch_metrics/landscape.tif");
        var grid = new Grid(raster.Columns, raster.Rows, raster.CellWidth, raster.CellHeight);
        return LandscapeMetrics.Of(LandCover.From(new Raster<double>(grid, raster.Values, raster.NoData)));
    });

    [Fact]
    public void All_figures_of_the_landscape_table() =>
        Assert.Empty(Table("land").SelectMany(row => Misses(row, Ours.Value.Landscape)));

    [Fact]
    public void All_figures_of_the_class_table() =>
        Assert.Empty(Table("class").SelectMany(row => Misses(row, Ours.Value.Classes[Number(row["TYPE"]["cls_".Length..])])));

    [Fact]
    public void All_figures_of_the_patch_table_under_the_same_patch_numbers()
    {
        var rows = Table("patch").ToArray();
        Assert.Equal(28, rows.Length);
        foreach (var row in rows)
        {
            var patch = Ours.Value.Patches[Number(row["PID"]) - 1];
            Assert.Equal(row["TYPE"], $"cls_{patch.Code}");
            Assert.Empty(Misses(row, patch.Values));
        }
    }

    private static IEnumerable<string> Misses(Dictionary<string, string> row, MetricValues ours) =>
        from pair in row
        where pair.Key is not ("LID" or "PID" or "TYPE")
        let expected = pair.Value == "N/A" ? double.NaN : double.Parse(pair.Value, CultureInfo.InvariantCulture)
        let got = ours[pair.Key]
        where double.IsNaN(expected) ? !double.IsNaN(got) : !(Math.Abs(got - expected) <= Tolerance(pair.Key, expected))
        select FormattableString.Invariant($"{pair.Key}: FRAGSTATS {expected}, ours {got}");

    private static double Tolerance(string name, double expected) => name switch
    {
        "CIRCLE_CV" => Rounding + 2e-4 * expected,
        _ when name.StartsWith("CIRCLE", StringComparison.Ordinal) => Rounding + 3e-5,
        "GYRATE" => Rounding + 0.025 * expected,
        _ when name.StartsWith("GYRATE", StringComparison.Ordinal) => Rounding + 0.005 * expected,
        _ => Rounding,
    };

    private static IEnumerable<Dictionary<string, string>> Table(string level)
    {
        var lines = File.ReadAllLines(SharedData.PathOf($"patch_metrics/fragstats_landscape.{level}.csv"));
        var names = lines[0].Split(',', StringSplitOptions.TrimEntries);
        return lines[1..].Select(line => names.Zip(line.Split(',', StringSplitOptions.TrimEntries)).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
