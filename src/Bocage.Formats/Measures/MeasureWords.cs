using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>The words that several parts of a catalogue share.</summary>
internal static class MeasureWords
{
    private const string NotKnown = "unknown";

    /// <summary>A text in every language.</summary>
    public static LocalizedText Text(YamlNode node)
    {
        if (node.Entries is null) throw node.Wrong(node.Key, $"a text in each of {string.Join(", ", LocalizedText.KnownLanguages)}");
        node.AllowOnly(LocalizedText.KnownLanguages);
        var missing = LocalizedText.KnownLanguages.FirstOrDefault(language => !node.Entries.ContainsKey(language));
        return missing is null
            ? new(node.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.AsText()))
            : throw node.Error($"{node.Key} has no text in {missing}; every text of a catalogue stands there in {string.Join(", ", LocalizedText.KnownLanguages)}.");
    }

    /// <summary>One word of a closed set.</summary>
    public static T OneOf<T>(YamlNode node, params ReadOnlySpan<(string Word, T Meaning)> words)
    {
        foreach (var (word, meaning) in words)
        {
            if (node.Scalar == word) return meaning;
        }

        var all = new string[words.Length];
        for (var k = 0; k < all.Length; k++) all[k] = words[k].Word;
        throw node.Wrong(node.Key, all.Length == 2 ? $"{all[0]} or {all[1]}" : $"one of {string.Join(", ", all)}");
    }

    public static Evidence Evidence(YamlNode node) =>
        OneOf(node, ("strong", Planning.Evidence.Strong), ("moderate", Planning.Evidence.Moderate), ("weak", Planning.Evidence.Weak), ("expert", Planning.Evidence.Expert));

    public static LandCoverKind Kind(YamlNode node) =>
        LandCoverKinds.Find(node.Scalar ?? "") ?? throw node.Wrong(node.Key, $"a kind of land cover ({string.Join(", ", LandCoverKinds.Ids)})");

    public static IReadOnlyList<T> AtLeastOne<T>(YamlNode node, Func<YamlNode, T> read)
    {
        var items = node.AsList().Select(read).ToArray();
        return items.Length > 0 ? items : throw node.Error($"{node.Key} must be a list of at least one; got an empty list.");
    }

    /// <summary>A number, or null for the word unknown.</summary>
    public static double? Number(YamlNode node, string expected, Func<double, bool> isAllowed) =>
        node.Scalar == NotKnown ? null : node.AsNumber($"{expected}, or the word {NotKnown}", isAllowed);

    /// <summary>A year, or null for the word unknown.</summary>
    public static int? Year(YamlNode node) =>
        (int?)Number(node, "a year such as 2024", number => number is >= 1900 and <= 2200 && number == Math.Round(number));

    public static IReadOnlyList<MeasureSource> Sources(YamlNode node) => AtLeastOne(node, source =>
    {
        source.AllowOnly("what", "where", "year");
        return new MeasureSource(source.Required("what").AsText(), source.Required("where").AsText(), Year(source.Required("year")));
    });
}
