using System.Globalization;
using Bocage.Landscapes;

namespace Bocage.Planning.Tests.Restoration;

// See tests/golden/restoration/newcaledonia/ORIGIN.md.
public class NewCaledoniaTests
{
    private const string Folder = "restoration/newcaledonia/";

    private static readonly Lazy<RestorationProblem> Case = new(() =>
    {
        var raster = SharedRaster.Read(Folder + "habitat_hi_res.tif");
        var locked = SharedRaster.Read(Folder + "locked_out.tif");
        var map = LandCover.From(new Raster<double>(new Grid(raster.Columns, raster.Rows, raster.CellWidth, raster.CellHeight), raster.Values));
        return RestorationUnits.Of(map, [1], 16, 0.7, new(1)).LockOut(RestorationUnits.LockedOut(map, 16, cell => locked.Values[cell] == 1, 0.7));
    });

    [Fact]
    public void Every_budget_of_the_published_curve_is_solved_to_the_same_proven_optimum()
    {
        foreach (var line in File.ReadLines(SharedData.PathOf(Folder + "expected_tradeoff_optimum.csv")).Skip(1))
        {
            var row = line.Split(',').Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();
            var found = Solve(new(row[0]) { MinimumAreaHa = 1, MaximumDiameter = 2500, DiameterInUnitWidths = true });
            Assert.Equal(SolveOutcome.Optimal, found.Solution.Outcome);
            Assert.Equal(row[5], found.Mesh, 0.005 + 1e-9);
            Assert.Equal(row[2], found.Solution.Selected.Length);
            Assert.InRange(found.RestoredHa, 1, row[1] + 0.00001); // of equally good choices ours restores the least
            Assert.InRange(found.Diameter, 0, 2500);
        }
    }

    [Fact] // The README of restoptr: 15 units, 219.3772 ha, 3 components, 2280.175 m, MESH 14232.66 ha.
    public void The_published_example_is_solved_to_the_same_proven_optimum()
    {
        var found = Solve(new(220) { MinimumAreaHa = 90, MaximumDiameter = 2400, DiameterInUnitWidths = true });
        Assert.Equal((SolveOutcome.Optimal, 15), (found.Solution.Outcome, found.Solution.Selected.Length));
        Assert.Equal(14232.66, found.Mesh, 0.005);
        Assert.Equal(13667.8388, found.MeshBefore, 0.0001);
        Assert.InRange(found.RestoredHa, 90, 219.3773);
    }

    [Fact] // Units are 447 m wide and 476 m high: true distances allow less than distances in unit widths, never more.
    public void True_distances_lose_less_than_a_twentieth_of_the_gain()
    {
        foreach (var line in File.ReadLines(SharedData.PathOf(Folder + "expected_tradeoff_optimum.csv")).Skip(1))
        {
            var row = line.Split(',').Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();
            var found = Solve(new(row[0]) { MinimumAreaHa = 1, MaximumDiameter = 2500 });
            Assert.Equal(SolveOutcome.Optimal, found.Solution.Outcome);
            Assert.InRange((found.Mesh - found.MeshBefore) / (row[5] - found.MeshBefore), 0.95, 1 + 1e-5);
        }
    }

    private static MeshRestoration Solve(RestorationRules rules)
    {
        var found = MeshRestorationSolver.Solve(Case.Value.With(rules), new(), cancellation: TestContext.Current.CancellationToken);
        Assert.True(Case.Value.With(rules).Allows(found.Solution.Selected));
        Assert.Equal(Case.Value.MeshOf(found.Solution.Selected), found.Mesh, 1e-6);
        Assert.Equal(Case.Value.With(rules).DiameterOf(found.Solution.Selected), found.Diameter, 1e-9);
        return found;
    }
}
