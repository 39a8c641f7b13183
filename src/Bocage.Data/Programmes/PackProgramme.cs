using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>What a programme is.</summary>
public sealed record PackProgramme
{
    /// <summary>Small letters, digits and -; the name of its folder and of its pages.</summary>
    public required string Id { get; init; }

    /// <summary>Its full name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The name it goes by.</summary>
    public required string ShortName { get; init; }

    /// <summary>What sort of programme it is.</summary>
    public required LocalizedText Kind { get; init; }

    /// <summary>What it is for, in a sentence or two.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>When it runs.</summary>
    public PackPeriod? Period { get; init; }

    /// <summary>Id of the partner that leads it.</summary>
    public string? Lead { get; init; }

    /// <summary>Two-letter codes of ISO 3166.</summary>
    public ValueList<string> Countries { get; init; } = [];

    /// <summary>Languages of its texts, the fallback first.</summary>
    public ValueList<string> Languages { get; init; } = [];

    /// <summary>Its colours.</summary>
    public required PackColours Colours { get; init; }

    /// <summary>Where to reach it.</summary>
    public required PackContact Contact { get; init; }

    /// <summary>Figures about the programme as a whole: partners, money.</summary>
    public ValueList<Figure> Figures { get; init; } = [];

    /// <summary>Its phases, in order.</summary>
    public ValueList<PackPhase> Phases { get; init; } = [];

    /// <summary>Its lines of action.</summary>
    public ValueList<PackActionLine> ActionLines { get; init; } = [];

    /// <summary>What it says its success hangs on.</summary>
    public ValueList<PackSuccessFactor> SuccessFactors { get; init; } = [];
}
