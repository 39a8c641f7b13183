using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Turns one rule of a measure into an <see cref="ApplicabilityRule"/>.</summary>
internal static class MeasureRuleReader
{
    private static readonly string[] Subjects =
        ["land_cover", "not_land_cover", "groundwater_cm", "protected_distance_m", "size_ha", "length_m", "slope_percent", "soil", "owner", "attribute"];

    public static ApplicabilityRule From(YamlNode node)
    {
        node.AllowOnly([.. Subjects, "minimum_share", "maximum_share", "otherwise", "change_first"]);
        var present = Subjects.Where(subject => node.Optional(subject) is not null).ToArray();
        if (present.Length != 1) throw node.Error($"a rule in {node.Key} must have exactly one of {string.Join(", ", Subjects)}; got {(present.Length == 0 ? "none" : string.Join(" and ", present))}.");
        RefuseStray(node, "minimum_share", present[0] == "land_cover", "land_cover");
        RefuseStray(node, "maximum_share", present[0] == "not_land_cover", "not_land_cover");
        var rule = Subject(node, present[0], node.Required(present[0]));
        var otherwise = node.Optional("otherwise") is { } word ? MeasureWords.OneOf(word, ("never", Applicability.Never), ("not_yet", Applicability.NotYet)) : Applicability.Never;
        var first = node.Optional("change_first");
        if (first is not null && otherwise == Applicability.Never) throw first.Error($"{first.Key} goes with 'otherwise: not_yet' only: what can be changed is not never.");
        return rule with { Otherwise = otherwise, ChangeFirst = first is null ? null : MeasureWords.Text(first) };
    }

    private static ApplicabilityRule Subject(YamlNode node, string name, YamlNode subject) => name switch
    {
        "land_cover" => new LandCoverRequired(MeasureWords.AtLeastOne(subject, MeasureWords.Kind), node.Required("minimum_share").AsNumber("a share above 0 and at most 1", share => share is > 0 and <= 1)),
        "not_land_cover" => new LandCoverExcluded(MeasureWords.AtLeastOne(subject, MeasureWords.Kind), node.Required("maximum_share").AsNumber("a share from 0 to below 1", share => share is >= 0 and < 1)),
        "groundwater_cm" => Groundwater(subject),
        "protected_distance_m" => Positive(subject, (minimum, maximum) => new ProtectedDistanceRule(minimum, maximum)),
        "size_ha" => Positive(subject, (minimum, maximum) => new SizeRule(minimum, maximum)),
        "length_m" => Positive(subject, (minimum, maximum) => new LengthRule(minimum, maximum)),
        "slope_percent" => Positive(subject, (minimum, maximum) => new SlopeRule(minimum, maximum)),
        "soil" => Words(subject, [], (words, excludes) => new SoilRule(words, excludes)),
        "owner" => Words(subject, [], (words, excludes) => new OwnershipRule(words, excludes)),
        _ => Words(subject, ["name"], (words, excludes) => new AttributeRule(subject.Required("name").AsText(), words, excludes)),
    };

    private static void RefuseStray(YamlNode node, string key, bool isAllowed, string owner)
    {
        if (!isAllowed && node.Optional(key) is { } stray) throw stray.Error($"{stray.Key} goes with {owner} only.");
    }

    private static GroundwaterRule Groundwater(YamlNode node)
    {
        node.AllowOnly("season", "minimum", "maximum");
        var season = node.Optional("season") is { } word
            ? MeasureWords.OneOf(word, ("mean", GroundwaterSeason.Mean), ("winter", GroundwaterSeason.Winter), ("summer", GroundwaterSeason.Summer))
            : GroundwaterSeason.Mean;
        var (minimum, maximum) = Range(node, "a number of centimetres below the surface", _ => true);
        return new(season, minimum, maximum);
    }

    private static ApplicabilityRule Positive(YamlNode node, Func<double?, double?, ApplicabilityRule> make)
    {
        node.AllowOnly("minimum", "maximum");
        var (minimum, maximum) = Range(node, "a number, 0 or more", number => number >= 0);
        return make(minimum, maximum);
    }

    private static (double? Minimum, double? Maximum) Range(YamlNode node, string expected, Func<double, bool> isAllowed)
    {
        var (minimum, maximum) = (node.Optional("minimum")?.AsNumber(expected, isAllowed), node.Optional("maximum")?.AsNumber(expected, isAllowed));
        if (minimum is null && maximum is null) throw node.Error($"{node.Key} must have a minimum, a maximum or both.");
        return minimum > maximum
            ? throw node.Error(FormattableString.Invariant($"the minimum of {node.Key} must not be above its maximum; got {minimum} and {maximum}."))
            : (minimum, maximum);
    }

    private static ApplicabilityRule Words(YamlNode node, IReadOnlyCollection<string> more, Func<IReadOnlyList<string>, bool, ApplicabilityRule> make)
    {
        node.AllowOnly([.. more, "any_of", "none_of"]);
        var (any, none) = (node.Optional("any_of"), node.Optional("none_of"));
        if ((any is null) == (none is null)) throw node.Error($"{node.Key} must have either any_of or none_of.");
        return make(MeasureWords.AtLeastOne((any ?? none)!, item => item.AsText()), none is not null);
    }
}
