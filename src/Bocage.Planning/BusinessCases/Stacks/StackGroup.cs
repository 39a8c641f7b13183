namespace Bocage.Planning;

/// <summary>Options of a part for which one bound is worked out together: those that share a limit, laid in cliques of options that exclude each other.</summary>
/// <remarks>
/// The limit is, in this order, the public money for a measure, the hectares of a land, the total budget of a scheme, or none. Bound = the least of Σ over cliques of the best open option, and of the options in the order of value per unit of
/// the limit, the last one in part, until it is used up. With a limit on public money all of the group count, chosen or not, once a scheme with such a limit is chosen: what is paid in the end is a part of each payment.
/// </remarks>
internal sealed class StackGroup
{
    private readonly StackOption[] options;
    private readonly int[][] cliques;
    private readonly int[] byRatio;
    private readonly Func<StackOption, double> weight;
    private readonly double free;
    private readonly Kind kind;

    private StackGroup(StackOption[] options, int[] members, ulong[][] conflicts, Kind kind, Func<StackOption, double> weight, double free)
    {
        (this.options, this.kind, this.weight, this.free) = (options, kind, weight, free);
        cliques = Cliques(members.OrderByDescending(k => options[k].Value), conflicts);
        byRatio = [.. members.Where(k => options[k].Value > 0).OrderByDescending(k => options[k].Value / weight(options[k]))];
    }

    private enum Kind
    {
        None,
        PublicMoney,
        Limit,
    }

    /// <summary>The groups of some options.</summary>
    public static StackGroup[] Of(StackProblem problem, StackOption[] options, ulong[][] conflicts, HashSet<int> budgets)
    {
        var limited = options.Where(option => option.CanBeCut).Select(option => option.Use.Measure).ToHashSet();
        return [.. Enumerable.Range(0, options.Length).GroupBy(KeyOf).Select(group => GroupOf(group.Key, [.. group]))];

        (Kind, string) KeyOf(int k)
        {
            var option = options[k];
            if (limited.Contains(option.Use.Measure) && (option.PublicMoney > 0 || option.CanBeCut)) return (Kind.PublicMoney, $"{option.Use.Measure}");
            if (problem.LandOf(option) is { } land) return (Kind.Limit, land);
            return budgets.Contains(option.Use.Scheme) ? (Kind.Limit, $"\0\0{option.Use.Scheme}") : (Kind.None, "");
        }

        StackGroup GroupOf((Kind Kind, string Name) key, int[] group)
        {
            var first = options[group[0]];
            if (key.Kind == Kind.None) return new(options, group, conflicts, Kind.None, _ => 0, double.PositiveInfinity);
            if (key.Kind == Kind.PublicMoney) return new(options, group, conflicts, Kind.PublicMoney, option => option.PublicMoney, double.NaN);
            if (first.Hectares > 0) return new(options, group, conflicts, Kind.Limit, option => option.Hectares, problem.HectaresFree(first));
            // Of a budget the limit that is tightest for all of them together.
            var (year, free) = problem.BudgetsOf(first.Use.Scheme).MinBy(limit => group.Sum(k => StackProblem.SpentIn(options[k], limit.Year)) is > 0 and var all ? limit.Free / all : double.PositiveInfinity);
            return new(options, group, conflicts, Kind.Limit, option => StackProblem.SpentIn(option, year), free);
        }
    }

    /// <summary>The most that open options of the group can add to what chosen ones are worth uncut, €.</summary>
    public double Bound(ulong[] open, List<int> chosen, StackOption[] taken)
    {
        var sum = 0.0;
        foreach (var clique in cliques)
            foreach (var k in clique)
                if (IsIn(open, k))
                {
                    sum += Math.Max(0, options[k].Value);
                    break;
                }

        if (kind == Kind.Limit && sum > 0)
        {
            var left = free;
            foreach (var k in chosen) if (Array.IndexOf(byRatio, k) >= 0) left -= weight(options[k]);
            return Math.Min(sum, Filled(k => IsIn(open, k), left));
        }

        if (kind != Kind.PublicMoney) return sum;
        var room = double.PositiveInfinity;
        foreach (var option in taken) if (option.CanBeCut && option.Use.Measure == options[cliques[0][0]].Use.Measure) room = Math.Min(room, option.PublicRoom);
        if (double.IsPositiveInfinity(room)) return sum;
        var uncut = 0.0;
        foreach (var k in chosen) if (Array.IndexOf(byRatio, k) >= 0) uncut += options[k].Value;
        return Math.Min(sum, Filled(k => IsIn(open, k) || chosen.Contains(k), room) - uncut);
    }

    private double Filled(Func<int, bool> counts, double left)
    {
        var value = 0.0;
        foreach (var k in byRatio)
        {
            if (!counts(k)) continue;
            var needed = weight(options[k]);
            if (needed > 0 && needed >= left) return value + Math.Max(0, options[k].Value * left / needed);
            left -= needed;
            value += options[k].Value;
        }

        return value;
    }

    private static int[][] Cliques(IEnumerable<int> members, ulong[][] conflicts)
    {
        var cliques = new List<List<int>>();
        foreach (var k in members)
        {
            if (cliques.Find(clique => clique.TrueForAll(other => IsIn(conflicts[k], other))) is { } home) home.Add(k);
            else cliques.Add([k]);
        }

        return [.. cliques.Select(clique => clique.ToArray())];
    }

    private static bool IsIn(ulong[] bits, int k) => (bits[k >> 6] >> k & 1) != 0;
}
