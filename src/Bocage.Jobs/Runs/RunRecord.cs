using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bocage.Formats;

namespace Bocage.Jobs.Runs;

/// <summary>What a run did: inputs by fingerprint, typed parameters, version, results by fingerprint, and how long each step took. Enough to repeat it and to compare.</summary>
/// <remarks>Everything but the times is the same when the run is repeated. The seed is null when no chance was used.</remarks>
/// <typeparam name="TRequest">What was asked, which says of what kind the run is.</typeparam>
public sealed record RunRecord<TRequest>(
    string Kind, string Version, long? Seed, TRequest Request, IReadOnlyList<RunInput> Inputs, IReadOnlyList<RunResult> Results, IReadOnlyList<RunStep> Steps)
    where TRequest : IRunRequest<TRequest>
{
    /// <summary>Checks that the inputs are still what they were.</summary>
    /// <exception cref="BadInputException">An input is gone or has changed.</exception>
    public void CheckInputs(CancellationToken cancellation = default)
    {
        var inputsNow = RunInput.Of(Inputs.Select(input => (input.Role, input.Path)));
        foreach (var (before, now) in Inputs.Zip(inputsNow))
        {
            if (before.Sha256 != now.Sha256) throw new BadInputException($"{before.Path} is not the file that the run read: its fingerprint was {before.Sha256[..12]}… and is now {now.Sha256[..12]}….");
        }

        var added = Request.Inputs(cancellation).Select(input => Path.GetFullPath(input.Path)).Except(Inputs.Select(input => input.Path)).FirstOrDefault();
        if (added is not null) throw new BadInputException($"{added} was not there when the run was made, and changes what is read; take it away.");
    }

    /// <summary>The results that differ from those of another run, by name.</summary>
    public IReadOnlyList<string> CompareWith(RunRecord<TRequest> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return [.. Results.Where(result => !other.Results.Contains(result)).Select(result => result.Name)];
    }

    internal void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, RunRecord.Options) + "\n");
}

/// <summary>What all records of runs share.</summary>
public static class RunRecord
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "run.json";

    /// <summary>Version of the engine, as written into results.</summary>
    public static string Version { get; } = typeof(RunRecord).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads a run.json.</summary>
    /// <exception cref="BadInputException">The file is missing or is not the record of such a run.</exception>
    public static RunRecord<TRequest> Read<TRequest>(string path)
        where TRequest : IRunRequest<TRequest>
    {
        var kind = KindOf(path);
        if (kind != TRequest.Kind) throw new BadInputException($"{path} is the record of a {kind}; a {TRequest.Kind} is needed here.");
        try
        {
            return JsonSerializer.Deserialize<RunRecord<TRequest>>(File.ReadAllText(path), Options) ?? throw new BadInputException($"{path} is empty.");
        }
        catch (JsonException error)
        {
            throw new BadInputException($"{path} is not the record of a {TRequest.Kind}: {error.Message}");
        }
    }

    /// <summary>Of what kind of run a run.json is the record.</summary>
    /// <exception cref="BadInputException">The file is missing or is no record of a run.</exception>
    public static string KindOf(string path)
    {
        if (!File.Exists(path)) throw new BadInputException($"{path} does not exist; name the run.json of an earlier run.");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String) return kind.GetString()!;
        }
        catch (JsonException error)
        {
            throw new BadInputException($"{path} is not the record of a run: {error.Message}");
        }

        throw new BadInputException($"{path} is not the record of a run: it does not say its kind.");
    }

    internal static RunRecord<TRequest> Of<TRequest>(TRequest request, IReadOnlyList<RunInput> inputs, IEnumerable<string> results, RunClock clock)
        where TRequest : IRunRequest<TRequest> => new(
        TRequest.Kind, Version, request.Seed, request.WithFullPaths(), [.. inputs.Select(input => input with { Path = Path.GetFullPath(input.Path) })],
        [.. results.Select(file => new RunResult(Path.GetFileName(file), new FileInfo(file).Length, FileHash.Sha256(file)))],
        [.. clock.Steps.Select(step => new RunStep(step.Step, Math.Round(step.Seconds, 3)))]);
}

/// <summary>A file that a run wrote.</summary>
public sealed record RunResult(string Name, long Bytes, string Sha256);

/// <summary>How long a step of a run took.</summary>
public sealed record RunStep(string Step, double Seconds);
