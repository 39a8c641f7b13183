using Bocage.Formats;

namespace Bocage.Jobs.Runs;

/// <summary>Results are written to a hidden draft on the same disk and moved in when all are there: a run that fails or is stopped leaves nothing half-written.</summary>
public sealed class OutputFolder : IDisposable
{
    private readonly string name;
    private readonly string target;
    private readonly string draft;

    /// <summary>Prepares to fill a folder, which is made, with those above it, when there is something to put in.</summary>
    /// <exception cref="BadInputException">There is a file of that name, or nothing can be written there.</exception>
    public OutputFolder(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new BadInputException("--out names no folder; give one for the results.");
        name = path;
        target = Path.GetFullPath(path);
        var existing = target;
        while (!Directory.Exists(existing))
        {
            if (System.IO.File.Exists(existing)) throw new BadInputException($"--out {path} cannot be a folder: {existing} is a file; name a folder for the results.");
            existing = Path.GetDirectoryName(existing) ?? throw new BadInputException($"--out {path}: there is no such disk.");
        }

        draft = Path.Combine(existing, ".bocage-" + Path.GetRandomFileName());
        Written(() => Directory.CreateDirectory(draft));
    }

    /// <summary>Where to write a result for now.</summary>
    public string File(string name) => Path.Combine(draft, name);

    /// <summary>The results written so far, by name.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(draft).Order(StringComparer.Ordinal);

    /// <summary>Moves all results to where they were asked for, over those of an earlier run; other files there stay.</summary>
    /// <exception cref="BadInputException">The folder cannot be made, or a result cannot take its place there.</exception>
    public void Publish() => Written(() =>
    {
        Directory.CreateDirectory(target);
        foreach (var file in Files.ToArray())
            System.IO.File.Move(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
    });

    /// <summary>Removes what was not published.</summary>
    public void Dispose()
    {
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
    }

    private void Written(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--out {name}: nothing can be written there ({error.Message.Replace(draft, name, StringComparison.Ordinal).TrimEnd('.')}); name another folder.", error);
        }
    }
}
