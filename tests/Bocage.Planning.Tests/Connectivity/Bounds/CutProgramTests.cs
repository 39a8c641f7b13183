using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class CutProgramTests
{
    // max t over t ≤ x + 1, t ≤ 2 − x, 0 ≤ x ≤ 1: the planes cross at x = ½, t = 1.5.
    [Fact]
    public void Two_planes_meet()
    {
        var program = new CutProgram([0, 1], [0, 0], [1, 10]);
        int[] basis = [program.Add(0, -1, 0), program.Add([0, 1], 5)];
        program.Add(0, 1, 1);
        program.Begin(basis);
        program.Add([-1, 1], 1);
        program.Add([1, 1], 2);
        Assert.True(program.Solve(default));
        Assert.Equal(0.5, program.Point[0], 12);
        Assert.Equal(1.5, program.Bound, 12);
    }

    [Fact] // x ≥ 1 and x ≤ 0
    public void Says_when_no_point_is_left()
    {
        var program = new CutProgram([0, 1], [0, 0], [1, 10]);
        var floor = program.Add(0, -1, 0);
        program.Begin([floor, program.Add([0, 1], 5)]);
        program.Move(program.Add(0, 1, 1), 0);
        program.Move(floor, -1);
        Assert.False(program.Solve(default));
    }

    // Against every corner of a grid: with rows made of whole numbers in two variables, the best point of the polygon lies where two rows cross.
    [Theory, MemberData(nameof(Seeds))]
    public void Finds_the_best_corner(int seed)
    {
        var random = new SeededRandom(seed);
        var program = new CutProgram([0, 1], [0, -100], [9, 100]);
        var rows = new List<(double X, double T, double Limit)> { (-1, 0, 0), (0, 1, 50), (1, 0, 9) };
        int[] basis = [program.Add(0, -1, 0), program.Add([0, 1], 50)];
        program.Add(0, 1, 9);
        program.Begin(basis);
        for (var k = 0; k < 12; k++)
        {
            var row = (X: (double)(random.Next(11) - 5), T: (double)(1 + random.Next(4)), Limit: (double)random.Next(40));
            rows.Add(row);
            program.Add([row.X, row.T], row.Limit);
            if (k % 4 != 0) continue;
            Assert.True(program.Solve(default));
            Assert.Equal(Corners().Max(), program.Bound, 9);
            Assert.Equal(program.Bound, program.Point[1], 9);
        }

        IEnumerable<double> Corners()
        {
            for (var a = 0; a < rows.Count; a++)
                for (var b = a + 1; b < rows.Count; b++)
                {
                    var determinant = rows[a].X * rows[b].T - rows[b].X * rows[a].T;
                    if (determinant == 0) continue;
                    var x = (rows[a].Limit * rows[b].T - rows[b].Limit * rows[a].T) / determinant;
                    var t = (rows[a].X * rows[b].Limit - rows[b].X * rows[a].Limit) / determinant;
                    if (rows.All(row => row.X * x + row.T * t <= row.Limit + 1e-9)) yield return t;
                }
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];
}
