using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Reads the details of planned measures, which stand in files of parties and in plans made by hand.</summary>
internal static class PlannedMeasureReader
{
    /// <summary>The keys of details.</summary>
    public static readonly string[] Keys = ["party", "start_year", "lifetime_years", "renewed", "ramp_up_percent", "area_ha", "pieces", "length_m", "places", "land", "results", "facts", "benefits"];

    public static PlannedMeasureDetails Details(YamlNode node, CaseSetting setting)
    {
        var renewed = node.Optional("renewed");
        var lifetime = node.Optional("lifetime_years");
        if (renewed is not null && lifetime is null && CaseWords.Flag(renewed)) throw renewed.Error($"{renewed.Key} goes with lifetime_years: what never ends is not made anew.");
        return new(node)
        {
            Party = node.Optional("party")?.AsText(),
            StartYear = node.Optional("start_year") is { } start ? StartYear(start, setting) : null,
            LifetimeYears = lifetime is null ? null : CaseWords.Years(lifetime, 1, 1000),
            IsRenewed = renewed is null ? null : CaseWords.Flag(renewed),
            AreaHa = node.Optional("area_ha")?.AsNumber("a number of hectares above 0", area => area > 0),
            Pieces = node.Optional("pieces")?.AsNumber("a number of pieces above 0", pieces => pieces > 0),
            LengthM = node.Optional("length_m")?.AsNumber("a number of metres above 0", metres => metres > 0),
            Places = CaseWords.Places(node.Optional("places")),
            Land = node.Optional("land")?.AsText(),
            RampUp = node.Optional("ramp_up_percent") is { } rampUp ? MeasureWords.AtLeastOne(rampUp, CaseWords.Share) : null,
            Results = CaseWords.Named(node.Optional("results"), "result", result => MeasureWords.Estimate(result, "a number per unit and year, 0 or more, or the word unknown")),
            Facts = CaseWords.Named(node.Optional("facts"), "fact", CaseWords.Fact),
            Benefits = node.Optional("benefits") is { } benefits ? [.. benefits.AsList().Select(Benefit)] : null,
        };
    }

    /// <summary>Lands by name; several files may give some, but no name twice.</summary>
    public static IReadOnlyList<Land> Lands(YamlNode? node, IReadOnlyList<Land> before) =>
        node is null ? before : [.. before, .. node.AsMapping().Select(pair => Land(pair.Key, pair.Value, before))];

    private static Land Land(string id, YamlNode node, IReadOnlyList<Land> before) =>
        before.Any(land => land.Id == id)
            ? throw node.Error($"{node.Key} stands in the file of parties too.")
            : new(MeasureWords.Id(id, node, "land"), node.AsNumber("a number of hectares above 0", area => area > 0));

    private static int StartYear(YamlNode node, CaseSetting setting)
    {
        var (first, last) = (setting.FirstYear, setting.FirstYear + setting.Years);
        return (int)node.AsNumber($"a year of the case, {first} to {last}", year => year >= first && year <= last && year == Math.Round(year)) - first;
    }

    private static PublicBenefit Benefit(YamlNode node)
    {
        node.AllowOnly("kind", "euros_per_unit_per_year", "source");
        var kind = MeasureWords.OneOf(
            node.Required("kind"), ("avoided_damage", PublicBenefitKind.AvoidedDamage), ("carbon", PublicBenefitKind.Carbon), ("health", PublicBenefitKind.Health), ("other", PublicBenefitKind.Other));
        return new(kind, MeasureWords.Estimate(node.Required("euros_per_unit_per_year"), MeasureWords.AmountOfEuros), MeasureWords.Source(node.Required("source")));
    }
}
