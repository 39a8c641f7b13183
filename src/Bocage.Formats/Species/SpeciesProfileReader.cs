using System.Globalization;
using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>Turns the YAML of a species profile into a <see cref="SpeciesProfile"/>, or says in one sentence what is wrong.</summary>
internal static class SpeciesProfileReader
{
    // The usual meaning of "largest dispersal distance": 1 in 20 gets further.
    private const double LargestDistanceProbability = 0.05;

    private static readonly string[] Keys =
    [
        "name", "description", "legend", "habitat", "minimum_patch_area_ha", "neighbours", "dispersal", "resistance", "other_classes",
        "maximum_link_m", "maximum_gap_m", "sources", "confidence",
    ];

    public static SpeciesProfile From(YamlNode root)
    {
        root.AllowOnly(Keys);
        var (distance, probability) = Dispersal(root.Required("dispersal"));
        var maximumLink = root.Optional("maximum_link_m")?.AsNumber("a number of effective metres above 0", number => number > 0)
            ?? DispersalKernel.NegativeExponential(distance, probability).DistanceAt(LargestDistanceProbability);
        var resistance = ResistanceByCode(root.Required("resistance"));
        var others = root.Optional("other_classes") is { } rest ? Resistance(rest) : (double?)null;
        return new(root.File)
        {
            Name = Text(root.Required("name")),
            Description = root.Optional("description") is { } description ? Text(description) : null,
            Legend = root.Optional("legend")?.AsText(),
            Habitat = root.Optional("habitat") is { } habitat ? Habitat(habitat, resistance, others) : [],
            MinimumPatchAreaHa = root.Optional("minimum_patch_area_ha")?.AsNumber("a number of hectares, 0 or more", number => number >= 0) ?? 0,
            Neighbours = root.Optional("neighbours") is { } neighbours ? Neighbours(neighbours) : Neighbourhood.Queen,
            DispersalDistanceM = distance,
            DispersalProbability = probability,
            Resistance = resistance,
            OtherClasses = others,
            MaximumLinkM = maximumLink,
            MaximumGapM = root.Optional("maximum_gap_m")?.AsNumber("a number of metres above 0", number => number > 0) ?? maximumLink,
            Sources = root.Optional("sources")?.AsList().Select(source => source.AsText()).ToArray() ?? [],
            Confidence = root.Optional("confidence") is { } confidence ? ConfidenceOf(confidence) : null,
        };
    }

    private static (double Distance, double Probability) Dispersal(YamlNode node)
    {
        node.AllowOnly("distance_m", "probability");
        return (
            node.Required("distance_m").AsNumber("a number of effective metres above 0", number => number > 0),
            node.Required("probability").AsNumber("a number between 0 and 1, both excluded", number => number is > 0 and < 1));
    }

    private static LocalizedText Text(YamlNode node)
    {
        if (node.Items is not null) throw node.Wrong(node.Key, "a text, or a text per language");
        if (node.Entries is null) return new(node.AsText());
        node.AllowOnly(LocalizedText.KnownLanguages);
        return node.Entries.Count == 0
            ? throw node.Error($"{node.Key} must be a text, or a text per language; got an empty mapping.")
            : new(node.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.AsText()));
    }

    private static int[] Habitat(YamlNode node, Dictionary<int, double> resistance, double? others)
    {
        var codes = node.AsList().Select(item => item.AsWholeNumber()).ToArray();
        if (codes.Length == 0) throw node.Error("habitat must be a list of at least one code; got an empty list.");
        for (var place = 0; place < codes.Length; place++)
        {
            if (codes.AsSpan(0, place).Contains(codes[place])) throw node.Items![place].Error($"habitat names code {codes[place]} twice.");
            if ((resistance.TryGetValue(codes[place], out var own) ? own : others) is double.NaN)
                throw node.Items![place].Error($"habitat names code {codes[place]}, which is a barrier by its resistance; habitat must have a number.");
        }

        return codes;
    }

    private static Neighbourhood Neighbours(YamlNode node) => node.Scalar switch
    {
        "8" => Neighbourhood.Queen,
        "4" => Neighbourhood.Rook,
        _ => throw node.Wrong(node.Key, "8 or 4"),
    };

    private static Dictionary<int, double> ResistanceByCode(YamlNode node)
    {
        var byCode = new Dictionary<int, double>();
        foreach (var (key, value) in node.AsMapping())
        {
            if (!int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code))
                throw value.Error($"the keys of resistance are class codes (whole numbers); got '{key}'.");
            if (!byCode.TryAdd(code, Resistance(value))) throw value.Error($"resistance names class {code} twice.");
        }

        return byCode.Count > 0 ? byCode : throw node.Error("resistance must name at least one class; got an empty mapping.");
    }

    private static double Resistance(YamlNode node) =>
        node.Scalar == "barrier" ? double.NaN : node.AsNumber("a number above 0 or the word barrier", number => number > 0);

    private static Confidence ConfidenceOf(YamlNode node) => node.Scalar switch
    {
        "low" => Confidence.Low,
        "medium" => Confidence.Medium,
        "high" => Confidence.High,
        _ => throw node.Wrong(node.Key, "low, medium or high"),
    };
}
