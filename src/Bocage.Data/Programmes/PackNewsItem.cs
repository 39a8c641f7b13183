using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>A dated fact.</summary>
public sealed record PackNewsItem
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>When it happened.</summary>
    public required PartialDate Date { get; init; }

    /// <summary>In a line.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>In a few sentences, Markdown.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
