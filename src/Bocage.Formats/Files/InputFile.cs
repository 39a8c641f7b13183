namespace Bocage.Formats;

/// <summary>A file that a user names: it must be there, on this machine, and hold something.</summary>
internal static class InputFile
{
    /// <summary>The full path of an existing, ordinary file that is not empty.</summary>
    /// <remarks>GDAL would take more than files for a path (addresses, connection strings, folders, parts of archives); a full path to a file is none of them.</remarks>
    public static string Existing(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.StartsWith("/vsi", StringComparison.OrdinalIgnoreCase))
            throw new BadInputException($"{path} is a virtual path of GDAL; give the path of a file on this machine.");
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal)) throw new BadInputException("A file name is empty or holds a null character; give the path of a file.");
        if (Directory.Exists(path)) throw new BadInputException($"{path} is a folder; give the path of one file{(IsGeodatabase(path) ? " (a geodatabase can be zipped and given as name.gdb.zip)" : "")}.");
        if (!File.Exists(path)) throw new BadInputException($"{path} does not exist{(path.Contains("://", StringComparison.Ordinal) ? "; download it first and give the path of the file" : "")}.");
        if (new FileInfo(path).Length == 0) throw new BadInputException($"{path} is empty: it has 0 bytes.");
        return Path.GetFullPath(path);
    }

    private static bool IsGeodatabase(string path) => path.TrimEnd('/').EndsWith(".gdb", StringComparison.OrdinalIgnoreCase);
}
