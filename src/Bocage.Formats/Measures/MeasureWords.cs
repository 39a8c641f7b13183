using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>The words that several parts of a catalogue share.</summary>
internal static class MeasureWords
{
    /// <summary>What is expected where an amount of money stands.</summary>
    public const string AmountOfEuros = "a number of euros, 0 or more";

    private const string NotKnown = "unknown";

    /// <summary>Whether a value is the word for what nobody knows.</summary>
    public static bool IsNotKnown(YamlNode node) => node.Scalar == NotKnown;

    /// <summary>A name for files, which is a key.</summary>
    public static string Id(string id, YamlNode node, string what) =>
        id.Length == 0 || id.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter is not ('-' or '_'))
            ? throw node.Error($"the name of a {what} has small letters, digits, - and _ only; got '{id}'.")
            : id;

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
        IsNotKnown(node) ? null : node.AsNumber($"{expected}, or the word {NotKnown}", isAllowed);

    /// <summary>A year, or null for the word unknown.</summary>
    public static int? Year(YamlNode node) =>
        (int?)Number(node, "a year such as 2024", number => number is >= 1900 and <= 2200 && number == Math.Round(number));

    /// <summary>An amount that is 0 or more: one figure, or a range.</summary>
    /// <remarks>A single number is one figure, not a range: how low or high it can be is then not known. None at all is certain.</remarks>
    public static Estimate Estimate(YamlNode node, string expected) => Estimate(node, expected, expected);

    /// <summary>An amount that is 0 or more, or null for the word unknown.</summary>
    public static Estimate? EstimateOrUnknown(YamlNode node, string expected) => IsNotKnown(node) ? null : Estimate(node, expected, $"{expected}, or the word {NotKnown}");

    public static MeasureUnit Unit(YamlNode node) =>
        OneOf(node, ("ha", MeasureUnit.Hectare), ("m2", MeasureUnit.SquareMetre), ("m", MeasureUnit.Metre), ("piece", MeasureUnit.Piece));

    public static IReadOnlyList<MeasureSource> Sources(YamlNode node) => AtLeastOne(node, Source);

    public static MeasureSource Source(YamlNode node)
    {
        node.AllowOnly("what", "where", "year");
        return new(node.Required("what").AsText(), node.Required("where").AsText(), Year(node.Required("year")));
    }

    private static Estimate Estimate(YamlNode node, string expected, string expectedOfFigure)
    {
        if (node.Entries is null) return node.AsNumber(expectedOfFigure, IsAmount) is var figure && figure == 0 ? Planning.Estimate.Zero : Planning.Estimate.Figure(figure);
        node.AllowOnly("low", "likely", "high");
        var (low, likely, high) = (Bound("low"), node.Required("likely").AsNumber(expected, IsAmount), Bound("high"));
        return low > likely || likely > high
            ? throw node.Error(FormattableString.Invariant($"{node.Key} must rise from low to likely to high; got {low?.ToString("R", null) ?? "no low"}, {likely}, {high?.ToString("R", null) ?? "no high"}."))
            : new(low, likely, high);

        double? Bound(string key) => node.Optional(key)?.AsNumber(expected, IsAmount);
    }

    private static bool IsAmount(double amount) => amount >= 0;
}
