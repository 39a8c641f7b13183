using System.Text.Json.Serialization;
using Bocage.Formats;
using Bocage.Jobs.Diagnoses;
using Bocage.Jobs.Runs;

namespace Bocage.Jobs.Plans;

/// <summary>What a plan is asked to do: files and typed parameters. Written to run.json, from which it can be run again.</summary>
public sealed record PlanRequest : IRunRequest<PlanRequest>
{
    /// <inheritdoc/>
    public static string Kind => "plan";

    /// <summary>The folder of the diagnosis that the plan starts from.</summary>
    public required string Diagnosis { get; init; }

    /// <summary>The catalogue of measures (YAML).</summary>
    public required string Measures { get; init; }

    /// <summary>Ids of the measures to consider; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Prices that take the place of the catalogue's (YAML), or null.</summary>
    public string? Prices { get; init; }

    /// <summary>What the codes of the map mean to measures (YAML).</summary>
    public required string LandCover { get; init; }

    /// <summary>Parcels where measures can be carried out, or null to use hexagons.</summary>
    public LayerSource? Parcels { get; init; }

    /// <summary>The reference system of parcels that do not say it, or null to refuse those.</summary>
    public string? AssumeCrs { get; init; }

    /// <summary>Size of the hexagons when there are no parcels, ha.</summary>
    public double HexagonHa { get; init; } = 4;

    /// <summary>Width of the strips along the edges of parcels, for measures along a line, m; null to make none.</summary>
    public double? EdgeWidthM { get; init; }

    /// <summary>What may be spent in all; null for no limit.</summary>
    public double? Budget { get; init; }

    /// <summary>What may be spent in each year, the first first; empty when the years do not matter.</summary>
    public IReadOnlyList<double> YearBudgets { get; init; } = [];

    /// <summary>What parties may spend, each on the measures that it pays for.</summary>
    public IReadOnlyList<PartyBudget> Parties { get; init; } = [];

    /// <summary>Years of upkeep and lost income that count as cost; 0 for the investment alone.</summary>
    public int HorizonYears { get; init; }

    /// <summary>What money is worth less each year.</summary>
    public double DiscountRate { get; init; } = 0.03;

    /// <summary>What the plan is to make large.</summary>
    public PlanGoal Goal { get; init; } = PlanGoal.ConnectedArea;

    /// <summary>The pressure to relieve, for <see cref="PlanGoal.PressureRelief"/>.</summary>
    public string? Pressure { get; init; }

    /// <summary>Weights of species by the name of their profile file or their name; 1 for those that are not there.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>Least and greatest numbers by measure id or kind (source, system, bridging).</summary>
    public IReadOnlyList<MeasureCount> Counts { get; init; } = [];

    /// <summary>Hectares of a kind of land cover that the plan must make at least.</summary>
    public IReadOnlyDictionary<string, double> Targets { get; init; } = new Dictionary<string, double>();

    /// <summary>Candidates (measure@place) or places that must be in the plan.</summary>
    public IReadOnlyList<string> LockedIn { get; init; } = [];

    /// <summary>Candidates or places that must stay out of it.</summary>
    public IReadOnlyList<string> LockedOut { get; init; } = [];

    /// <summary>Whether the chosen places must form one block.</summary>
    public bool OneBlock { get; init; }

    /// <summary>What a metre of outer boundary of the chosen places counts against the goal; 0 for nothing.</summary>
    public double BoundaryPenalty { get; init; }

    /// <summary>How long to search, s; null for no limit.</summary>
    public double? Seconds { get; init; } = 60;

    /// <summary>Stop as soon as the plan is proven to be this close to the best.</summary>
    public double Gap { get; init; }

    /// <inheritdoc cref="IRunRequest{TSelf}.Seed"/>
    public long Chance { get; init; } = 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public long? Seed => Chance;

    /// <summary>Language of the page.</summary>
    public string Language { get; init; } = "en";

    /// <summary>How many places the tables of the page list.</summary>
    public int Top { get; init; } = 25;

    /// <inheritdoc/>
    public PlanRequest WithFullPaths() => this with
    {
        Diagnosis = Path.GetFullPath(Diagnosis),
        Measures = Path.GetFullPath(Measures),
        Prices = Prices is null ? null : Path.GetFullPath(Prices),
        LandCover = Path.GetFullPath(LandCover),
        Parcels = Parcels is null ? null : Parcels with { Path = Path.GetFullPath(Parcels.Path) },
    };

    /// <inheritdoc/>
    public IEnumerable<(string Role, string Path)> Inputs(CancellationToken cancellation)
    {
        var diagnosis = Path.Combine(Diagnosis, RunRecord.FileName);
        yield return ("measures", Measures);
        if (Prices is not null) yield return ("prices", Prices);
        yield return ("landCover", LandCover);
        if (Parcels is not null)
        {
            yield return ("parcels", Parcels.Path);
            foreach (var file in VectorFile.FilesOf(Parcels.Path).Where(file => Path.GetFullPath(file) != Path.GetFullPath(Parcels.Path)).Order(StringComparer.Ordinal)) yield return ("parcels", file);
        }

        foreach (var input in RunRecord.Read<DiagnosisRequest>(diagnosis).Request.Inputs(cancellation)) yield return input;
    }
}

/// <summary>What a plan makes large (or, for <see cref="LeastCost"/>, small).</summary>
public enum PlanGoal
{
    /// <summary>Equivalent connected area of the species together.</summary>
    ConnectedArea,

    /// <summary>Hectares of habitat of the species together.</summary>
    Habitat,

    /// <summary>Relief of one pressure.</summary>
    PressureRelief,

    /// <summary>The cheapest plan that reaches the targets.</summary>
    LeastCost,
}

/// <summary>What a party may spend on the measures that it pays for.</summary>
/// <param name="Name">Who pays.</param>
/// <param name="Budget">What it may spend, €.</param>
/// <param name="Measures">Ids of the measures it pays for.</param>
public sealed record PartyBudget(string Name, double Budget, IReadOnlyList<string> Measures);

/// <summary>How many of a measure, or of a kind of measures, a plan holds.</summary>
/// <param name="Of">Id of the measure, or source, system or bridging.</param>
/// <param name="Minimum">At least.</param>
/// <param name="Maximum">At most; null for no limit.</param>
public sealed record MeasureCount(string Of, int Minimum, int? Maximum);
