namespace Bocage.Formats;

/// <summary>Writes a file whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Lets a writer fill a private folder beside the target, then moves the finished file into place.</summary>
    /// <param name="path">The file to make or replace; its folder must exist.</param>
    /// <param name="write">Gets the folder and the path to write to, which has the same file name as the target.</param>
    public static void Write(string path, Action<WorkFolder, string> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full)) throw new BadInputException($"{path} is a folder; give the name of the file to write.");
        if (!Directory.Exists(Path.GetDirectoryName(full))) throw new BadInputException($"{path} cannot be written: its folder does not exist.");
        try
        {
            using var folder = WorkFolder.Beside(full);
            var unfinished = folder.File(Path.GetFileName(full));
            write(folder, unfinished);
            File.Move(unfinished, full, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be written: {error.Message}", error);
        }
    }
}
