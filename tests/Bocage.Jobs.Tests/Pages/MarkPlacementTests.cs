using Bocage.Jobs.Pages;

namespace Bocage.Jobs.Tests.Pages;

public class MarkPlacementTests
{
    [Fact]
    public void A_mark_stays_on_its_spot_when_there_is_room() => Assert.Equal((50, 40), new MarkPlacement(100, 100).Place(50, 40, 5, 5));

    [Fact] // the ring of one half height (5) still touches, that of two (10) is the first to be free: to the right
    public void The_second_on_a_spot_moves_to_the_nearest_ring_that_is_free()
    {
        var room = new MarkPlacement(100, 100);
        room.Place(50, 50, 5, 5);
        Assert.Equal((60, 50), room.Place(50, 50, 5, 5));
    }

    [Fact]
    public void Marks_at_the_edge_stay_whole() => Assert.Equal((5, 93), new MarkPlacement(100, 100).Place(-3, 99, 5, 7));

    [Fact]
    public void Thirty_marks_on_one_spot_do_not_hide_each_other()
    {
        var room = new MarkPlacement(1000, 400);
        var marks = Enumerable.Range(0, 30).Select(_ => room.Place(980, 390, 14, 10)).ToArray();
        for (var one = 0; one < marks.Length; one++)
        {
            Assert.InRange(marks[one].X, 14, 986);
            Assert.InRange(marks[one].Y, 10, 390);
            for (var other = 0; other < one; other++)
                Assert.True(Math.Abs(marks[one].X - marks[other].X) >= 28 || Math.Abs(marks[one].Y - marks[other].Y) >= 20, $"{one} hides {other}");
        }
    }

    [Fact]
    public void On_a_map_that_is_full_a_mark_is_put_where_it_belongs()
    {
        var room = new MarkPlacement(10, 10);
        room.Place(5, 5, 5, 5);
        Assert.Equal((5, 5), room.Place(3, 3, 5, 5));
    }
}
