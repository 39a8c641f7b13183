using Bocage.Planning;

namespace Bocage.Jobs.Plans;

/// <summary>A chosen measure, and why it was chosen.</summary>
/// <param name="Rank">In which order to begin, from 1.</param>
/// <param name="Unit">The measure, its place, its cost and what it changes.</param>
/// <param name="Why">What it adds, alone and to the rest, what it joins, how certain it is.</param>
/// <param name="Year">The year of the sequence in which it is done, from 1; null when there is no room for it in the yearly budgets.</param>
public sealed record ChosenMeasure(int Rank, PlanUnit Unit, ChosenUnit Why, int? Year);
