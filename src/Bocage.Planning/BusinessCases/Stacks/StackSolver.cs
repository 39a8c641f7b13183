namespace Bocage.Planning;

/// <summary>Finds the best lawful choice of a whole stack problem: part by part, and with the budgets only where they do not reach.</summary>
/// <remarks>Without budgets there is more to choose from, so a best choice without them that keeps them is a best choice with them. Where it overruns one, that budget is counted, which joins parts, and these are solved anew.</remarks>
internal sealed class StackSolver(StackProblem problem, IMixedIntegerSolver? program, TimeLeft time, CancellationToken cancellation)
{
    private readonly Dictionary<string, (int[] Members, bool IsProven)> solved = [];

    /// <summary>The choice, as indices of options; the schemes whose budgets had to be counted; and for each option whether its part is proven.</summary>
    public (int[] Chosen, SortedSet<int> Budgets, bool[] IsProven) Solve()
    {
        var budgets = new SortedSet<int>();
        while (true)
        {
            var chosen = new List<int>();
            var isProven = new bool[problem.Options.Length];
            foreach (var part in StackParts.Of(problem, budgets))
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

    /// <summary>The best choice that holds an option which a best choice does not, when it is as good as one that is known.</summary>
    /// <param name="forced">The option.</param>
    /// <param name="best">A best choice.</param>
    /// <param name="counted">Schemes whose budgets had to be counted for it.</param>
    /// <param name="atLeast">What it must be worth, €.</param>
    /// <param name="isProven">False when the search was stopped.</param>
    public int[]? SolveWith(int forced, int[] best, IReadOnlySet<int> counted, double atLeast, out bool isProven)
    {
        var budgets = new SortedSet<int>(counted);
        while (true)
        {
            var part = StackParts.Of(problem, budgets).First(part => part.Contains(forced));
            int[] rest = [.. best.Except(part)];
            var search = Search(part, budgets);
            var found = search.Best(forced, atLeast - Value(rest));
            isProven = search.IsComplete;
            if (found is null) return null;
            int[] all = [.. rest.Concat(found).Order()];
            if (Overrun(all) is not { } scheme) return all;
            budgets.Add(scheme);
        }
    }

    /// <summary>What a choice is worth, €.</summary>
    public double Value(IEnumerable<int> chosen) => problem.ValueOf([.. chosen.Select(k => problem.Options[k])], withBudgets: false);

    private readonly Dictionary<string, StackSearch> searches = [];

    private StackSearch Search(int[] part, SortedSet<int> budgets)
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
            answer = (search.Best()!, search.IsComplete);
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
    private string Key(int[] part, SortedSet<int> budgets) => string.Join(' ', part) + '|' + string.Join(' ', budgets.Where(scheme => part.Any(k => problem.Options[k].Use.Scheme == scheme)));
}
