using Bocage.Landscapes;

namespace Bocage.Bench;

/// <summary>Patch delineation, against label.py.</summary>
internal static class LabelBenchmark
{
    public static void Run(int size) => Measured.Run("patch labelling, 8-connected", size, Instances.Habitat, habitat => PatchDelineation.Of(habitat), Check);

    /// <summary>Number of patches, cells of the largest, sum of squared cells.</summary>
    private static object Check(PatchMap map) => new[]
    {
        map.Patches.Count,
        map.Patches.Max(patch => patch.CellCount),
        map.Patches.Sum(patch => (double)patch.CellCount * patch.CellCount),
    };
}
