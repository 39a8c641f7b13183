namespace Bocage.Planning;

/// <summary>One part of a stack problem as a 0/1 model.</summary>
/// <remarks>
/// x: whether an option is taken. p, for one whose payments may be cut: the share that is paid; c: whether it is cut. p ≤ x, p ≥ x − c, c ≤ x; what is paid from public money for its measure is at most its room, and no less when c is 1;
/// of two limited options the later in the order of cutting is paid in full: p ≥ x + x(earlier) − 1. Exclusions in pairs, hectares and budgets in sums, needs as x ≤ Σ x.
/// </remarks>
internal sealed class StackModel
{
    private readonly StackProblem problem;
    private readonly int[] part;
    private readonly LinearModel model = new(maximises: true);
    private readonly Dictionary<int, int> paid = [];

    /// <summary>The model of some options of a problem.</summary>
    public StackModel(StackProblem problem, int[] part, IReadOnlySet<int> budgets)
    {
        (this.problem, this.part) = (problem, part);
        foreach (var k in part) model.Binary(Option(k).CanBeCut ? 0 : Option(k).Value);
        for (var at = 0; at < part.Length; at++) if (Option(part[at]).CanBeCut) paid.Add(at, model.Continuous(0, 1, Option(part[at]).Value));
        AddPairs();
        foreach (var at in paid.Keys) AddCut(at);
        foreach (var group in Enumerable.Range(0, part.Length).Where(at => Option(part[at]).Hectares > 0).GroupBy(at => problem.LandOf(Option(part[at]))))
            model.Row(group.Select(at => new LinearTerm(at, Option(part[at]).Hectares)), double.NegativeInfinity, problem.HectaresFree(Option(part[group.First()])));
        foreach (var scheme in budgets.Intersect(part.Select(k => Option(k).Use.Scheme)).Order()) AddBudget(scheme);
        AddNeeds();
    }

    /// <summary>The best lawful choice and whether it is proven; null when the program found none in time.</summary>
    public (int[] Members, bool IsProven)? Solve(IMixedIntegerSolver program, TimeLeft time, CancellationToken cancellation)
    {
        while (true)
        {
            var result = program.Solve(model, time.Limits with { RatioGap = 0 }, cancellation);
            if (result.Values.Count == 0) return null;
            int[] at = [.. Enumerable.Range(0, part.Length).Where(k => result.Values[k] > 0.5)];
            StackOption[] options = [.. at.Select(k => Option(part[k]))];
            var isLawful = !double.IsNaN(problem.ValueOf(options)) && !options.Any(one => options.Any(other => !ReferenceEquals(one, other) && StackProblem.Conflict(problem.Inputs, one, other) is not null));
            if (isLawful) return (WithoutIdle([.. at.Select(k => part[k])]), result.Outcome == SolveOutcome.Optimal);
            if (result.Outcome == SolveOutcome.Stopped) return null;
            // Only the program's rounding allows it: it is forbidden, and nothing else.
            model.Row(Enumerable.Range(0, part.Length).Select(k => new LinearTerm(k, result.Values[k] > 0.5 ? 1 : -1)), double.NegativeInfinity, at.Length - 1);
        }
    }

    // The program does not mind options that add nothing; from the last to the first they are left out.
    private int[] WithoutIdle(int[] members)
    {
        var value = problem.ValueOf([.. members.Select(Option)]);
        for (var at = members.Length - 1; at >= 0; at--)
        {
            int[] fewer = [.. members.Where((_, k) => k != at)];
            if (problem.ValueOf([.. fewer.Select(Option)]) >= value - StackSearch.Tolerance(value)) members = fewer;
        }

        return members;
    }

    private StackOption Option(int k) => problem.Options[k];

    private void AddPairs()
    {
        for (var one = 0; one < part.Length; one++)
            for (var other = one + 1; other < part.Length; other++)
                if (StackProblem.Conflict(problem.Inputs, Option(part[one]), Option(part[other])) is not null) model.Row([new(one, 1), new(other, 1)], double.NegativeInfinity, 1);
    }

    private void AddCut(int at)
    {
        var option = Option(part[at]);
        var (share, cut) = (paid[at], model.Binary(0));
        model.Row([new(share, 1), new(at, -1)], double.NegativeInfinity, 0);
        model.Row([new(share, 1), new(at, -StackProblem.Nothing)], 0, double.PositiveInfinity);
        model.Row([new(share, 1), new(at, -1), new(cut, 1)], 0, double.PositiveInfinity);
        model.Row([new(cut, 1), new(at, -1)], double.NegativeInfinity, 0);
        int[] same = [.. Enumerable.Range(0, part.Length).Where(other => Option(part[other]).Use.Measure == option.Use.Measure && Option(part[other]).PublicMoney > 0)];
        var all = same.Sum(other => Option(part[other]).PublicMoney);
        LinearTerm[] money = [.. same.Select(other => new LinearTerm(paid.GetValueOrDefault(other, other), Option(part[other]).PublicMoney))];
        model.Row([.. money, new(at, all)], double.NegativeInfinity, option.PublicRoom + all);
        model.Row([.. money, new(cut, -option.PublicRoom)], 0, double.PositiveInfinity);
        foreach (var other in paid.Keys)
            if (other != at && Option(part[other]).Use.Measure == option.Use.Measure && (Option(part[other]).PublicShare, Option(part[other]).Use.Scheme).CompareTo((option.PublicShare, option.Use.Scheme)) < 0)
                model.Row([new(share, 1), new(at, -1), new(other, -1)], -1, double.PositiveInfinity);
    }

    private void AddBudget(int scheme)
    {
        int[] own = [.. Enumerable.Range(0, part.Length).Where(at => Option(part[at]).Use.Scheme == scheme)];
        foreach (var (year, free) in problem.BudgetsOf(scheme))
            if (own.Sum(at => StackProblem.SpentIn(Option(part[at]), year)) > free)
                model.Row(own.Select(at => new LinearTerm(paid.GetValueOrDefault(at, at), StackProblem.SpentIn(Option(part[at]), year))), double.NegativeInfinity, free);
    }

    private void AddNeeds()
    {
        for (var at = 0; at < part.Length; at++)
        {
            var option = Option(part[at]);
            foreach (var id in problem.Inputs.Schemes[option.Use.Scheme].Rules.Requires)
            {
                var help = Enumerable.Range(0, part.Length).Where(other => Option(part[other]).Use.Party == option.Use.Party && problem.Inputs.Schemes[Option(part[other]).Use.Scheme].Id == id);
                model.Row([new(at, 1), .. help.Select(other => new LinearTerm(other, -1))], double.NegativeInfinity, 0);
            }
        }
    }
}
