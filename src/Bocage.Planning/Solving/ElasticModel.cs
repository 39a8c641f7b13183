namespace Bocage.Planning;

/// <summary>A problem in which each limit may give way: a 0/1 variable z lets it go and a slack says how far.</summary>
internal sealed class ElasticModel
{
    private readonly PlanningProblem problem;
    private readonly LinearModel model = new(maximises: false);
    private readonly List<int> letGo = [];
    private readonly List<LinearTerm> amounts = [];
    private readonly List<(ConnectivityCuts Cuts, int LetGo)> blocks = [];

    /// <summary>The elastic model of a problem.</summary>
    public ElasticModel(PlanningProblem problem)
    {
        this.problem = problem;
        foreach (var _ in problem.Units) model.Binary(0);
        AddLocks();
        foreach (var rule in problem.Constraints)
        {
            if (rule is LinearConstraint linear) AddSum(linear.Terms, linear.Minimum, linear.Maximum);
            if (rule is ContiguityConstraint contiguity) AddBlocks(contiguity);
        }
        if (problem.Objective is not MinimumSetObjective set) return;
        var holders = FeatureRows.Holders(set.Amounts);
        for (var feature = 0; feature < holders.Length; feature++)
            if (set.Amounts.Features[feature].Target is > 0 and var target) AddSum(holders[feature], target, double.PositiveInfinity);
    }

    /// <summary>The choice that breaks fewest limits, and these by least; null when none is found in time.</summary>
    public bool[]? Solve(IMixedIntegerSolver program, SolveLimits limits, CancellationToken cancellation)
    {
        foreach (var z in letGo) model.Weigh(z, 1);
        if (Choice(program, limits, cancellation) is not { } fewest) return null;
        model.Row(letGo.Select(z => new LinearTerm(z, 1)), double.NegativeInfinity, fewest.LetGo);
        foreach (var z in letGo) model.Weigh(z, -1);
        foreach (var amount in amounts) model.Weigh(amount.Unit, amount.Coefficient);
        return (Choice(program, limits, cancellation) ?? fewest).Selected;
    }

    private (bool[] Selected, int LetGo)? Choice(IMixedIntegerSolver program, SolveLimits limits, CancellationToken cancellation)
    {
        while (true)
        {
            var result = program.Solve(model, limits, cancellation);
            if (result.Values.Count == 0) return null;
            var selected = Enumerable.Range(0, problem.Units.Length).Select(unit => result.Values[unit] > 0.5).ToArray();
            if (!ForbidBlocks(selected, result.Values)) return (selected, letGo.Count(z => result.Values[z] > 0.5));
            if (result.Outcome == SolveOutcome.Stopped) return null;
        }
    }

    // Whether a choice in too many blocks was found and forbidden.
    private bool ForbidBlocks(bool[] selected, IReadOnlyList<double> values)
    {
        var found = false;
        foreach (var (cuts, z) in blocks)
        {
            if (values[z] > 0.5) continue;
            foreach (var row in cuts.Broken(selected, 500))
            {
                model.Row([.. row.Terms, new(z, -1)], row.Minimum, row.Maximum);
                found = true;
            }
        }
        return found;
    }

    private void AddLocks()
    {
        for (var unit = 0; unit < problem.Units.Length; unit++)
        {
            if (problem.Units[unit].Status == PlanningStatus.Available) continue;
            var z = LetGo();
            amounts.Add(new(z, 1));
            if (problem.Units[unit].Status == PlanningStatus.LockedIn) model.Row([new(unit, 1), new(z, 1)], 1, double.PositiveInfinity);
            else model.Row([new(unit, 1), new(z, -1)], double.NegativeInfinity, 0);
        }
    }

    // Σ − over ≤ maximum and Σ + under ≥ minimum; over and under stay 0 unless z is 1.
    private void AddSum(IReadOnlyList<LinearTerm> terms, double minimum, double maximum)
    {
        var least = terms.Sum(term => Math.Min(0, term.Coefficient));
        var most = terms.Sum(term => Math.Max(0, term.Coefficient));
        if (least >= minimum && most <= maximum) return;
        var z = LetGo();
        if (most > maximum) model.Row([.. terms, new(Slack(z, most - maximum, maximum), -1)], double.NegativeInfinity, maximum);
        if (least < minimum) model.Row([.. terms, new(Slack(z, minimum - least, minimum), 1)], minimum, double.PositiveInfinity);
    }

    private void AddBlocks(ContiguityConstraint rule)
    {
        var z = LetGo();
        amounts.Add(new(z, 1));
        blocks.Add((new(problem.Units.Length, rule), z));
    }

    private int LetGo()
    {
        letGo.Add(model.Binary(0));
        return letGo[^1];
    }

    private int Slack(int z, double largest, double given)
    {
        var slack = model.Continuous(0, largest, 0);
        model.Row([new(slack, 1), new(z, -largest)], double.NegativeInfinity, 0);
        amounts.Add(new(slack, 1 / (given == 0 ? 1 : Math.Abs(given))));
        return slack;
    }
}
