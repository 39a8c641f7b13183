namespace Bocage.Planning;

/// <summary>Finds rules of schemes that contradict themselves.</summary>
public static class SchemeRuleCheck
{
    /// <summary>Checks the rules of all schemes against each other.</summary>
    /// <exception cref="ArgumentException">A scheme names one that is not there, excludes or requires itself, excludes what it requires, or requires itself by way of others.</exception>
    internal static void Of(IReadOnlyList<Scheme> schemes)
    {
        if (FirstFault(schemes) is { } fault) throw new ArgumentException(fault.Sentence);
    }

    /// <summary>The first contradiction, or null: the scheme, the rule (excludes, stacks_only_with, requires) and a sentence.</summary>
    public static (string Scheme, string Rule, string Sentence)? FirstFault(IReadOnlyList<Scheme> schemes)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        var byId = new Dictionary<string, Scheme>();
        foreach (var scheme in schemes) byId.TryAdd(scheme.Id, scheme);
        foreach (var scheme in schemes)
        {
            foreach (var (rule, ids) in new[] { ("excludes", scheme.Rules.Excludes), ("stacks_only_with", scheme.Rules.StacksOnlyWith ?? []), ("requires", scheme.Rules.Requires) })
            {
                if (rule != "stacks_only_with" && ids.Contains(scheme.Id)) return (scheme.Id, rule, $"{scheme.Id} {rule} itself.");
                if (ids.FirstOrDefault(id => !byId.ContainsKey(id)) is { } unknown) return (scheme.Id, rule, $"{scheme.Id} {(rule == "stacks_only_with" ? "stacks only with" : rule)} {unknown}, which is no scheme here.");
            }

            if (scheme.Rules.Requires.FirstOrDefault(id => Excludes(scheme, byId[id])) is { } both) return (scheme.Id, "requires", $"{scheme.Id} requires {both}, with which it does not go.");
        }

        return schemes.Select(scheme => Circle(scheme, byId)).FirstOrDefault(circle => circle is not null) is { } path
            ? (path[0], "requires", $"the rules go in a circle: {string.Join(" requires ", path)}.")
            : null;
    }

    /// <summary>Whether two schemes never go together, by the word of either.</summary>
    public static bool Excludes(Scheme one, Scheme other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Rules.Excludes.Contains(other.Id) || other.Rules.Excludes.Contains(one.Id)
            || one.Rules.StacksOnlyWith?.Contains(other.Id) == false || other.Rules.StacksOnlyWith?.Contains(one.Id) == false
            || (one.Rules.ExcludesOtherPublicMoney && other.IsPublic) || (other.Rules.ExcludesOtherPublicMoney && one.IsPublic);
    }

    // Depth first, from the scheme back to itself.
    private static List<string>? Circle(Scheme start, Dictionary<string, Scheme> byId)
    {
        var path = new List<string> { start.Id };
        var done = new HashSet<string>();
        return Find(start) ? path : null;

        bool Find(Scheme scheme)
        {
            foreach (var id in scheme.Rules.Requires)
            {
                if (id == start.Id)
                {
                    path.Add(id);
                    return true;
                }

                if (!done.Add(id)) continue;
                path.Add(id);
                if (Find(byId[id])) return true;
                path.RemoveAt(path.Count - 1);
            }

            return false;
        }
    }
}
