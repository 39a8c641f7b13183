using Bocage.Landscapes;

namespace Bocage.Bench;

/// <summary>Euclidean distance to habitat, against edt.py.</summary>
internal static class DistanceBenchmark
{
    public static void Run(int size) => Measured.Run("distance to nearest habitat", size, Instances.Habitat, habitat => EuclideanDistance.ToHabitat(habitat), Check);

    /// <summary>Mean and maximum.</summary>
    private static object Check(Raster<float> distance) => new[]
    {
        Math.Round(distance.Values.Sum(value => (double)value) / distance.Values.Length, 4),
        Math.Round(distance.Values.Max(), 4),
    };
}
