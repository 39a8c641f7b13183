using Bocage.Formats;

namespace Bocage.Jobs.Runs;

/// <summary>Results are written beside the folder that is asked for and moved in when all are there: a run that fails or is stopped leaves nothing half-written.</summary>
public sealed class OutputFolder : IDisposable
{
    private readonly string target;
    private readonly string draft;

    /// <summary>Prepares to fill a folder, which is made if need be.</summary>
    /// <exception cref="BadInputException">There is a file of that name, or the folder cannot be made.</exception>
    public OutputFolder(string path)
    {
        target = Path.GetFullPath(path);
        if (System.IO.File.Exists(target)) throw new BadInputException($"--out {path} is a file; name a folder for the results.");
        draft = Path.Combine(Path.GetDirectoryName(target) ?? target, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            Directory.CreateDirectory(draft);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"The folder {path} cannot be made: {error.Message}");
        }
    }

    /// <summary>Where to write a result for now.</summary>
    public string File(string name) => Path.Combine(draft, name);

    /// <summary>The results written so far, by name.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(draft).Order(StringComparer.Ordinal);

    /// <summary>Moves all results to where they were asked for, over those of an earlier run; other files there stay.</summary>
    public void Publish()
    {
        Directory.CreateDirectory(target);
        foreach (var file in Files.ToArray())
            System.IO.File.Move(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
    }

    /// <summary>Removes what was not published.</summary>
    public void Dispose()
    {
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
    }
}
