using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>The words that files of business cases share.</summary>
internal static class CaseWords
{
    private static readonly (string Word, PartyKind Kind)[] Kinds =
    [
        ("farmer", PartyKind.Farmer), ("estate", PartyKind.Estate), ("leisure_business", PartyKind.LeisureBusiness), ("nature_manager", PartyKind.NatureManager),
        ("water_board", PartyKind.WaterBoard), ("municipality", PartyKind.Municipality), ("province", PartyKind.Province), ("state", PartyKind.State),
        ("company", PartyKind.Company), ("bank", PartyKind.Bank), ("public", PartyKind.Public),
    ];

    public static PartyKind Kind(YamlNode node) => MeasureWords.OneOf(node, Kinds);

    public static string WordOf(PartyKind kind) => Array.Find(Kinds, pair => pair.Kind == kind).Word;

    /// <summary>A percentage from 0 to 100, as the share from 0 to 1 that the library counts with.</summary>
    public static double Share(YamlNode node) => node.AsNumber("a percentage from 0 to 100", percent => percent is >= 0 and <= 100) / 100;

    /// <summary>Growth or discount in percent a year, as a share.</summary>
    public static double Rate(YamlNode node) => node.AsNumber("a percentage a year above -100 and at most 100", percent => percent is > -100 and <= 100) / 100;

    public static double Euros(YamlNode node) => node.AsNumber(MeasureWords.AmountOfEuros, euros => euros >= 0);

    public static double? EurosIfAny(YamlNode node, string key) => node.Optional(key) is { } amount ? Euros(amount) : null;

    /// <summary>An amount that may be left out or called unknown: both are not known.</summary>
    public static double? EurosOrUnknown(YamlNode? node) => node is null ? null : MeasureWords.Number(node, MeasureWords.AmountOfEuros, euros => euros >= 0);

    public static int Years(YamlNode node, int least, int most) =>
        (int)node.AsNumber($"a whole number of years from {least} to {most}", years => years >= least && years <= most && years == Math.Round(years));

    public static int CalendarYear(YamlNode node) => (int)node.AsNumber("a year such as 2026", year => year is >= 1900 and <= 2200 && year == Math.Round(year));

    public static bool Flag(YamlNode node) => MeasureWords.OneOf(node, ("yes", true), ("no", false), ("true", true), ("false", false));

    /// <summary>A number; yes is 1 and no is 0.</summary>
    public static double Fact(YamlNode node) => node.Scalar switch
    {
        "yes" or "true" => 1,
        "no" or "false" => 0,
        _ => node.AsNumber("a number, yes, no, or the word unknown", _ => true),
    };

    public static string IdOf(YamlNode node, string what) => MeasureWords.Id(node.AsText(), node, what);

    /// <summary>Names of municipalities, provinces and countries; none where nothing stands.</summary>
    public static IReadOnlyList<string> Places(YamlNode? node) => node is null ? [] : MeasureWords.AtLeastOne(node, place => IdOf(place, "place"));

    /// <summary>A mapping from names to values; what is called unknown is left out.</summary>
    public static Dictionary<string, T> Named<T>(YamlNode? node, string what, Func<YamlNode, T> read)
    {
        var values = new Dictionary<string, T>();
        if (node is null) return values;
        foreach (var (id, value) in node.AsMapping())
        {
            MeasureWords.Id(id, value, what);
            if (!MeasureWords.IsNotKnown(value)) values.Add(id, read(value));
        }

        return values;
    }

    /// <summary>The one key of several that a mapping must have.</summary>
    public static YamlNode ExactlyOne(YamlNode node, params IReadOnlyList<string> keys)
    {
        var present = keys.Where(key => node.Optional(key) is not null).ToArray();
        return present.Length == 1
            ? node.Required(present[0])
            : throw node.Error($"{node.Key} must have exactly one of {string.Join(", ", keys)}; got {(present.Length == 0 ? "none" : string.Join(" and ", present))}.");
    }
}
