using System.Text.Encodings.Web;
using System.Text.Json;
using Bocage.Formats;
using Bocage.Jobs.Runs;

namespace Bocage.Jobs.Diagnoses;

/// <summary>What a run did: inputs by fingerprint, typed parameters, version, results by fingerprint, and how long each step took. Enough to repeat it and to compare.</summary>
/// <remarks>Everything but the times is the same when the run is repeated. A diagnosis uses no chance, so its seed is null.</remarks>
public sealed record RunRecord(
    string Kind, string Version, long? Seed, DiagnosisRequest Request, IReadOnlyList<RunInput> Inputs, IReadOnlyList<RunResult> Results, IReadOnlyList<RunStep> Steps)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "run.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads a run.json.</summary>
    /// <exception cref="BadInputException">The file is missing or is not the record of a diagnosis.</exception>
    public static RunRecord Read(string path)
    {
        if (!File.Exists(path)) throw new BadInputException($"{path} does not exist; name the run.json of an earlier run.");
        try
        {
            return JsonSerializer.Deserialize<RunRecord>(File.ReadAllText(path), Options) ?? throw new BadInputException($"{path} is empty.");
        }
        catch (JsonException error)
        {
            throw new BadInputException($"{path} is not the record of a diagnosis: {error.Message}");
        }
    }

    /// <summary>Checks that the inputs are still what they were.</summary>
    /// <exception cref="BadInputException">An input is gone or has changed.</exception>
    public void CheckInputs(CancellationToken cancellation = default)
    {
        if (Kind != "diagnosis") throw new BadInputException($"The record is of a run of the kind “{Kind}”; only a diagnosis can be repeated.");
        var inputsNow = RunInput.Of(Inputs.Select(input => (input.Role, input.Path)));
        foreach (var (before, now) in Inputs.Zip(inputsNow))
        {
            if (before.Sha256 != now.Sha256) throw new BadInputException($"{before.Path} is not the file that the run read: its fingerprint was {before.Sha256[..12]}… and is now {now.Sha256[..12]}….");
        }

        var added = Request.Inputs(cancellation).Select(input => Path.GetFullPath(input.Path)).Except(Inputs.Select(input => input.Path)).FirstOrDefault();
        if (added is not null) throw new BadInputException($"{added} was not there when the run was made, and changes what is read; take it away.");
    }

    /// <summary>The results that differ from those of another run, by name.</summary>
    public IReadOnlyList<string> CompareWith(RunRecord other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return [.. Results.Where(result => !other.Results.Contains(result)).Select(result => result.Name)];
    }

    internal static RunRecord Of(DiagnosisRequest request, IReadOnlyList<RunInput> inputs, IEnumerable<string> results, RunClock clock) => new(
        "diagnosis", Diagnosis.Version, Seed: null, request.WithFullPaths(), [.. inputs.Select(input => input with { Path = Path.GetFullPath(input.Path) })],
        [.. results.Select(file => new RunResult(Path.GetFileName(file), new FileInfo(file).Length, FileHash.Sha256(file)))],
        [.. clock.Steps.Select(step => new RunStep(step.Step, Math.Round(step.Seconds, 3)))]);

    internal void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Options) + "\n");
}

/// <summary>A file that a run wrote.</summary>
public sealed record RunResult(string Name, long Bytes, string Sha256);

/// <summary>How long a step of a run took.</summary>
public sealed record RunStep(string Step, double Seconds);
