using System.Globalization;

namespace Bocage.Landscapes.Tests.Links;

/// <summary>The planar graph of the Graphab tutorial landscape; see golden/patch-links/graphab-tutorial/ORIGIN.md.</summary>
public class PatchLinksGraphabTests
{
    [Fact]
    public void Planar_links_are_those_that_graphab_found()
    {
        var raster = SharedRaster.Read("connectivity/graphab_tutorial/rast_simul50.tif");
        var expected = File.ReadLines(SharedData.PathOf("connectivity/graphab_tutorial/links_expected_136of203.csv")).Skip(1)
            .Select(line => line.Split(',').Skip(1).Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var landCover = LandCover.From(new Raster<double>(new(raster.Columns, raster.Rows, raster.CellWidth, raster.CellHeight), raster.Values, raster.NoData));
        var patches = PatchDelineation.Of(landCover.Habitat([0, 5]), minimumAreaHa: 200);
        var surface = ResistanceSurface.FromLandCover(landCover, new Dictionary<int, double> { [0] = 1, [1] = 5, [2] = 60, [3] = 40, [4] = 1000, [5] = 1 });

        var links = PatchLinks.Planar(surface, patches).ToDictionary(link => (link.From, link.To));

        Assert.Equal(203, links.Count);
        Assert.Equal(136, expected.Count);
        foreach (var row in expected)
        {
            var link = links[((int)Math.Min(row[0], row[1]), (int)Math.Max(row[0], row[1]))];
            Assert.Equal(row[2] * 100, link.Distance, 1e-6 * link.Distance); // there in cells, here in metres
            Assert.Equal(row[3], link.LengthM, 1e-9 * link.LengthM);
        }
    }
}
