using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Bocage.Landscapes.Tests.Distances;

/// <summary>Patches and link costs of the Graphab tutorial landscape; see golden/cost-distance/graphab-tutorial/ORIGIN.md.</summary>
public class GraphabTutorialTests
{
    private const string Folder = "connectivity/graphab_tutorial/";
    private static readonly Grid Grid = new(600, 600, 100, 100);

    [Fact] // area in the table is in m²
    public void The_eighty_patches_have_the_areas_that_graphab_found()
    {
        var patches = PatchesOf(ReadCodes());
        var expected = Rows("patches_80.csv").Select(row => double.Parse(row[1], CultureInfo.InvariantCulture) / 10_000).Order();
        Assert.Equal(80, patches.Patches.Count);
        Assert.Equal(expected, patches.Patches.Select(patch => patch.AreaHa).Order());
        Assert.Equal(44282, patches.Patches.Sum(patch => patch.AreaHa));
    }

    [Fact]
    public void The_links_cost_what_graphab_found()
    {
        var landCover = LandCover.From(ReadCodes());
        var patches = PatchDelineation.Of(landCover.Habitat([0, 5]), minimumAreaHa: 200);
        var surface = ResistanceSurface.FromLandCover(landCover, new Dictionary<int, double> { [0] = 1, [1] = 5, [2] = 60, [3] = 40, [4] = 1000, [5] = 1 });
        var links = Rows("links_expected_136of203.csv").Select(row => (From: Id(row[1]), To: Id(row[2]), Cost: Number(row[3]), LengthM: Number(row[4]))).ToList();
        Assert.Equal(136, links.Count);
        var cellsOf = Enumerable.Range(0, Grid.CellCount).Where(cell => patches.Labels[cell] > 0).ToLookup(cell => patches.Labels[cell]);
        foreach (var start in links.GroupBy(link => link.From))
        {
            var distance = CostDistance.From(surface, [.. cellsOf[start.Key]]);
            foreach (var link in start)
            {
                var nearest = cellsOf[link.To].MinBy(cell => distance.Cost[cell]);
                Assert.Equal(link.Cost, distance.Cost[nearest] / 100, 1e-6 * link.Cost);
            }
        }
    }

    private static PatchMap PatchesOf(Raster<byte> codes) => PatchDelineation.Of(LandCover.From(codes).Habitat([0, 5]), minimumAreaHa: 200);

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(SharedData.PathOf(Folder + file)).Skip(1).Select(line => line.Split(','));

    private static int Id(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The map through GDAL's own tool: the tests of a pure library have no reader of their own.</summary>
    private static Raster<byte> ReadCodes()
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("gdal_translate", ["-q", "-of", "ENVI", "-ot", "Byte", SharedData.PathOf(Folder + "rast_simul50.tif"), folder.File("codes.bin")]);
        start.Environment["GDAL_PAM_ENABLED"] = "NO";
        try
        {
            using var process = Process.Start(start)!;
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
        catch (Win32Exception)
        {
            Assert.Skip("needs gdal_translate, which is not on this machine");
        }

        return new(Grid, File.ReadAllBytes(folder.File("codes.bin")), noData: 255);
    }
}
