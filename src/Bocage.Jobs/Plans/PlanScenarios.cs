using Bocage.Jobs.Diagnoses;
using Bocage.Jobs.Languages;
using Bocage.Planning;

namespace Bocage.Jobs.Plans;

/// <summary>What could turn out differently: the price of each measure, and how far the species move.</summary>
internal static class PlanScenarios
{
    public static IReadOnlyList<PlanScenario> Of(
        PlanRequest request, LandscapeInputs landscape, IReadOnlyList<SpeciesNetwork> networks, PlanCandidates candidates, IReadOnlyList<PlanNetwork> models, PlanningProblem problem)
    {
        var texts = Texts.Load("Plans", request.Language);
        var scenarios = new List<PlanScenario>();
        foreach (var measure in candidates.Units.GroupBy(unit => unit.Candidate.Measure.Id).Select(group => group.First().Candidate.Measure))
        {
            var what = measure.Name.In(request.Language);
            foreach (var (key, factor) in new[] { ("cheaper", 0.75), ("dearer", 1.25) })
            {
                var factors = candidates.Units.Select(unit => unit.Candidate.Measure.Id == measure.Id ? factor : 1.0).ToArray();
                scenarios.Add(new(texts.Format($"sensitivity.{key}", ("what", what)), problem.Repriced(factors)));
            }
        }

        if (request.Goal != PlanGoal.ConnectedArea) return scenarios;
        foreach (var (key, factor) in new[] { ("half", 0.5), ("double", 2.0) })
            scenarios.Add(PlanScenario.Other(texts[$"sensitivity.{key}"], problem, Moved((MaximumConnectedAreaObjective)problem.Objective, factor)));
        return scenarios;
    }

    // A chance p = e^(−αd) becomes p^(1/f) when the distance that the species covers is f times as long; the links themselves stay.
    private static MaximumConnectedAreaObjective Moved(MaximumConnectedAreaObjective objective, double factor) => new(objective.Cases.Select(network => network with
    {
        Arcs = [.. network.Arcs.Select(arc => arc with { Probability = Math.Pow(arc.Probability, 1 / factor) })],
        ArcImprovements = [.. network.ArcImprovements.Select(better => better with { Probability = Math.Pow(better.Probability, 1 / factor) })],
    }), objective.Criterion);
}
