namespace Bocage.Planning;

/// <summary>Finds the best lawful choice of a whole stack problem: part by part, and with the budgets only where they do not reach.</summary>
/// <remarks>Without budgets there is more to choose from, so a best choice without them that keeps them is a best choice with them. Where it overruns one, that budget is counted, which joins parts, and these are solved anew.</remarks>
internal sealed class StackSolver(StackProblem problem, IMixedIntegerSolver? program, TimeLeft time, CancellationToken cancellation)
{
    private readonly Dictionary<string, (int[] Members, bool IsProven)> solved = [];
    private readonly Dictionary<string, StackSearch> searches = [];
    private readonly Dictionary<string, List<int[]>> partsOf = [];

    /// <summary>The choice, as indices of options; the schemes whose budgets had to be counted; and for each option whether its part is proven.</summary>
    public (int[] Chosen, SortedSet<int> Budgets, bool[] IsProven) Solve()
    {
        var budgets = new SortedSet<int>();
        while (true)
        {
            var chosen = new List<int>();
            var isProven = new bool[problem.Options.Length];
            foreach (var part in Parts(budgets))
            {
                var (members, proven) = Part(part, budgets);
                chosen.AddRange(members);
                foreach (var k in part) isProven[k] = proven;
            }

            chosen.Sort();
            if (Overrun(chosen) is not { } scheme) return ([.. chosen], budgets, isProven);
            budgets.Add(scheme);
        }
    }

    /// <summary>The best lawful choice that holds at least one option which the best choice does not; null when there is none.</summary>
    /// <param name="best">A best choice.</param>
    /// <param name="counted">Schemes whose budgets had to be counted for it.</param>
    public (int[]? Chosen, bool IsProven) RunnerUp(int[] best, IReadOnlySet<int> counted)
    {
        (double Value, int[] Members)? found = null;
        var isProven = true;
        var parts = Parts(counted);
        foreach (var part in parts) Try(part[0], (search, floor) => search.BestOther(best, floor));
        foreach (var part in parts)
            foreach (var idle in Search(part, counted).Idle.Except(best).OrderByDescending(k => problem.Options[k].Value).ThenBy(k => k)) Try(idle, (search, floor) => search.BestWith(idle, floor));
        return (found?.Members, isProven);

        // The part that holds an option, joined to others when a budget does not reach for what is found.
        void Try(int option, Func<StackSearch, double, int[]?> look)
        {
            var budgets = new SortedSet<int>(counted);
            while (true)
            {
                var part = Parts(budgets).First(part => part.Contains(option));
                int[] rest = [.. best.Except(part)];
                var search = Search(part, budgets);
                var members = look(search, (found?.Value ?? double.NegativeInfinity) - Value(rest));
                isProven &= search.IsComplete;
                if (members is null) return;
                int[] all = [.. rest.Concat(members).Order()];
                if (Overrun(all) is { } scheme)
                {
                    budgets.Add(scheme);
                    continue;
                }

                var candidate = (Value(all), all);
                if (found is null || StackSearch.IsBetter(candidate, found.Value)) found = candidate;
                return;
            }
        }
    }

    /// <summary>What a choice is worth, €.</summary>
    public double Value(IEnumerable<int> chosen) => problem.ValueOf([.. chosen.Select(k => problem.Options[k])], withBudgets: false);

    private List<int[]> Parts(IReadOnlySet<int> budgets)
    {
        var key = string.Join(' ', budgets.Order());
        if (!partsOf.TryGetValue(key, out var parts)) partsOf.Add(key, parts = StackParts.Of(problem, budgets));
        return parts;
    }

    private StackSearch Search(int[] part, IReadOnlySet<int> budgets)
    {
        var key = Key(part, budgets);
        if (!searches.TryGetValue(key, out var search)) searches.Add(key, search = new(problem, part, budgets, time, cancellation));
        return search;
    }

    private (int[] Members, bool IsProven) Part(int[] part, SortedSet<int> budgets)
    {
        var key = Key(part, budgets);
        if (solved.TryGetValue(key, out var known)) return known;
        var isShared = part.Select(k => problem.Options[k].Use.Party).Distinct().Count() > 1;
        if (program is null || !isShared || new StackModel(problem, part, budgets).Solve(program, time, cancellation) is not { } answer)
        {
            var search = Search(part, budgets);
            answer = (search.Best(), search.IsComplete);
        }

        solved.Add(key, answer);
        return answer;
    }

    private int? Overrun(IEnumerable<int> chosen)
    {
        StackOption[] options = [.. chosen.Select(k => problem.Options[k])];
        return problem.Overrun(options, StackProblem.SharesLeft(options)!)?.Scheme;
    }

    // A part and the budgets that count within it.
    private string Key(int[] part, IReadOnlySet<int> budgets) => string.Join(' ', part) + '|' + string.Join(' ', budgets.Order().Where(scheme => part.Any(k => problem.Options[k].Use.Scheme == scheme)));
}
