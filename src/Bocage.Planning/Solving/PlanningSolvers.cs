namespace Bocage.Planning;
/// <summary>temp</summary>
public static class PlanningSolvers
{
    /// <summary>temp</summary>
    public static ISolver For(PlanningProblem problem, IMixedIntegerSolver program, SolutionPool pool) => problem.Objective is MaximumConnectedAreaObjective ? new ConnectivitySolver(pool) : new MixedIntegerPlanningSolver(program);
}
