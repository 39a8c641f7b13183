using System.Text;
using Bocage.Formats;

namespace Bocage.Data.Programmes;

/// <summary>The files of a pack on disk.</summary>
internal static class PackFolderFiles
{
    private const int LargestFile = 1 << 20;
    private static readonly string[] Folders = [PackFileNames.Pages, PackFileNames.Outlines];

    /// <summary>The text of a file; its lines end in "\n", whoever wrote it.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="BadInputException">It cannot be read, is a link, is larger than 1 MB or is not UTF-8.</exception>
    public static string Text(string path, string file)
    {
        try
        {
            // A pack may come from a stranger, and a link may lead to any file of this machine.
            if (new FileInfo(path).LinkTarget is not null) throw new BadInputException($"{file} must be a file of its own; it is a link to another.");
            if (new FileInfo(path).Length > LargestFile) throw new BadInputException($"{file} must not be larger than 1 MB; got {new FileInfo(path).Length} bytes.");
            return File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)).ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException($"{file} is not UTF-8 text; save it as UTF-8.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{file} cannot be read: {error.Message}");
        }
    }

    /// <summary>The names of all files with / between folder and file; hidden ones, which editors and systems leave, do not count.</summary>
    public static string[] Names(string folder) =>
    [
        .. Visible(Directory.EnumerateFileSystemEntries(folder)).Where(name => !Folders.Contains(name)),
        .. Folders.Where(inner => Directory.Exists(Path.Combine(folder, inner)))
            .SelectMany(inner => Visible(Directory.EnumerateFileSystemEntries(Path.Combine(folder, inner))).Select(name => PackFileNames.Join(inner, name))),
    ];

    private static IEnumerable<string> Visible(IEnumerable<string> paths) =>
        paths.Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal);
}
