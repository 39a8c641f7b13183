namespace Bocage.Planning;

/// <summary>Options of a part that share a limit: public money for a measure, the hectares of a land, or a budget of a scheme.</summary>
/// <remarks>
/// Bound: the options in the order of value per unit of the limit, the last one in part, until it is used up. A limit on public money is in force once a scheme with such a limit is taken; then all of the group count, taken or not,
/// as what is paid in the end is a part of each payment.
/// </remarks>
internal sealed class StackGroup
{
    private readonly StackOption[] options;
    private readonly int[] members;
    private readonly int[] byRatio;
    private readonly double[] weights;
    private readonly double free;
    private readonly bool isPublicMoney;

    private StackGroup(StackOption[] options, int[] members, bool isPublicMoney, Func<StackOption, double> weight, double free)
    {
        (this.options, this.members, this.isPublicMoney, this.free) = (options, members, isPublicMoney, free);
        weights = [.. options.Select(weight)];
        byRatio = [.. members.Where(k => options[k].Value > 0).OrderByDescending(k => options[k].Value / weights[k])];
        Bits = new ulong[(options.Length + 63) >> 6];
        foreach (var k in members) Bits[k >> 6] |= 1UL << k;
    }

    /// <summary>Its options.</summary>
    public ulong[] Bits { get; }

    /// <summary>The groups of some options, each of which is in one at most.</summary>
    public static StackGroup[] Of(StackProblem problem, StackOption[] options, HashSet<int> budgets)
    {
        var limited = options.Where(option => option.CanBeCut).Select(option => option.Use.Measure).ToHashSet();
        return [.. Enumerable.Range(0, options.Length).GroupBy(KeyOf).Where(group => group.Key is not null).Select(group => GroupOf([.. group]))];

        string? KeyOf(int k)
        {
            if (IsPublicMoney(options[k])) return $"money {options[k].Use.Measure}";
            if (problem.LandOf(options[k]) is { } land) return $"land {land}";
            return budgets.Contains(options[k].Use.Scheme) ? $"budget {options[k].Use.Scheme}" : null;
        }

        bool IsPublicMoney(StackOption option) => limited.Contains(option.Use.Measure) && (option.PublicMoney > 0 || option.CanBeCut);

        StackGroup GroupOf(int[] group)
        {
            var first = options[group[0]];
            if (IsPublicMoney(first)) return new(options, group, true, option => option.PublicMoney, double.PositiveInfinity);
            if (first.Hectares > 0) return new(options, group, false, option => option.Hectares, problem.HectaresFree(first));
            // Of a budget the limit that is tightest for all of them together.
            var (year, free) = problem.BudgetsOf(first.Use.Scheme).MinBy(limit => group.Sum(k => StackProblem.SpentIn(options[k], limit.Year)) is > 0 and var all ? limit.Free / all : double.PositiveInfinity);
            return new(options, group, false, option => StackProblem.SpentIn(option, year), free);
        }
    }

    /// <summary>The most that open options of the group can add to what its taken ones are worth uncut, €; ∞ where no limit is in force.</summary>
    /// <param name="open">Options that can still be taken.</param>
    /// <param name="held">Options that are taken.</param>
    public double Bound(ulong[] open, ulong[] held)
    {
        var (left, uncut) = (free, 0.0);
        foreach (var k in members)
        {
            if (!IsIn(held, k)) continue;
            if (isPublicMoney) left = Math.Min(left, options[k].PublicRoom);
            else left -= weights[k];
            uncut += options[k].Value;
        }

        if (double.IsPositiveInfinity(left)) return left;
        return isPublicMoney ? Filled(open, held, left) - uncut : Filled(open, null, left);
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

    private static bool IsIn(ulong[] bits, int k) => (bits[k >> 6] >> k & 1) != 0;
}
