using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>A page of text.</summary>
public sealed record PackPage
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The text in each language, a first line "# Title" included. Nothing in it was made harmless: that is up to who shows it.</summary>
    public required LocalizedText Markdown { get; init; }

    /// <summary>Its title in a language.</summary>
    public string Title(string language) => Markdown.In(language).Split('\n')[0][2..].Trim();
}
