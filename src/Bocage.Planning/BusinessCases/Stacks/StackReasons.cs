namespace Bocage.Planning;

/// <summary>Says why an option is not in a stack: the first rule that is in its way when it is added, or that it is worth less.</summary>
/// <param name="problem">The problem.</param>
/// <param name="chosen">The stacks of all parties.</param>
internal sealed class StackReasons(StackProblem problem, StackOption[] chosen)
{
    /// <summary>The reason for a scheme and measure of which no variant is chosen.</summary>
    /// <param name="variants">Its options, at least one.</param>
    public SchemeRefusal Of(IEnumerable<StackOption> variants)
    {
        SchemeRefusal? first = null;
        foreach (var option in variants.OrderByDescending(option => option.Value).ThenBy(option => option.Use.Variant))
        {
            var refusal = Of(option);
            if (refusal.Kind == SchemeRefusalKind.WorthLess) return refusal;
            first ??= refusal;
        }

        return first!;
    }

    private SchemeRefusal Of(StackOption option)
    {
        var use = option.Use;
        if (option.Value < 0) return new(use, SchemeRefusalKind.CostsMoney) { Limit = 0, Given = option.Value };
        foreach (var kind in new[] { SchemeRefusalKind.Excluded, SchemeRefusalKind.OtherPublicMoney, SchemeRefusalKind.SameHectare, SchemeRefusalKind.SameResult })
            if (chosen.FirstOrDefault(other => StackProblem.Conflict(problem.Inputs, option, other) == kind) is { } other) return new(use, kind) { Other = other.Use.Scheme };
        StackOption[] all = [.. chosen, option];
        if (problem.HectaresOverrun(all) is { } hectares)
            return new(use, SchemeRefusalKind.SameHectare) { Other = chosen.FirstOrDefault(other => problem.LandOf(other) == problem.LandOf(option))?.Use.Scheme ?? -1, What = nameof(MeasureUnit.Hectare), Limit = Land(option), Given = hectares.Hectares };
        if (StackProblem.SharesLeft(all) is not { } shares)
            return new(use, SchemeRefusalKind.PublicShare) { Limit = all.Where(other => other.Use.Measure == use.Measure).Min(other => other.PublicRoom), Given = StackProblem.PublicMoney(all, use.Measure) };
        if (problem.Overrun(all, shares) is { } over)
            return new(use, SchemeRefusalKind.Budget) { Other = over.Scheme, Limit = (over.Year < 0 ? problem.Inputs.Schemes[over.Scheme].BudgetTotal : problem.Inputs.Schemes[over.Scheme].BudgetPerYear)!.Value, Given = over.Spent };
        return problem.Need(option, all) is { } need && !CanComplete(all) ? new(use, SchemeRefusalKind.Requires) { Other = need } : new(use, SchemeRefusalKind.WorthLess) { Given = option.Value };
    }

    private double Land(StackOption option) => problem.Inputs.Measures[option.Use.Measure].Land is { } land ? problem.Inputs.Lands.First(other => other.Id == land).AreaHa : option.Hectares;

    // Whether everything that is needed can be added too.
    private bool CanComplete(StackOption[] all)
    {
        foreach (var option in all)
        {
            if (problem.Need(option, all) is not { } need) continue;
            return problem.Options.Any(other => other.Use.Scheme == need && other.Use.Party == option.Use.Party && !all.Any(third => StackProblem.Conflict(problem.Inputs, other, third) is not null) && CanComplete([.. all, other]));
        }

        return !double.IsNaN(problem.ValueOf(all));
    }
}
