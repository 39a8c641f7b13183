using Bocage.Jobs.Diagnoses;
using Bocage.Jobs.Runs;
using Bocage.Planning;

namespace Bocage.Jobs.Plans;

/// <summary>All that a plan came to, from which its files are written.</summary>
public sealed class PlanResult
{
    /// <summary>What was asked.</summary>
    public required PlanRequest Request { get; init; }

    /// <summary>The input files with their fingerprints.</summary>
    public required IReadOnlyList<RunInput> Inputs { get; init; }

    /// <summary>What the diagnosis was asked, from which the landscape follows.</summary>
    public required DiagnosisRequest Diagnosis { get; init; }

    /// <summary>The landscape today.</summary>
    public required LandscapeInputs Landscape { get; init; }

    /// <summary>What the plan means for each species, in the order of the diagnosis.</summary>
    public required IReadOnlyList<PlanSpecies> Species { get; init; }

    /// <summary>What was possible.</summary>
    public required PlanCandidates Candidates { get; init; }

    /// <summary>The problem as it was solved.</summary>
    public required PlanningProblem Problem { get; init; }

    /// <summary>The answer.</summary>
    public required Solution Solution { get; init; }

    /// <summary>The chosen units in the order in which to begin, each with why; empty when nothing was chosen.</summary>
    public required IReadOnlyList<ChosenMeasure> Chosen { get; init; }

    /// <summary>Why the best of the rest stayed out.</summary>
    public required IReadOnlyList<UnchosenUnit> NotChosen { get; init; }

    /// <summary>Plans that are nearly as good; null when nothing was chosen.</summary>
    public required NearBestPlans? NearBest { get; init; }

    /// <summary>Value and bound for other budgets; null when there was none to vary.</summary>
    public required BudgetCurve? Curve { get; init; }

    /// <summary>What first; null when nothing was chosen.</summary>
    public required PlanSequence? Sequence { get; init; }

    /// <summary>What of the plan stays under other assumptions; null when nothing was chosen.</summary>
    public required PlanSensitivity? Sensitivity { get; init; }

    /// <summary>Value without any measure.</summary>
    public required double ValueBefore { get; init; }

    /// <summary>What the cheapest measure that may be chosen costs, €, when that is more than the budget; null when something can be paid for, or there is no budget.</summary>
    public double? TooDear
    {
        get
        {
            var budget = Request.Budget ?? (Request.YearBudgets.Count > 0 ? Request.YearBudgets.Sum() : double.PositiveInfinity);
            var cheapest = Candidates.Units.Min(unit => unit.Cost);
            return cheapest > budget ? cheapest : null;
        }
    }
}
