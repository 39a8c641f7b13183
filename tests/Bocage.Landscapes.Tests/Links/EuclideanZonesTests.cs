using static Bocage.Landscapes.Tests.Links.SlowLinks;

namespace Bocage.Landscapes.Tests.Links;

public class EuclideanZonesTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Fact] // cells are 10 m wide and 30 m high: the second row lies 30 m from patch 1, but only 20 m from patch 2
    public void The_height_of_cells_counts() =>
        Assert.Equal([1, 1, 0 + 1, 2, 2, 2], EuclideanZones.Of(PatchMap.From(new(3, 2, 10, 30), [1, 0, 0, 0, 0, 2])));

    [Theory, MemberData(nameof(Seeds))]
    public void Every_cell_belongs_to_a_nearest_patch(int seed)
    {
        var (_, patches, _) = Landscape(seed);
        var zones = EuclideanZones.Of(patches);
        for (var cell = 0; cell < zones.Length; cell++)
        {
            double To(int patch) => Cells(patches, patch).Min(other => CentreDistance(patches.Grid, cell, other));
            if (patches.Patches.Count == 0) Assert.Equal(0, zones[cell]);
            else Assert.Equal(patches.Patches.Min(patch => To(patch.Id)), To(zones[cell]), 9);
        }
    }
}
