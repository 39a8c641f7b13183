using Bocage.Formats;

namespace Bocage.Jobs.Plans;

/// <summary>Writes plan.json: every figure of the page, unrounded; "not known" is null.</summary>
internal static class PlanFigures
{
    public static void Write(string path, PlanResult result) => File.WriteAllText(path, JsonText.Of(new
    {
        result.Request.Goal,
        Outcome = PlanNames.Of(result.Solution.Outcome),
        result.Solution.Objective,
        result.ValueBefore,
        UpperBound = result.Solution.Bound,
        result.Solution.Gap,
        result.Solution.Cost,
        result.Solution.Method,
        result.Solution.Relax,
        Species = result.Species.Select(species => new
        {
            species.Name,
            species.Weight,
            Patches = species.Model.PatchCount,
            SteppingStones = species.Model.StoneCount,
            species.EcaBeforeHa,
            species.EcaAfterHa,
            RecomputedEcaHa = species.Recomputed?.EcaHa,
        }),
        Units = result.Candidates.Units.Count,
        Unpriced = result.Candidates.Unpriced.Count,
        Chosen = result.Chosen.Select(chosen => new
        {
            chosen.Rank,
            chosen.Unit.Candidate.Id,
            Measure = chosen.Unit.Candidate.Measure.Id,
            Place = chosen.Unit.Candidate.Facts.Place.Id,
            chosen.Unit.Candidate.Quantity,
            Unit = chosen.Unit.Candidate.Measure.Unit,
            chosen.Unit.Cost,
            chosen.Why.AddsAlone,
            chosen.Why.AddsGivenRest,
            ReplacementCost = new { chosen.Why.ReplacementCost.Lower, chosen.Why.ReplacementCost.Upper },
            chosen.Why.SelectionFrequency,
            chosen.Year,
            Joins = chosen.Why.Joins.Select(join => new
            {
                Species = result.Species[join.Case].Name,
                From = NameOf(result, join.Case, join.From),
                To = NameOf(result, join.Case, join.To),
                join.Before,
                join.After,
                GainHa2 = join.Gain,
            }),
        }),
        NotChosen = result.NotChosen.Select(other => new
        {
            other.Id,
            other.Cost,
            other.Adds,
            other.SelectionFrequency,
            Reasons = other.Reasons.Select(reason => reason.ToString()),
            PaysBelow = other.BreakEven?.Pays,
        }),
        NearBestPlans = result.NearBest?.Plans.Length,
        Curve = result.Curve?.Points.Select(point => new { point.Share, point.Cost, point.Value, point.Bound, Outcome = PlanNames.Of(point.Outcome) }),
        Sequence = result.Sequence is null ? null : new { result.Sequence.Spent, result.Sequence.Gain, result.Sequence.ShareOfFinalGain, NotPlaced = result.Sequence.NotPlaced.Length },
        Sensitivity = result.Sensitivity?.Scenarios.Select(answer => new { answer.Name, Outcome = PlanNames.Of(answer.Outcome), answer.Overlap, answer.RegretLower, answer.RegretUpper }),
    }) + "\n");

    // Patches are numbered from 1, as in the diagnosis; the vertices behind them are chosen places.
    private static string NameOf(PlanResult result, int species, int vertex) =>
        vertex < result.Species[species].Model.PatchCount ? FormattableString.Invariant($"patch {vertex + 1}") : "a chosen place";
}
