using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>A plan made by hand.</summary>
/// <param name="Measures">Its measures, with who carries them out.</param>
/// <param name="Lands">All lands of the case: those of the file of parties, then its own.</param>
public sealed record HandMadePlan(IReadOnlyList<PlannedMeasure> Measures, IReadOnlyList<Land> Lands);
