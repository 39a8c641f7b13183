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
    private readonly int[] members;
    private readonly double[] weights;
    private readonly double free;
    private readonly Kind kind;

    private StackGroup(StackOption[] options, int[] members, ulong[][] conflicts, Kind kind, Func<StackOption, double> weight, double free)
    {
        (this.options, this.members, this.kind, this.free) = (options, members, kind, free);
        weights = [.. options.Select(weight)];
        cliques = Cliques(members.OrderByDescending(k => options[k].Value), conflicts);
        byRatio = [.. members.Where(k => options[k].Value > 0).OrderByDescending(k => options[k].Value / weights[k])];
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
    /// <param name="open">Options that can still be taken.</param>
    /// <param name="held">Options that are taken.</param>
    public double Bound(ulong[] open, ulong[] held)
    {
        var sum = 0.0;
        foreach (var clique in cliques)
            foreach (var k in clique)
                if (IsIn(open, k))
                {
                    sum += Math.Max(0, options[k].Value);
                    break;
                }

        if (kind == Kind.None) return sum;
        var (left, uncut) = (kind == Kind.Limit ? free : double.PositiveInfinity, 0.0);
        foreach (var k in members)
        {
            if (!IsIn(held, k)) continue;
            if (kind == Kind.PublicMoney) left = Math.Min(left, options[k].PublicRoom);
            else left -= weights[k];
            uncut += options[k].Value;
        }

        if (double.IsPositiveInfinity(left)) return sum;
        return kind == Kind.Limit ? Math.Min(sum, Filled(open, null, left)) : Math.Min(sum, Filled(open, held, left) - uncut);
    }

    private double Filled(ulong[] open, ulong[]? held, double left)
    {
        var value = 0.0;
        foreach (var k in byRatio)
        {
            if (!IsIn(open, k) && (held is null || !IsIn(held, k))) continue;
            if (weights[k] > 0 && weights[k] >= left) return value + Math.Max(0, options[k].Value * left / weights[k]);
            left -= weights[k];
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
