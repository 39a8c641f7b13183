using Bocage.Planning;

namespace Bocage.Jobs.Plans;

/// <summary>A candidate that can be chosen: possible, at a known cost.</summary>
/// <param name="Index">Its place among the planning units of the problem.</param>
/// <param name="Candidate">The measure and its place.</param>
/// <param name="Cost">What it costs over the horizon of the plan, likely value, €.</param>
/// <param name="Changes">What it changes for each species, in their order; null where the species would not notice.</param>
public sealed record PlanUnit(int Index, CandidateMeasure Candidate, double Cost, IReadOnlyList<PlaceChange?> Changes)
{
    /// <summary>Habitat that it adds for a species, ha.</summary>
    public double AddedHa(int species) => Changes[species]?.AddedHa ?? 0;
}
