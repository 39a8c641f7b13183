namespace Bocage.Planning.Tests;

/// <summary>Tries every set of uses; lawful by the words of <see cref="SchemeRules"/>, in money by <see cref="BusinessCase"/>. Slow, and its own.</summary>
internal sealed class EveryStack
{
    private readonly BusinessCaseInputs inputs;
    private readonly SchemeUse[] uses;
    private readonly double[] without;

    public EveryStack(BusinessCaseInputs inputs, IEnumerable<SchemeUse> uses)
    {
        this.inputs = inputs;
        this.uses = [.. uses];
        without = Worth([]);
        var apart = new int[this.uses.Length];
        for (var i = 0; i < apart.Length; i++) for (var j = 0; j < apart.Length; j++) if (i != j && !GoTogether(this.uses[i], this.uses[j])) apart[i] |= 1 << j;
        for (var mask = 0; mask < 1 << apart.Length; mask++)
        {
            if (Enumerable.Range(0, apart.Length).Any(k => (mask >> k & 1) != 0 && (apart[k] & mask) != 0)) continue;
            SchemeUse[] set = [.. this.uses.Where((_, k) => (mask >> k & 1) != 0)];
            if (IsLawful(set)) Lawful.Add((set, [.. Worth(set).Zip(without, (with, none) => with - none)]));
        }
    }

    /// <summary>All lawful sets, with what each is worth to each party.</summary>
    public List<(SchemeUse[] Uses, double[] Values)> Lawful { get; } = [];

    public bool IsLawful(SchemeUse[] set)
    {
        foreach (var one in set) foreach (var other in set) if (one != other && !GoTogether(one, other)) return false;
        foreach (var use in set)
            foreach (var id in inputs.Schemes[use.Scheme].Rules.Requires) if (!set.Any(other => other.Party == use.Party && inputs.Schemes[other.Scheme].Id == id)) return false;
        foreach (var land in inputs.Lands)
            if (set.Where(use => use.Measure >= 0 && inputs.Schemes[use.Scheme].Rules.OncePerHectare && inputs.Measures[use.Measure].Land == land.Id).Sum(use => inputs.Measures[use.Measure].Hectares) > land.AreaHa + 1e-9) return false;
        var plan = BusinessCase.Of(inputs, set);
        if (plan.CutAway.Count > 0) return false;
        for (var scheme = 0; scheme < inputs.Schemes.Count; scheme++)
        {
            var total = 0.0;
            for (var year = 0; year <= inputs.Setting.Years; year++)
            {
                var spent = plan.Lines.Where(line => line.Scheme == scheme && line.IsMirror).Sum(line => Math.Max(0, -line.Amounts[year]));
                if (spent > (inputs.Schemes[scheme].BudgetPerYear ?? double.PositiveInfinity) * (1 + 1e-9)) return false;
                total += spent;
            }

            if (total > (inputs.Schemes[scheme].BudgetTotal ?? double.PositiveInfinity) * (1 + 1e-9)) return false;
        }

        return true;
    }

    private double[] Worth(SchemeUse[] set)
    {
        var plan = BusinessCase.Of(inputs, set);
        return [.. Enumerable.Range(0, inputs.GivenParties.Count).Select(party => plan.Parties[party].NetPresentValue)];
    }

    private bool GoTogether(SchemeUse one, SchemeUse other)
    {
        if (one.Scheme == other.Scheme) return one.Party != other.Party || one.Measure != other.Measure;
        bool meet;
        if (one.Measure < 0 || other.Measure < 0) meet = one.Party == other.Party;
        else meet = one.Measure == other.Measure || (inputs.Measures[one.Measure].Land is not null && inputs.Measures[one.Measure].Land == inputs.Measures[other.Measure].Land);
        if (!meet) return true;
        var (a, b) = (inputs.Schemes[one.Scheme], inputs.Schemes[other.Scheme]);
        if (a.Rules.Excludes.Contains(b.Id) || b.Rules.Excludes.Contains(a.Id)) return false;
        if (a.Rules.StacksOnlyWith is { } only && !only.Contains(b.Id)) return false;
        if (b.Rules.StacksOnlyWith is { } onlyToo && !onlyToo.Contains(a.Id)) return false;
        if ((a.Rules.ExcludesOtherPublicMoney && b.IsPublic) || (b.Rules.ExcludesOtherPublicMoney && a.IsPublic)) return false;
        if (one.Measure >= 0 && one.Measure == other.Measure && a.Reward is ResultPayment x && b.Reward is ResultPayment y && x.Result == y.Result && (a.Rules.OncePerResult || b.Rules.OncePerResult)) return false;
        return !a.Rules.OncePerHectare || !b.Rules.OncePerHectare || (one.Measure >= 0 && other.Measure >= 0 && one.Measure != other.Measure);
    }
}
