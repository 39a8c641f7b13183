namespace Bocage.Landscapes;

/// <summary>A short text in one or more languages.</summary>
/// <remarks>Languages are two-letter ISO 639-1 codes. A text of no language is the same in all. Two texts are equal when they say the same in the same languages.</remarks>
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    /// <summary>The languages of Bocage, the fallback first.</summary>
    public static IReadOnlyList<string> KnownLanguages { get; } = ["en", "nl", "fr", "de"];

    private readonly string? same;
    private readonly Dictionary<string, string> byLanguage = [];

    /// <summary>Makes a text that is the same in every language.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public LocalizedText(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        same = text;
    }

    /// <summary>Makes a text from its translations.</summary>
    /// <param name="byLanguage">Text by language; at least one.</param>
    /// <exception cref="ArgumentException">There is none, a language is not known, or a text is empty.</exception>
    public LocalizedText(IReadOnlyDictionary<string, string> byLanguage)
    {
        ArgumentNullException.ThrowIfNull(byLanguage);
        if (byLanguage.Count == 0) throw new ArgumentException("Give the text in at least one language.", nameof(byLanguage));
        foreach (var (language, text) in byLanguage)
        {
            if (KnownLanguages.IndexOf(language) < 0)
                throw new ArgumentException($"The language must be one of {string.Join(", ", KnownLanguages)}; got {language}.", nameof(byLanguage));
            if (string.IsNullOrWhiteSpace(text)) throw new ArgumentException($"The text in {language} is empty.", nameof(byLanguage));
            this.byLanguage[language] = text;
        }
    }

    /// <summary>The languages it was written in; empty when it is the same in all.</summary>
    public IReadOnlyList<string> Languages => [.. KnownLanguages.Where(byLanguage.ContainsKey)];

    /// <summary>The text in a language; where that is missing, in the first of en, nl, fr, de that is there.</summary>
    public string In(string language) =>
        same ?? (byLanguage.TryGetValue(language, out var text) ? text : byLanguage[KnownLanguages.First(byLanguage.ContainsKey)]);

    /// <inheritdoc/>
    public bool Equals(LocalizedText? other) =>
        other is not null && same == other.same && byLanguage.Count == other.byLanguage.Count
        && byLanguage.All(pair => other.byLanguage.TryGetValue(pair.Key, out var text) && text == pair.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The text in English, or in the first language that is there.</summary>
    public override string ToString() => In(KnownLanguages[0]);
}
