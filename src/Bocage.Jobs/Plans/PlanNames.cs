using Bocage.Planning;

namespace Bocage.Jobs.Plans;

/// <summary>Words of a plan as files write them, the same in every language.</summary>
public static class PlanNames
{
    /// <summary>applicable, not yet, never.</summary>
    public static string Of(Applicability applicability) => applicability switch
    {
        Applicability.Applicable => "applicable",
        Applicability.NotYet => "not yet",
        _ => "never",
    };

    /// <summary>optimal, withinGap, infeasible, stopped.</summary>
    public static string Of(SolveOutcome outcome) => outcome switch
    {
        SolveOutcome.Optimal => "optimal",
        SolveOutcome.WithinGap => "withinGap",
        SolveOutcome.Infeasible => "infeasible",
        _ => "stopped",
    };
}
