namespace Bocage.Planning;

/// <summary>What a solver can truthfully say of its answer.</summary>
public enum SolveOutcome
{
    /// <summary>Proven: nothing better exists.</summary>
    Optimal,

    /// <summary>The search ended by itself; the gap says how much better an answer could still exist.</summary>
    WithinGap,

    /// <summary>No choice keeps all rules; <see cref="Solution.Relax"/> says which limits to relax.</summary>
    Infeasible,

    /// <summary>Time ran out or the search was cancelled; the best answer so far with its gap.</summary>
    Stopped,
}
