using Bocage.Formats;
using Bocage.Jobs.Diagnoses;
using Bocage.Jobs.Languages;
using Bocage.Jobs.Measures;
using Bocage.Planning;

namespace Bocage.Jobs.Plans;

/// <summary>Puts what was asked into a planning problem: units, goal, and a rule for each limit, named as its reader would.</summary>
internal static class PlanProblem
{
    public static PlanningProblem Of(PlanRequest request, PlanCandidates candidates, IReadOnlyList<SpeciesNetwork> networks, IReadOnlyList<PlanNetwork> models)
    {
        var texts = Texts.Load("Plans", request.Language);
        var units = candidates.Units.Select(unit => new PlanningUnit(unit.Candidate.Id, unit.Cost, StatusOf(request, unit.Candidate))).ToArray();
        CheckLocks(request, candidates);
        if (request is { Goal: PlanGoal.LeastCost, Targets.Count: 0, LockedIn.Count: 0 } && !request.Counts.Any(count => count.Minimum > 0))
            throw new BadInputException("--goal least-cost needs something that the plan must reach, or nothing would be cheapest: give a --target, a --count or a --lock-in.");
        var problem = new PlanningProblem(units, ObjectiveOf(request, candidates, networks, models));
        foreach (var rule in Rules(request, candidates, units, texts)) problem = problem.With(rule);
        if (!request.OneBlock && request.BoundaryPenalty == 0) return problem;
        var sides = PlaceSides.Of(candidates.Units);
        if (request.OneBlock) problem = problem.With(new ContiguityConstraint(texts["rule.oneBlock"], [.. sides.Shared.Select(side => (side.First, side.Second)).Concat(SamePlace(candidates))]));
        return request.BoundaryPenalty > 0 ? problem.With(new BoundaryPenalty(request.BoundaryPenalty, sides.Shared, sides.Outer)) : problem;
    }

    private static PlanningStatus StatusOf(PlanRequest request, CandidateMeasure candidate) =>
        Names(request.LockedIn, candidate) ? PlanningStatus.LockedIn : Names(request.LockedOut, candidate) ? PlanningStatus.LockedOut : PlanningStatus.Available;

    private static bool Names(IReadOnlyList<string> names, CandidateMeasure candidate) => names.Contains(candidate.Id) || names.Contains(candidate.Facts.Place.Id);

    private static void CheckLocks(PlanRequest request, PlanCandidates candidates)
    {
        foreach (var name in request.LockedIn.Concat(request.LockedOut))
        {
            var meant = candidates.All.Where(candidate => Names([name], candidate)).ToArray();
            if (meant.Length == 0) throw new BadInputException($"“{name}” is to be locked, but there is no such candidate or place; a candidate is written measure@place.");
            if (!request.LockedIn.Contains(name)) continue;
            if (!candidates.Units.Any(unit => Names([name], unit.Candidate)))
                throw new BadInputException($"“{name}” is to be in the plan, but cannot be chosen: {(meant.Any(candidate => candidate.Applicability == Applicability.Applicable) ? "its cost is not known" : "its measure is not possible there")}.");
            if (candidates.Units.Any(unit => Names([name], unit.Candidate) && Names(request.LockedOut, unit.Candidate)))
                throw new BadInputException($"“{name}” is both to be in the plan and to stay out of it.");
        }
    }

    private static PlanningObjective ObjectiveOf(PlanRequest request, PlanCandidates candidates, IReadOnlyList<SpeciesNetwork> networks, IReadOnlyList<PlanNetwork> models) => request.Goal switch
    {
        PlanGoal.ConnectedArea => new MaximumConnectedAreaObjective(models.Select(model => model.Case), ConnectivityCriterion.EquivalentConnectedArea(networks.Select(network => WeightOf(request, network)))),
        PlanGoal.Habitat => new MaximumUtilityObjective([.. candidates.Units.Select(unit => networks.Select((network, k) => WeightOf(request, network) * unit.AddedHa(k)).Sum())]),
        PlanGoal.PressureRelief => new MaximumUtilityObjective([.. candidates.Units.Select(unit => ReliefOf(request, unit))]),
        PlanGoal.LeastCost => new MaximumUtilityObjective([.. candidates.Units.Select(unit => -unit.Cost)]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static double WeightOf(PlanRequest request, SpeciesNetwork network) =>
        request.Weights.TryGetValue(network.Name, out var byName) ? byName
        : request.Weights.TryGetValue(Path.GetFileNameWithoutExtension(network.Profile.File), out var byFile) ? byFile : 1;

    /// <summary>What a unit takes off the pressure that the plan relieves; 0 when the catalogue does not know.</summary>
    internal static double ReliefOf(PlanRequest request, PlanUnit unit) => unit.Candidate.Quantity
        * unit.Candidate.Measure.Effects.OfType<PressureRelief>().Where(relief => relief.Pressure == request.Pressure).Sum(relief => relief.AmountPerUnit ?? 0);

    private static IEnumerable<PlanningConstraint> Rules(PlanRequest request, PlanCandidates candidates, PlanningUnit[] units, Texts texts) =>
        [.. Budgets(request, candidates, units, texts), .. Counts(request, candidates, texts), .. Targets(request, candidates, texts), .. OnePerPlace(candidates, texts)];

    private static IEnumerable<PlanningConstraint> Budgets(PlanRequest request, PlanCandidates candidates, PlanningUnit[] units, Texts texts)
    {
        var total = request.Budget ?? (request.YearBudgets.Count > 0 ? request.YearBudgets.Sum() : null);
        if (total is { } budget) yield return BudgetConstraint.Of(texts["rule.budget"], units.Select((unit, k) => new LinearTerm(k, unit.Cost)), budget);
        foreach (var party in request.Parties)
        {
            yield return BudgetConstraint.Of(texts.Format("rule.party", ("name", party.Name)),
                candidates.Units.Where(unit => party.Measures.Contains(unit.Candidate.Measure.Id)).Select(unit => new LinearTerm(unit.Index, unit.Cost)), party.Budget);
        }
    }

    private static IEnumerable<PlanningConstraint> Counts(PlanRequest request, PlanCandidates candidates, Texts texts) => request.Counts.Select(count =>
    {
        // By name only: TryParse would also take "2" for a kind.
        var isKind = Enum.GetNames<MeasureKind>().Contains(count.Of, StringComparer.OrdinalIgnoreCase);
        var kind = isKind ? Enum.Parse<MeasureKind>(count.Of, ignoreCase: true) : default;
        var units = candidates.Units.Where(unit => isKind ? unit.Candidate.Measure.Kind == kind : unit.Candidate.Measure.Id == count.Of).ToArray();
        if (!isKind && !candidates.All.Any(candidate => candidate.Measure.Id == count.Of))
            throw new BadInputException($"--count {count.Of}: there is no such measure, nor kind; kinds are source, system and bridging.");
        var what = isKind ? texts["rule.kind." + kind.ToString().ToLowerInvariant()] : candidates.All.First(candidate => candidate.Measure.Id == count.Of).Measure.Name.In(texts.Language);
        var key = count.Maximum is null ? "rule.atLeast" : count.Minimum > 0 ? "rule.between" : "rule.atMost";
        var name = texts.Format(key, ("least", texts.Number(count.Minimum)), ("most", texts.Number(count.Maximum ?? 0)), ("what", what));
        return CountConstraint.Between(name, units.Select(unit => unit.Index), count.Minimum, count.Maximum ?? double.PositiveInfinity);
    });

    private static IEnumerable<PlanningConstraint> Targets(PlanRequest request, PlanCandidates candidates, Texts texts) => request.Targets.Select(target =>
    {
        if (LandCoverKinds.Find(target.Key) is not { } kind) throw new BadInputException($"--target {target.Key}: there is no such kind of land; the kinds are {string.Join(", ", LandCoverKinds.Ids)}.");
        return new LinearConstraint(texts.Format("rule.target", ("area", texts.Hectares(target.Value)), ("what", new MeasureTexts(texts.Language).Of(kind))),
            [.. candidates.Units.Where(unit => unit.Candidate.Measure.CreatedLandCover == kind).Select(unit => new LinearTerm(unit.Index, unit.Candidate.AppliesToHa))], target.Value, double.PositiveInfinity);
    });

    private static IEnumerable<PlanningConstraint> OnePerPlace(PlanCandidates candidates, Texts texts) =>
        candidates.Units.GroupBy(unit => unit.Candidate.Facts.Place.Id).Where(place => place.Count() > 1)
            .Select(place => CountConstraint.AtMostOne(OnePerPlaceName(texts, place.Key), place.Select(unit => unit.Index)));

    /// <summary>What the rule is called that no place holds two measures.</summary>
    internal static string OnePerPlaceName(Texts texts, string place) => texts.Format("rule.onePerPlace", ("place", place));

    private static IEnumerable<(int First, int Second)> SamePlace(PlanCandidates candidates) =>
        candidates.Units.GroupBy(unit => unit.Candidate.Facts.Place.Id).SelectMany(place => place.Skip(1).Select(unit => (place.First().Index, unit.Index)));
}
