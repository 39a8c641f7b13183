using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Turns one effect of a measure into a <see cref="MeasureEffect"/>.</summary>
internal static class MeasureEffectReader
{
    private static readonly string[] Subjects = ["land_cover", "resistance", "resistance_times", "habitat_quality", "pressure"];

    public static MeasureEffect From(YamlNode node, string measure, MeasureKind kind)
    {
        node.AllowOnly([.. Subjects, "amount_per_unit"]);
        var present = Subjects.Where(subject => node.Optional(subject) is not null).ToArray();
        if (present.Length != 1) throw node.Error($"an effect in {node.Key} must have exactly one of {string.Join(", ", Subjects)}; got {(present.Length == 0 ? "none" : string.Join(" and ", present))}.");
        if (present[0] != "pressure" && node.Optional("amount_per_unit") is { } stray) throw stray.Error($"{stray.Key} goes with a pressure only.");
        var subject = node.Required(present[0]);
        return present[0] switch
        {
            "land_cover" => new LandCoverBecomes(MeasureWords.Kind(subject)),
            "resistance" => new ResistanceBecomes(subject.AsNumber("a resistance above 0", number => number > 0)),
            "resistance_times" => new ResistanceMultiplied(subject.AsNumber("a number above 0", number => number > 0)),
            "habitat_quality" => new HabitatQualityBecomes(subject.AsNumber("a number from 0 to 1", number => number is >= 0 and <= 1)),
            _ => Relief(node, subject, measure, kind),
        };
    }

    private static PressureRelief Relief(YamlNode node, YamlNode subject, string measure, MeasureKind kind)
    {
        var pressure = subject.AsText();
        if (!Pressures.All.Contains(pressure)) throw subject.Wrong(subject.Key, $"one of {string.Join(", ", Pressures.All)}");
        if (Pressures.IsDeposition(pressure) && kind != MeasureKind.Source)
            throw subject.Error($"{measure} is a {(kind == MeasureKind.System ? "system" : "bridging")} measure, so it cannot lower {pressure}: only a source measure lowers a deposition.");
        return new(pressure, MeasureWords.Number(node.Required("amount_per_unit"), "a number above 0", number => number > 0));
    }
}
