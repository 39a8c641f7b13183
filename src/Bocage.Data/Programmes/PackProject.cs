using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>A model project: an engagement as it was published.</summary>
public sealed record PackProject
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Ids of the partners whose project it is.</summary>
    public ValueList<string> By { get; init; } = [];

    /// <summary>When it started or joined.</summary>
    public PartialDate? Since { get; init; }

    /// <summary>Where, in words.</summary>
    public LocalizedText? Location { get; init; }

    /// <summary>About where.</summary>
    public PackPoint? Point { get; init; }

    /// <summary>Ids of objectives it is known to serve.</summary>
    public ValueList<string> Objectives { get; init; } = [];

    /// <summary>Ids of its categories.</summary>
    public ValueList<string> Categories { get; init; } = [];

    /// <summary>What it contributes; empty when that is not known.</summary>
    public ValueList<PackContribution> Contributions { get; init; } = [];

    /// <summary>What it costs, as figures or as a band.</summary>
    public ValueList<Figure> Costs { get; init; } = [];

    /// <summary>Who takes part.</summary>
    public ValueList<PackParticipant> Participants { get; init; } = [];

    /// <summary>How it is done.</summary>
    public LocalizedText? How { get; init; }

    /// <summary>How it is kept up.</summary>
    public LocalizedText? Maintenance { get; init; }

    /// <summary>What else it brings.</summary>
    public LocalizedText? Benefits { get; init; }

    /// <summary>Ids of the sources that say so.</summary>
    public ValueList<string> Sources { get; init; } = [];
}
