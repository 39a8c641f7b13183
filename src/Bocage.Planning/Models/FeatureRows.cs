namespace Bocage.Planning;

/// <summary>Rows for objectives over features.</summary>
internal static class FeatureRows
{
    /// <summary>Σ amount · x ≥ target for each feature with a target.</summary>
    public static void AddTargets(LinearModel model, FeatureAmounts amounts)
    {
        var holders = Holders(amounts);
        for (var feature = 0; feature < holders.Length; feature++)
            if (amounts.Features[feature].Target is > 0 and var target) model.Row(holders[feature], target, double.PositiveInfinity);
    }

    /// <summary>weight · s for each feature with a target, with Σ amount · x + target · s ≥ target and 0 ≤ s ≤ 1: s is pressed down to shortfall / target.</summary>
    public static void AddShortfalls(LinearModel model, FeatureAmounts amounts)
    {
        var holders = Holders(amounts);
        for (var feature = 0; feature < holders.Length; feature++)
        {
            if (amounts.Features[feature].Target is not (> 0 and var target)) continue;
            holders[feature].Add(new(model.Continuous(0, 1, amounts.Features[feature].Weight), target));
            model.Row(holders[feature], target, double.PositiveInfinity);
        }
    }

    /// <summary>weight · c for each feature, with c ≤ Σ x over the units that hold any of it and 0 ≤ c ≤ 1: c is pushed up to 1 when one of them is chosen.</summary>
    public static void AddCover(LinearModel model, FeatureAmounts amounts)
    {
        var holders = Holders(amounts);
        for (var feature = 0; feature < holders.Length; feature++)
        {
            var covered = model.Continuous(0, 1, amounts.Features[feature].Weight);
            model.Row([.. holders[feature].Select(term => new LinearTerm(term.Unit, 1)), new(covered, -1)], 0, double.PositiveInfinity);
        }
    }

    /// <summary>The units that hold a feature, with what they hold.</summary>
    public static List<LinearTerm>[] Holders(FeatureAmounts amounts)
    {
        var holders = new List<LinearTerm>[amounts.Features.Length];
        for (var feature = 0; feature < holders.Length; feature++) holders[feature] = [];
        for (var unit = 0; unit < amounts.UnitCount; unit++)
        {
            var features = amounts.FeaturesOf(unit);
            var held = amounts.AmountsOf(unit);
            for (var entry = 0; entry < features.Length; entry++) if (held[entry] > 0) holders[features[entry]].Add(new(unit, held[entry]));
        }
        return holders;
    }
}
