using System.Text.Json.Serialization;
using Bocage.Jobs.Plans;
using Bocage.Jobs.Runs;

namespace Bocage.Jobs.BusinessCases;

/// <summary>What a business case is asked to work out: files and typed parameters. Written to run.json, from which it can be run again.</summary>
public sealed record BusinessCaseRequest : IRunRequest<BusinessCaseRequest>
{
    /// <inheritdoc/>
    public static string Kind => "business case";

    /// <summary>The folder that a plan was written to, or a file with planned measures (YAML).</summary>
    public required string Plan { get; init; }

    /// <summary>Parties, years and money (YAML).</summary>
    public required string Parties { get; init; }

    /// <summary>Schemes and scorecards (YAML); several files count as one.</summary>
    public required IReadOnlyList<string> Schemes { get; init; }

    /// <summary>A catalogue of measures for the names and costs that a file of planned measures leaves out, or null. A plan's folder says its own.</summary>
    public string? Measures { get; init; }

    /// <summary>Number of draws.</summary>
    public int Draws { get; init; } = 10_000;

    /// <inheritdoc cref="IRunRequest{TSelf}.Seed"/>
    public int Chance { get; init; } = 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public long? Seed => Chance;

    /// <summary>How long to search for stacks and for the deal, s; null for no limit.</summary>
    public double? Seconds { get; init; } = 60;

    /// <summary>Language of the pages and tables.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether the plan is the folder of one, rather than a file.</summary>
    [JsonIgnore]
    public bool IsPlanFolder => Directory.Exists(Plan);

    /// <inheritdoc/>
    public BusinessCaseRequest WithFullPaths() => this with
    {
        Plan = Path.GetFullPath(Plan),
        Parties = Path.GetFullPath(Parties),
        Schemes = [.. Schemes.Select(Path.GetFullPath)],
        Measures = Measures is null ? null : Path.GetFullPath(Measures),
    };

    /// <inheritdoc/>
    public IEnumerable<(string Role, string Path)> Inputs(CancellationToken cancellation)
    {
        if (IsPlanFolder)
        {
            var record = Path.Combine(Plan, RunRecord.FileName);
            yield return ("plan", Path.Combine(Plan, PlanFolder.FiguresFile));
            yield return ("plan", record);
            var request = RunRecord.Read<PlanRequest>(record).Request;
            yield return ("measures", request.Measures);
            if (request.Prices is not null) yield return ("prices", request.Prices);
        }
        else
        {
            yield return ("plan", Plan);
            if (Measures is not null) yield return ("measures", Measures);
        }

        yield return ("parties", Parties);
        foreach (var file in Schemes) yield return ("schemes", file);
    }
}
