using Bocage.Landscapes;

namespace Bocage.Jobs.Diagnoses;

/// <summary>How much of a network lies inside protected sites; land in several sites is counted once.</summary>
/// <param name="ShareOfPatch">Protected share of each patch, 0–1.</param>
/// <param name="HabitatShare">Protected share of the habitat in patches, 0–1; NaN when there are no patches.</param>
/// <param name="ImportanceShare">Protected share of the importance of all patches (dPC), each counted by its own share, 0–1; NaN when there are no patches.</param>
public sealed record NetworkProtection(IReadOnlyList<double> ShareOfPatch, double HabitatShare, double ImportanceShare)
{
    internal static NetworkProtection Of(SpeciesDiagnosis network, ZoneCoverage covered)
    {
        var cells = new double[network.Patches.Patches.Count];
        foreach (var (cell, fraction) in covered.Cells)
        {
            var label = network.Patches.Labels[cell];
            if (label > 0) cells[label - 1] += fraction;
        }

        var patches = network.Patches.Patches;
        double[] shares = [.. patches.Select((patch, k) => cells[k] / patch.CellCount)];
        var nodes = network.Importance.Nodes;
        return new(shares, cells.Sum() / patches.Sum(patch => patch.CellCount), shares.Select((share, k) => share * nodes[k].DPc).Sum() / nodes.Sum(node => node.DPc));
    }
}
