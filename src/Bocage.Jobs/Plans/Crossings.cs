using Bocage.Jobs.Diagnoses;

namespace Bocage.Jobs.Plans;

/// <summary>Keeps a network small enough to compute: land that is only easier to cross costs it two vertices per cell, and links to every such cell within reach.</summary>
/// <remarks>
/// Herb-rich grassland on 4 ha of arable land at 10 m is 400 cells in one place; a thousand such places would make hundreds of millions of links (7 GB and more).
/// So when a species has more than <see cref="MostCells"/> such cells, those of measures with places of more than <see cref="MostCellsOfPlace"/> are left out of its network, with a note; hedges
/// and passages stay. What is left out is never counted as a gain: the plan can only be worth more than its figures say.
/// </remarks>
internal static class Crossings
{
    public const int MostCells = 5_000;
    public const int MostCellsOfPlace = 40;

    /// <summary>The units, with what is too much for a network taken out.</summary>
    public static List<PlanUnit> Within(List<PlanUnit> units, IReadOnlyList<SpeciesNetwork> networks, InputNotes notes, string catalogue)
    {
        for (var k = 0; k < networks.Count; k++)
        {
            var species = k;
            if (units.Sum(unit => CellsOf(unit, species)) <= MostCells) continue;
            // All places of a measure or none: with only its small ones left, the plan would be sent to slivers.
            var large = units.GroupBy(unit => unit.Candidate.Measure.Id).Where(measure => measure.Any(unit => CellsOf(unit, species) > MostCellsOfPlace)).ToArray();
            if (large.Length == 0) continue;
            notes.Add(catalogue, $"for {networks[k].Name} the network would become too large with land that is only made easier to cross, so that was left out for {string.Join(", ", large.Select(measure => measure.Key))} (places of more than {MostCellsOfPlace} cells); the true gain is larger.");
            foreach (var unit in large.SelectMany(measure => measure).Where(unit => CellsOf(unit, species) > 0))
                units[unit.Index] = units[unit.Index] with { Changes = [.. units[unit.Index].Changes.Select((change, other) => other == species ? null : change)] };
        }

        return units;
    }

    private static int CellsOf(PlanUnit unit, int species) => unit.Changes[species] is { IsHabitat: false } change ? change.Cells.Count : 0;
}
