namespace Bocage.Planning;

/// <summary>A limit that must give way for any choice to keep the others: "the budget: at least 2,300 instead of 2,000".</summary>
/// <param name="Name">The name of the rule; "the target of X" for a target, "the lock on X" for a lock.</param>
/// <param name="Given">The limit as it is; for a lock 1 (in) or 0 (out), for contiguity 1 block.</param>
/// <param name="Needed">The nearest limit that would do, together with the others of the answer; below <paramref name="Given"/> when a least amount is too
/// high; for a lock 0 or 1, for contiguity the number of blocks; NaN when it is only known to be in the way.</param>
public sealed record LimitToRelax(string Name, double Given, double Needed);
