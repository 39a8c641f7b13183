using System.Runtime.CompilerServices;

namespace Bocage.Landscapes;

/// <summary>Half the distance between the centres of touching cells; every step cost is worked out here, so that sums can be compared exactly.</summary>
internal readonly struct StepLengths(Grid grid)
{
    public readonly double HalfVertical = grid.CellHeight / 2;
    public readonly double HalfHorizontal = grid.CellWidth / 2;
    public readonly double HalfDiagonal = Math.Sqrt(grid.CellWidth * grid.CellWidth + grid.CellHeight * grid.CellHeight) / 2;

    /// <summary>Half the length of a step of so many rows and columns (-1, 0 or 1).</summary>
    public double Half(int rows, int columns) => rows == 0 ? HalfHorizontal : columns == 0 ? HalfVertical : HalfDiagonal;

    /// <summary>Mean of the two resistances times the length of the step; NaN when either is a barrier.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Cost(double here, double there, double half) => (here + there) * half;
}
