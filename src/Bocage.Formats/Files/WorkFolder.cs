namespace Bocage.Formats;

/// <summary>A private folder for files in between, always removed with all that is in it.</summary>
internal sealed class WorkFolder : IDisposable
{
    private WorkFolder(string path) => Path = path;

    public string Path { get; }

    public static WorkFolder Temporary() => new(Directory.CreateTempSubdirectory("bocage-").FullName);

    /// <summary>A folder on the same disk as a file that is to be written, so that the file can be moved into place in one step.</summary>
    public static WorkFolder Beside(string path)
    {
        var folder = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, ".bocage-" + System.IO.Path.GetRandomFileName());
        return new(Directory.CreateDirectory(folder).FullName);
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
