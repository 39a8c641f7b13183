using Bocage.Landscapes;

namespace Bocage.Planning.Tests.Restoration;

public class SmallestEnclosingCircleTests
{
    [Fact]
    public void None_one_and_two_points_are_simple()
    {
        Assert.Equal(0, SmallestEnclosingCircle.Of([]).Radius);
        Assert.Equal((3, 4, 0), SmallestEnclosingCircle.Of([(3, 4)]));
        Assert.Equal((1.5, 2, 2.5), SmallestEnclosingCircle.Of([(0, 0), (3, 4)]));
    }

    [Fact] // The right angle of a 3-4-5 triangle lies on the circle around its longest side; the far corner of a square too.
    public void Hand_worked_shapes_have_their_circle()
    {
        Assert.Equal(2.5, SmallestEnclosingCircle.Of([(0, 0), (3, 0), (0, 4)]).Radius, 12);
        Assert.Equal(Math.Sqrt(2) / 2, SmallestEnclosingCircle.Of([(0, 0), (1, 0), (1, 1), (0, 1)]).Radius, 12);
        Assert.Equal(1 / Math.Sqrt(3), SmallestEnclosingCircle.Of([(0, 0), (1, 0), (0.5, Math.Sqrt(3) / 2)]).Radius, 12); // equilateral: side / √3
        Assert.Equal(5, SmallestEnclosingCircle.Of([(0, 0), (4, 0), (10, 0), (7, 0), (4, 0)]).Radius, 12); // on a line
    }

    [Fact]
    public void On_random_points_no_circle_through_two_or_three_of_them_is_smaller()
    {
        var random = new SeededRandom(11);
        for (var round = 0; round < 500; round++)
        {
            var whole = round % 2 == 0; // points of a grid often lie on one circle or one line
            var points = Enumerable.Range(0, 1 + random.Next(9)).Select(_ => whole ? (X: random.Next(6), Y: random.Next(6)) : (X: random.NextDouble() * 9, Y: random.NextDouble() * 9)).ToList();
            var (x, y, radius) = SmallestEnclosingCircle.Of(points);
            Assert.All(points, point => Assert.True(Math.Sqrt(Math.Pow(point.X - x, 2) + Math.Pow(point.Y - y, 2)) <= radius + 1e-9));
            Assert.Equal(BruteForce(points), radius, 1e-9);
        }
    }

    private static double BruteForce(List<(double X, double Y)> points)
    {
        var best = points.TrueForAll(point => point == points[0]) ? 0 : double.PositiveInfinity;
        void Try(double x, double y, double radius)
        {
            if (radius < best && points.TrueForAll(point => Math.Sqrt(Math.Pow(point.X - x, 2) + Math.Pow(point.Y - y, 2)) <= radius + 1e-9)) best = radius;
        }

        foreach (var a in points)
        {
            foreach (var b in points)
            {
                Try((a.X + b.X) / 2, (a.Y + b.Y) / 2, Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2)) / 2);
                foreach (var c in points)
                {
                    // Where the perpendicular bisectors of ab and ac meet, by Cramer's rule.
                    var (p, q, r, s) = (b.X - a.X, b.Y - a.Y, c.X - a.X, c.Y - a.Y);
                    var determinant = p * s - q * r;
                    if (Math.Abs(determinant) < 1e-9) continue;
                    var (e, f) = ((p * p + q * q) / 2, (r * r + s * s) / 2);
                    var (x, y) = ((e * s - q * f) / determinant, (p * f - e * r) / determinant);
                    Try(a.X + x, a.Y + y, Math.Sqrt(x * x + y * y));
                }
            }
        }

        return best;
    }
}
