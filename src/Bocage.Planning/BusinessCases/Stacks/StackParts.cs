namespace Bocage.Planning;

/// <summary>Parts of a stack problem that have nothing to do with each other: options are in one part when they exclude each other, may cut each other, share hectares that do not suffice for all, need each other or share a budget.</summary>
internal static class StackParts
{
    /// <summary>The parts, each with its options in order.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="budgets">Schemes whose budgets count.</param>
    public static List<int[]> Of(StackProblem problem, IReadOnlySet<int> budgets)
    {
        var options = problem.Options;
        var parent = Enumerable.Range(0, options.Length).ToArray();
        for (var i = 0; i < options.Length; i++)
            for (var j = i + 1; j < options.Length; j++)
                if (StackProblem.Conflict(problem.Inputs, options[i], options[j]) is not null) Join(i, j);
        JoinAll(k => budgets.Contains(options[k].Use.Scheme) ? (options[k].Use.Scheme, -1) : null);
        var limited = options.Where(option => option.CanBeCut).Select(option => option.Use.Measure).ToHashSet();
        JoinAll(k => limited.Contains(options[k].Use.Measure) && options[k].PublicMoney > 0 ? (-1, options[k].Use.Measure) : null);
        JoinAll(k => limited.Contains(options[k].Use.Measure) && options[k].CanBeCut ? (-1, options[k].Use.Measure) : null);
        foreach (var land in Enumerable.Range(0, options.Length).Where(k => options[k].Hectares > 0).GroupBy(k => problem.LandOf(options[k])))
            if (land.DistinctBy(k => options[k].Use.Measure).Sum(k => options[k].Hectares) > problem.HectaresFree(options[land.First()])) foreach (var k in land) Join(land.First(), k);
        JoinNeeds();
        return [.. Enumerable.Range(0, options.Length).GroupBy(Root).Select(part => part.ToArray())];

        int Root(int k)
        {
            while (parent[k] != k) k = parent[k] = parent[parent[k]];
            return k;
        }

        void Join(int i, int j)
        {
            var (a, b) = (Root(i), Root(j));
            parent[Math.Max(a, b)] = Math.Min(a, b);
        }

        void JoinAll(Func<int, (int, int)?> key)
        {
            foreach (var group in Enumerable.Range(0, options.Length).Where(k => key(k) is not null).GroupBy(key)) foreach (var k in group) Join(group.First(), k);
        }

        void JoinNeeds()
        {
            for (var i = 0; i < options.Length; i++)
                foreach (var id in problem.Inputs.Schemes[options[i].Use.Scheme].Rules.Requires)
                    for (var j = 0; j < options.Length; j++)
                        if (options[j].Use.Party == options[i].Use.Party && problem.Inputs.Schemes[options[j].Use.Scheme].Id == id) Join(i, j);
        }
    }
}
