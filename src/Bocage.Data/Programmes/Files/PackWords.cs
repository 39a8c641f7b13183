using Bocage.Formats;

namespace Bocage.Data.Programmes;

/// <summary>Values that many parts of a pack share: how they are read, and the words of closed sets.</summary>
internal static class PackWords
{
    public static IReadOnlyList<(string Word, SourceKind Meaning)> SourceKinds { get; } =
        [("owner", SourceKind.Owner), ("secondary", SourceKind.Secondary), ("editors", SourceKind.Editors)];

    public static IReadOnlyList<(string Word, FigureKind Meaning)> FigureKinds { get; } =
        [("stock", FigureKind.Stock), ("flow", FigureKind.Flow), ("share", FigureKind.Share), ("level", FigureKind.Level)];

    public static IReadOnlyList<(string Word, Precision Meaning)> Precisions { get; } =
    [
        ("stated", Precision.Stated), ("about", Precision.About), ("at_least", Precision.AtLeast), ("at_most", Precision.AtMost), ("more_than", Precision.MoreThan),
    ];

    public static IReadOnlyList<(string Word, Confidence Meaning)> Confidences { get; } =
        [("low", Confidence.Low), ("medium", Confidence.Medium), ("high", Confidence.High)];

    public static IReadOnlyList<(string Word, Qualifier Meaning)> Qualifiers { get; } =
        [("none", Qualifier.None), ("net_positive", Qualifier.NetPositive), ("at_least_neutral", Qualifier.AtLeastNeutral)];

    public static IReadOnlyList<(string Word, ToolKind Meaning)> ToolKinds { get; } =
    [
        ("theme", ToolKind.Theme), ("method", ToolKind.Method), ("framework", ToolKind.Framework), ("reward", ToolKind.Reward), ("background", ToolKind.Background),
    ];

    public static T OneOf<T>(YamlNode node, IReadOnlyList<(string Word, T Meaning)> words)
    {
        foreach (var (word, meaning) in words)
        {
            if (node.Scalar == word) return meaning;
        }

        throw node.Wrong(node.Key, $"one of {string.Join(", ", words.Select(pair => pair.Word))}");
    }

    public static string Of<T>(IReadOnlyList<(string Word, T Meaning)> words, T meaning) =>
        words.First(pair => EqualityComparer<T>.Default.Equals(pair.Meaning, meaning)).Word;

    public static string Id(YamlNode node)
    {
        var id = node.AsText();
        return IsId(id) ? id : throw node.Wrong(node.Key, "an id of at most 60 small letters, digits and -, that begins with a letter or a digit");
    }

    public static bool IsId(string id) =>
        id.Length is > 0 and <= 60 && id[0] != '-' && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    public static string Country(YamlNode node) =>
        node.AsText() is { Length: 2 } code && code.All(char.IsAsciiLetterUpper) ? code : throw node.Wrong(node.Key, "a two-letter code of a country such as NL");

    public static string Url(YamlNode node)
    {
        var url = node.AsText();
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Host.Length > 0 && !url.Any(char.IsWhiteSpace)
            ? url
            : throw node.Wrong(node.Key, "an address that begins with https:// or http://");
    }

    public static string Email(YamlNode node)
    {
        var address = node.AsText();
        return address.Count(letter => letter == '@') == 1 && address[0] != '@' && address[^1] != '@' && !address.Any(letter => char.IsWhiteSpace(letter) || letter is '<' or '>' or '"' or ':')
            ? address
            : throw node.Wrong(node.Key, "an e-mail address");
    }

    public static PartialDate Date(YamlNode node) => PartialDate.Parse(node.Scalar) ?? throw node.Wrong(node.Key, "a date such as 2024, 2024-03 or 2024-03-31");

    public static int Year(YamlNode node) => (int)node.AsNumber("a year such as 2024", year => year is >= 1900 and <= 2200 && year == Math.Round(year));

    public static Unit Unit(YamlNode node) =>
        Programmes.Unit.Find(node.Scalar ?? "") ?? throw node.Wrong(node.Key, $"a unit ({string.Join(", ", Programmes.Unit.All)})");
}
