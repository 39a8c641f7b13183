using System.Collections.Immutable;
using Bocage.Formats;
using Bocage.Jobs.Diagnoses;
using Bocage.Jobs.Languages;
using Bocage.Jobs.Pages;
using Bocage.Jobs.Plans.Report;
using Bocage.Jobs.Runs;
using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Jobs.Plans;

/// <summary>From a diagnosis, a catalogue and a budget to the most promising measures: finds what is possible, chooses, explains, writes all results or none.</summary>
public static class Plan
{
    // Units up to which a search is made for each chosen one.
    private const int LargeNetwork = 500;

    /// <summary>Makes a plan and writes plan.gpkg, plan.json, plan.html and run.json into a folder.</summary>
    /// <exception cref="BadInputException">An input cannot be used; nothing is written.</exception>
    public static PlanResult Run(PlanRequest request, string folder, TimeProvider time, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var output = new OutputFolder(folder);
        var clock = new RunClock(time, progress);
        var result = new Work(request, clock, time, cancellation).Compute();
        clock.Step("writing plan.gpkg", _ => PlanFile.Write(output.File("plan.gpkg"), result, cancellation));
        clock.Step("writing plan.json", _ => PlanFigures.Write(output.File("plan.json"), result));
        clock.Step("writing plan.html", _ => PageFile.Write<PlanPage>(output.File("plan.html"), new PlanPageModel(result, Texts.Load("Plans", request.Language))));
        cancellation.ThrowIfCancellationRequested();
        RunRecord.Of(request, result.Inputs, output.Files, clock).Write(output.File(RunRecord.FileName));
        output.Publish();
        return result;
    }

    private sealed class Work(PlanRequest request, RunClock clock, TimeProvider time, CancellationToken cancellation)
    {
        private readonly SolveLimits limits = new()
        {
            Time = request.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            RatioGap = request.Gap,
            Seed = (int)request.Chance,
            Clock = time,
        };

        public PlanResult Compute()
        {
            var inputs = clock.Step("reading the inputs", _ => RunInput.Of(request.Inputs(cancellation)));
            var record = RunRecord.Read<DiagnosisRequest>(Path.Combine(request.Diagnosis, RunRecord.FileName));
            record.CheckInputs(cancellation);
            var diagnosis = record.Request with { Language = request.Language };
            var landscape = LandscapeInputs.Read(diagnosis, clock, cancellation);
            var networks = landscape.Profiles.Select(profile => SpeciesNetwork.Of(landscape.Map, profile, diagnosis, landscape.Resistance, clock, cancellation)).ToArray();
            CheckWeights(networks);
            var candidates = PlanCandidates.Of(request, landscape, networks, clock, cancellation);
            var models = networks.Select((network, k) => ModelOf(network, k, landscape.Map, candidates)).ToArray();
            var problem = PlanProblem.Of(request, candidates, networks, models);
            var pool = new SolutionPool();
            var solver = PlanningSolvers.Usual(new CbcSolver(), [new ConnectivitySolver(pool)], [new ReserveSolver()]);
            var solution = clock.Step("choosing", p => solver.Solve(problem, limits, new Closing(p), cancellation));
            cancellation.ThrowIfCancellationRequested();
            return Explained(new(record.Request, inputs, landscape, networks, candidates, models, problem, solver, solution, pool));
        }

        private PlanResult Explained(Solved solved)
        {
            var (problem, solution) = (solved.Problem, solved.Solution);
            var hasPlan = solution.Selected.Length > 0;
            var explanation = hasPlan ? clock.Step("explaining the choice", p => PlanExplanation.Of(problem, solution, solved.Solver, ExplanationOptionsOf(problem, solved.Pool), p, cancellation)) : null;
            var sequence = hasPlan ? clock.Step("putting it in order", _ => SequenceOf(solved, explanation!)) : null;
            var choice = new bool[problem.Units.Length];
            foreach (var unit in solution.Selected) choice[unit] = true;
            return new()
            {
                Request = request,
                Inputs = solved.Inputs,
                Diagnosis = solved.Diagnosis,
                Landscape = solved.Landscape,
                Species = [.. solved.Networks.Select((network, k) => SpeciesOf(solved, network, k, choice, hasPlan))],
                Candidates = solved.Candidates,
                Problem = problem,
                Solution = solution,
                Chosen = hasPlan ? Ranked(solved, explanation!, sequence) : [],
                NotChosen = explanation?.NotChosen ?? [],
                NearBest = explanation?.Pool,
                Curve = BudgetsOf(problem) && hasPlan ? clock.Step("trying other budgets", p => BudgetCurve.Of(problem, BudgetCurve.Shares(IsLarge(problem) ? 5 : 9), solved.Solver, limits, progress: p, cancellation: cancellation)) : null,
                Sequence = sequence,
                Sensitivity = hasPlan ? clock.Step("trying other assumptions", p => PlanSensitivity.Of(problem, solution, PlanScenarios.Of(request, solved.Landscape, solved.Networks, solved.Candidates, solved.Models, problem), solved.Solver, limits, p, cancellation)) : null,
                ValueBefore = problem.ValueOf(new bool[problem.Units.Length]),
            };
        }

        private void CheckWeights(SpeciesNetwork[] networks)
        {
            foreach (var (name, weight) in request.Weights)
            {
                if (!networks.Any(network => network.Name == name || Path.GetFileNameWithoutExtension(network.Profile.File) == name))
                    throw new BadInputException($"--weight {name}={weight}: the diagnosis has no such species; it has {string.Join(", ", networks.Select(network => Path.GetFileNameWithoutExtension(network.Profile.File)))}.");
            }
        }

        private PlanNetwork ModelOf(SpeciesNetwork network, int species, LandCover map, PlanCandidates candidates) => clock.Step($"{network.Name}: what places would link", p =>
            PlanNetwork.Of(PlanSpecies.LandscapeOf(network, map), [.. candidates.Units.Select(unit => unit.Changes[species]).OfType<PlaceChange>()], progress: p, cancellation: cancellation));

        // As much time for the explanation as for the choice. A large network takes long to set up for a search, so that there exchanges must do.
        private ExplanationOptions ExplanationOptionsOf(PlanningProblem problem, SolutionPool pool)
        {
            var isLarge = IsLarge(problem);
            return new()
            {
                Limits = limits,
                TotalTime = limits.Time,
                NotChosen = 10,
                SearchesAnew = !isLarge,
                NoisyPlans = isLarge ? 0 : 10,
                BreakEvenSearches = isLarge ? 0 : 12,
                KnownPlans = [.. pool.Take(isLarge ? 20 : 100).Select(known => known.Selected)],
            };
        }

        private static bool IsLarge(PlanningProblem problem) => problem.Objective is MaximumConnectedAreaObjective && problem.Units.Length > LargeNetwork;

        private PlanSequence? SequenceOf(Solved solved, PlanExplanation explanation)
        {
            if (request.YearBudgets.Count == 0 || request.Goal == PlanGoal.LeastCost) return null;
            var waits = solved.Candidates.Units.Select(unit => (int)Math.Round(unit.Candidate.Measure.YearsUntilEffective ?? 0)).ToImmutableArray();
            return PlanSequence.Of(solved.Problem, solved.Solution.Selected, [.. request.YearBudgets], new() { CarryOver = true, YearsUntilEffective = waits, Limits = limits }, cancellation);
        }

        // First what adds most per euro to the rest; by year when there are years.
        private static ChosenMeasure[] Ranked(Solved solved, PlanExplanation explanation, PlanSequence? sequence)
        {
            var years = sequence?.Schedule.ToDictionary(item => item.Unit, item => item.Year + 1) ?? [];
            return [.. explanation.Chosen.OrderBy(why => years.TryGetValue(why.Unit, out var year) ? year : int.MaxValue).ThenByDescending(why => why.GainPerCost).ThenBy(why => why.Unit)
                .Select((why, k) => new ChosenMeasure(k + 1, solved.Candidates.Units[why.Unit], why, years.TryGetValue(why.Unit, out var year) ? year : null))];
        }

        private PlanSpecies SpeciesOf(Solved solved, SpeciesNetwork network, int k, bool[] choice, bool hasPlan)
        {
            var objective = new MaximumConnectedAreaObjective([solved.Models[k].Case]);
            var landscape = PlanSpecies.LandscapeOf(network, solved.Landscape.Map);
            return new()
            {
                Index = k,
                Network = network,
                Model = solved.Models[k],
                Weight = PlanProblem.WeightOf(request, network),
                EcaBeforeHa = Math.Sqrt(objective.CaseValues(new bool[choice.Length])[0]),
                EcaAfterHa = Math.Sqrt(objective.CaseValues(choice)[0]),
                Recomputed = hasPlan ? clock.Step($"{network.Name}: computing the changed map", p => ChangedLandscape.Of(landscape, [.. solved.Candidates.Units.Select(unit => unit.Changes[k]).OfType<PlaceChange>()], choice, progress: p, cancellation: cancellation)) : null,
            };
        }

        private static bool BudgetsOf(PlanningProblem problem) => problem.Constraints.Any(rule => rule is YearlyBudgetConstraint or LinearConstraint { CountsMoney: true });
    }

    private sealed record Solved(DiagnosisRequest Diagnosis, IReadOnlyList<RunInput> Inputs, LandscapeInputs Landscape, IReadOnlyList<SpeciesNetwork> Networks, PlanCandidates Candidates,
        IReadOnlyList<PlanNetwork> Models, PlanningProblem Problem, ISolver Solver, Solution Solution, SolutionPool Pool);

    // A search cannot say how far it is; how much of the gap it has closed is what a reader can watch.
    private sealed class Closing(IProgress<double> progress) : IProgress<SolveProgress>
    {
        private double widest;

        public void Report(SolveProgress value)
        {
            var gap = Math.Abs(value.Bound - value.Best);
            if (!double.IsFinite(gap)) return;
            widest = Math.Max(widest, gap);
            progress.Report(widest == 0 ? 1 : 1 - gap / widest);
        }
    }
}
