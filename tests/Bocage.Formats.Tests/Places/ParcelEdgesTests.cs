using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Formats.Tests.Places;

public class ParcelEdgesTests
{
    // A and B side by side, each 100 m by 100 m, C of 200 m by 50 m along the north of both.
    //   CCCC
    //   A  B
    private static readonly Place[] Three =
    [
        Parcel("A", 0, 0, 100, 100) with { Owner = "Jan", Soil = "clay" },
        Parcel("B", 100, 0, 200, 100) with { Owner = "Mia", Soil = "clay" },
        Parcel("C", 0, 100, 200, 150) with { Owner = "Jan" },
    ];

    [Fact]
    public void Every_edge_is_there_once_with_its_length()
    {
        // A has its west (100 m) and south (100 m) edge to itself, B its south and east; C its west (50), north (200) and east (50).
        // The south edges of A and B lie on one line, but B's begins where A's ends, as the shared edge branches off there. A+B 100, A+C 100, B+C 100.
        var edges = ParcelEdges.Of(Three);
        Assert.Equal(
            [("A-1", 100), ("A-2", 100), ("A+B-1", 100), ("A+C-1", 100), ("B-1", 100), ("B-2", 100), ("B+C-1", 100), ("C-1", 50), ("C-2", 200), ("C-3", 50)],
            edges.Select(edge => (edge.Id, (int)Math.Round(edge.LengthM!.Value))));
        Assert.All(edges, edge => Assert.Equal(edge.LengthM!.Value * 5 / 10_000, edge.AreaHa, 9));
    }

    [Fact]
    public void Shared_and_outer_edges_and_a_least_length_can_be_asked_for()
    {
        Assert.Equal(["A+B-1", "A+C-1", "B+C-1"], ParcelEdges.Of(Three, new() { Outer = false }).Select(edge => edge.Id));
        Assert.Equal(7, ParcelEdges.Of(Three, new() { Shared = false }).Count);
        Assert.Equal("C-2", Assert.Single(ParcelEdges.Of(Three, new() { MinimumLengthM = 150 })).Id);
        // Without corners C's outer line is one piece of 50 + 200 + 50 m.
        Assert.Equal(300, ParcelEdges.Of(Three, new() { CornerDegrees = 180 }).Single(edge => edge.Id == "C-1").LengthM!.Value, 6);
    }

    [Fact]
    public void Of_two_parcels_only_what_they_agree_on_is_known_of_the_edge()
    {
        var edges = ParcelEdges.Of(Three).ToDictionary(edge => edge.Id);
        Assert.Equal((null, "clay"), (edges["A+B-1"].Owner, edges["A+B-1"].Soil));
        Assert.Equal(("Jan", null), (edges["A+C-1"].Owner, edges["A+C-1"].Soil));
        Assert.Equal(("Mia", "clay"), (edges["B-1"].Owner, edges["B-1"].Soil));
    }

    [Fact]
    public void Parcels_that_nearly_touch_share_their_edge()
    {
        Place[] parcels = [Parcel("A", 0, 0, 100, 100), Parcel("B", 100.004, 0, 200, 100)];
        Assert.Equal(100, ParcelEdges.Of(parcels, new() { Outer = false }).Single().LengthM!.Value, 0.01);
    }

    [Fact]
    public void The_lengths_of_a_made_patchwork_add_up()
    {
        // n × n squares of 60 m with random columns joined: inner and outer edges together are the perimeters, shared ones counted once.
        var chance = new SeededRandom(9);
        for (var round = 0; round < 20; round++)
        {
            var parcels = new List<Place>();
            for (var row = 0; row < 5; row++)
            {
                for (var column = 0; column < 5;)
                {
                    var width = Math.Min(5 - column, 1 + (int)(3 * chance.NextDouble()));
                    parcels.Add(Parcel($"p{row}-{column}", 60 * column, 60 * row, 60 * (column + width), 60 * (row + 1)));
                    column += width;
                }
            }

            var outer = ParcelEdges.Of(parcels, new() { Shared = false, MinimumLengthM = 0 }).Sum(edge => edge.LengthM!.Value);
            var shared = ParcelEdges.Of(parcels, new() { Outer = false, MinimumLengthM = 0 }).Sum(edge => edge.LengthM!.Value);
            Assert.Equal(4 * 300, outer, 6);
            Assert.Equal(parcels.Sum(parcel => 2 * (parcel.AreaHa * 10_000 / 60 + 60)), outer + 2 * shared, 6);
        }
    }

    [Fact]
    public void Edges_of_real_parcels_add_up_to_their_outlines()
    {
        // 50 parcels of the Flemish habitat map in the valley of the Zwarte Beek: every outer edge is in one outline, every shared one in two.
        var parcels = PlacesFile.Read(SharedData.PathOf("geo/be/zwarte_beek/BWK_2020_clip_ZwarteBeek.shp"), new Grid(2569, 1337, 100, 100, 2_150, 286_730, "EPSG:31370")).Places;
        var edges = ParcelEdges.Of(parcels, new() { MinimumLengthM = 0 });
        Assert.Equal(parcels.Sum(parcel => ZoneGeometry.ToGeometry(parcel.Zone).Length), edges.Sum(edge => edge.LengthM!.Value * (edge.Id.Contains('+', StringComparison.Ordinal) ? 2 : 1)), 1.0);
        Assert.Equal(edges.Count, edges.Select(edge => edge.Id).Distinct().Count());
    }

    [Fact]
    public void An_option_out_of_range_is_a_mistake()
    {
        Assert.Throws<ArgumentException>(() => ParcelEdges.Of(Three, new() { WidthM = 0 }));
        Assert.Throws<ArgumentException>(() => ParcelEdges.Of(Three, new() { MinimumLengthM = -1 }));
        Assert.Throws<ArgumentException>(() => ParcelEdges.Of(Three, new() { CornerDegrees = 200 }));
        Assert.Throws<ArgumentException>(() => ParcelEdges.Of(Three, new() { SnapM = 0 }));
        Assert.Empty(ParcelEdges.Of([]));
    }

    private static Place Parcel(string id, double west, double south, double east, double north) =>
        new(id, new Zone(new Ring([(west, south), (east, south), (east, north), (west, north)])));
}
