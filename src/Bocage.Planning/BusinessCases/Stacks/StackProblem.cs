namespace Bocage.Planning;

/// <summary>Which options go together: exclusions, hectares, public shares, needs and budgets; and what a choice of them is worth.</summary>
/// <remarks>Some options may be taken already (<paramref name="taken"/>): those that exclude one of them are left out, and their hectares and money are gone.</remarks>
internal sealed class StackProblem(BusinessCaseInputs inputs, IEnumerable<StackOption> options, IReadOnlyList<StackOption> taken)
{
    /// <summary>Of a payment cut to less than this share nothing is left.</summary>
    public const double Nothing = 1e-6;

    /// <summary>Sums of euros and hectares may pass a limit by this share of it: rounding.</summary>
    public const double Rounding = 1e-9;

    /// <summary>The case.</summary>
    public BusinessCaseInputs Inputs => inputs;

    /// <summary>What can be chosen.</summary>
    public StackOption[] Options { get; } = [.. options.Where(option => taken.All(other => Conflict(inputs, option, other) is null))];

    /// <summary>Why two options never go together; null when they may.</summary>
    /// <remarks>Two variants of one scheme for one measure are "worth less": only one can be had.</remarks>
    public static SchemeRefusalKind? Conflict(BusinessCaseInputs inputs, StackOption one, StackOption other)
    {
        var (a, b) = (one.Use, other.Use);
        var sameMeasure = a.Measure == b.Measure && a.Party == b.Party;
        if (a.Scheme == b.Scheme) return sameMeasure ? SchemeRefusalKind.WorthLess : null;
        var meetsAsParty = (a.Measure < 0 || b.Measure < 0) && a.Party == b.Party;
        if (!sameMeasure && !meetsAsParty && !(a.Measure >= 0 && b.Measure >= 0 && inputs.Measures[a.Measure].Land is { } land && land == inputs.Measures[b.Measure].Land)) return null;
        var (first, second) = (inputs.Schemes[a.Scheme], inputs.Schemes[b.Scheme]);
        if (SchemeRuleCheck.Excludes(first, second)) return SchemeRuleCheck.Excludes(BesidePublicMoney(first), BesidePublicMoney(second)) ? SchemeRefusalKind.Excluded : SchemeRefusalKind.OtherPublicMoney;
        if (sameMeasure && first.Reward is ResultPayment sold && second.Reward is ResultPayment bought && sold.Result == bought.Result && (first.Rules.OncePerResult || second.Rules.OncePerResult)) return SchemeRefusalKind.SameResult;
        return first.Rules.OncePerHectare && second.Rules.OncePerHectare && (sameMeasure || meetsAsParty) ? SchemeRefusalKind.SameHectare : null;
    }

    /// <summary>The land whose hectares an option takes, or its measure where that shares its land with none; null when it takes none.</summary>
    public string? LandOf(StackOption option) => option.Hectares == 0 ? null : inputs.Measures[option.Use.Measure].Land ?? $"\0{option.Use.Measure}";

    /// <summary>The hectares of the land of an option that are still free.</summary>
    public double HectaresFree(StackOption option)
    {
        var land = LandOf(option);
        var measure = inputs.Measures[option.Use.Measure];
        var all = measure.Land is null ? option.Hectares : inputs.Lands.First(other => other.Id == measure.Land).AreaHa;
        return all * (1 + Rounding) - taken.Where(other => LandOf(other) == land).Sum(other => other.Hectares);
    }

    /// <summary>The limits of the budget of a scheme, with what is still free: the total (year −1) and each year.</summary>
    public IEnumerable<(int Year, double Free)> BudgetsOf(int scheme)
    {
        var offered = inputs.Schemes[scheme];
        if (offered.BudgetTotal is { } total) yield return (-1, total * (1 + Rounding) - TakenIn(scheme, -1));
        if (offered.BudgetPerYear is { } perYear)
            for (var year = 0; year <= inputs.Setting.Years; year++) yield return (year, perYear * (1 + Rounding) - TakenIn(scheme, year));
    }

    /// <summary>What an option spends in a year, or in all (year −1), €.</summary>
    public static double SpentIn(StackOption option, int year) => year < 0 ? option.Spent.Sum() : option.Spent[year];

    /// <summary>Whether an option's scheme has what it needs among some options.</summary>
    public int? Need(StackOption option, IEnumerable<StackOption> chosen)
    {
        foreach (var id in inputs.Schemes[option.Use.Scheme].Rules.Requires)
            if (!chosen.Any(other => other.Use.Party == option.Use.Party && inputs.Schemes[other.Use.Scheme].Id == id)) return Enumerable.Range(0, inputs.Schemes.Count).First(scheme => inputs.Schemes[scheme].Id == id);
        return null;
    }

    /// <summary>The share of each option's payments that is left when public money passes what it may be; null when nothing is left of one.</summary>
    /// <remarks>Of the options for one measure whose scheme has such a limit, that of the least share is cut. Were that not enough nothing would be left of it: so no other is ever cut in a lawful stack.</remarks>
    public static double[]? SharesLeft(IReadOnlyList<StackOption> chosen)
    {
        var shares = new double[chosen.Count];
        Array.Fill(shares, 1);
        for (var k = 0; k < chosen.Count; k++)
        {
            if (!chosen[k].CanBeCut || !IsCutFirst(chosen, k)) continue;
            var excess = PublicMoney(chosen, chosen[k].Use.Measure) - chosen[k].PublicRoom;
            if (excess <= 0) continue;
            shares[k] = 1 - excess / chosen[k].PublicMoney;
            if (!(shares[k] > Nothing)) return null;
        }

        return shares;
    }

    /// <summary>Public money for a measure before any cut, €.</summary>
    public static double PublicMoney(IReadOnlyList<StackOption> chosen, int measure)
    {
        var sum = 0.0;
        foreach (var option in chosen) if (option.Use.Measure == measure) sum += option.PublicMoney;
        return sum;
    }

    /// <summary>The first limit of a budget that some options overrun; null when they keep all.</summary>
    public (int Scheme, int Year, double Spent)? Overrun(IReadOnlyList<StackOption> chosen, double[] shares)
    {
        foreach (var scheme in chosen.Select(option => option.Use.Scheme).Distinct())
            foreach (var (year, free) in BudgetsOf(scheme))
            {
                var spent = 0.0;
                for (var k = 0; k < chosen.Count; k++) if (chosen[k].Use.Scheme == scheme) spent += shares[k] * SpentIn(chosen[k], year);
                if (spent > free) return (scheme, year, spent);
            }

        return null;
    }

    /// <summary>The first land of which more hectares are paid for than are free, with those hectares; null when there is none.</summary>
    public (StackOption At, double Hectares)? HectaresOverrun(IReadOnlyList<StackOption> chosen)
    {
        foreach (var group in chosen.Where(option => option.Hectares > 0).GroupBy(LandOf))
            if (group.Sum(option => option.Hectares) is var sum && sum > HectaresFree(group.First())) return (group.First(), sum);
        return null;
    }

    /// <summary>What options that do not exclude each other are worth, €; NaN when they are not lawful.</summary>
    public double ValueOf(IReadOnlyList<StackOption> chosen, bool withBudgets = true)
    {
        foreach (var option in chosen) if (Need(option, chosen) is not null) return double.NaN;
        if (HectaresOverrun(chosen) is not null || SharesLeft(chosen) is not { } shares || (withBudgets && Overrun(chosen, shares) is not null)) return double.NaN;
        var value = 0.0;
        for (var k = 0; k < shares.Length; k++) value += shares[k] * chosen[k].Value;
        return value;
    }

    private static Scheme BesidePublicMoney(Scheme scheme) => scheme with { Rules = scheme.Rules with { ExcludesOtherPublicMoney = false } };

    // Of the limited options of its measure the one of the least share, then the first scheme.
    private static bool IsCutFirst(IReadOnlyList<StackOption> chosen, int k)
    {
        foreach (var other in chosen)
            if (other.Use.Measure == chosen[k].Use.Measure && other.CanBeCut && (other.PublicShare, other.Use.Scheme).CompareTo((chosen[k].PublicShare, chosen[k].Use.Scheme)) < 0) return false;
        return true;
    }

    private double TakenIn(int scheme, int year)
    {
        if (taken.Count == 0 || SharesLeft(taken) is not { } shares) return 0;
        var sum = 0.0;
        for (var k = 0; k < shares.Length; k++) if (taken[k].Use.Scheme == scheme) sum += shares[k] * SpentIn(taken[k], year);
        return sum;
    }
}
