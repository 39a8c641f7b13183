using Bocage.Landscapes;

namespace Bocage.Jobs.Diagnoses;

/// <summary>A network inside a site.</summary>
/// <param name="HabitatHa">Habitat in patches inside the site, ha.</param>
/// <param name="ImportanceShare">Share of the importance of all patches (dPC) that lies inside, each patch counted by the part of it that does; NaN when there are no patches.</param>
public sealed record SiteHabitat(double HabitatHa, double ImportanceShare)
{
    internal static SiteHabitat Of(SpeciesDiagnosis network, ZoneCoverage coverage)
    {
        var (habitat, importance) = (0.0, 0.0);
        foreach (var (cell, fraction) in coverage.Cells)
        {
            var label = network.Patches.Labels[cell];
            if (label == 0) continue;
            habitat += fraction * network.Patches.Grid.CellAreaHa;
            importance += fraction * network.Importance.Nodes[label - 1].DPc / network.Patches.Patches[label - 1].CellCount;
        }

        return new(habitat, importance / network.Importance.Nodes.Sum(node => node.DPc));
    }
}
