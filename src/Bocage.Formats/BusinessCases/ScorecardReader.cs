using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Turns one entry of a file of schemes into a <see cref="Scorecard"/>, or says in one sentence what is wrong.</summary>
internal static class ScorecardReader
{
    public static Scorecard From(string id, YamlNode node)
    {
        node.AllowOnly("name", "kpis", "sources");
        var kpis = node.Required("kpis");
        if (kpis.AsMapping().Count == 0) throw kpis.Error($"{kpis.Key} must hold at least one indicator; got an empty mapping.");
        return new()
        {
            Id = MeasureWords.Id(id, node, "scorecard"),
            Name = MeasureWords.Text(node.Required("name")),
            Kpis = [.. kpis.AsMapping().Select(pair => Kpi(MeasureWords.Id(pair.Key, pair.Value, "indicator"), pair.Value))],
            Sources = MeasureWords.Sources(node.Required("sources")),
        };
    }

    private static Kpi Kpi(string id, YamlNode node)
    {
        node.AllowOnly("name", "unit", "better", "steps", "threshold", "target", "points", "number_of_steps");
        var isMore = MeasureWords.OneOf(node.Required("better"), ("more", true), ("less", false));
        return new()
        {
            Id = id,
            Name = MeasureWords.Text(node.Required("name")),
            Unit = node.Required("unit").AsText(),
            IsMoreBetter = isMore,
            Steps = Steps(node, isMore),
        };
    }

    private static IReadOnlyList<KpiStep> Steps(YamlNode node, bool isMore)
    {
        var (steps, threshold) = (node.Optional("steps"), node.Optional("threshold"));
        if ((steps is null) == (threshold is null))
        {
            throw node.Error(steps is null
                ? $"{node.Key} has no threshold: give steps, or threshold, target, points and number_of_steps."
                : $"{node.Key} must have either steps or a threshold; got both.");
        }

        if (threshold is not null) return Equal(node, threshold, isMore);
        foreach (var key in new[] { "target", "points", "number_of_steps" })
            if (node.Optional(key) is { } stray) throw stray.Error($"{stray.Key} goes with a threshold only.");
        KpiStep? before = null;
        return MeasureWords.AtLeastOne(steps!, item =>
        {
            item.AllowOnly("value", "points");
            var step = new KpiStep(item.Required("value").AsNumber("a number", _ => true), Points(item.Required("points")));
            if (before is not null && (step.Points < before.Points || !(isMore ? step.Value > before.Value : step.Value < before.Value)))
                throw item.Error(FormattableString.Invariant($"the steps of {node.Key} must go from the threshold to the target, where {(isMore ? "more" : "less")} is better, points never falling; got {step.Value} with {step.Points} points after {before.Value} with {before.Points}."));
            return before = step;
        });
    }

    // From the threshold to the target at equal distances; each brings an equal part of the points, so that the last brings all.
    private static KpiStep[] Equal(YamlNode node, YamlNode first, bool isMore)
    {
        var threshold = first.AsNumber("a number", _ => true);
        var last = node.Required("target");
        var target = last.AsNumber("a number", _ => true);
        if (!(isMore ? target > threshold : target < threshold)) throw last.Error(FormattableString.Invariant($"{last.Key} must be {(isMore ? "above" : "below")} the threshold, {threshold}, because {(isMore ? "more" : "less")} is better; got {target}."));
        var points = Points(node.Required("points"));
        var count = (int)node.Required("number_of_steps").AsNumber("a whole number from 2 to 100", number => number is >= 2 and <= 100 && number == Math.Round(number));
        return [.. Enumerable.Range(0, count).Select(k => new KpiStep(k == count - 1 ? target : threshold + (target - threshold) * k / (count - 1), points * (k + 1) / count))];
    }

    private static double Points(YamlNode node) => node.AsNumber("a number of points, 0 or more", points => points >= 0);
}
