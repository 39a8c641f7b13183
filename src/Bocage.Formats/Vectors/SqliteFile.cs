namespace Bocage.Formats;

/// <summary>What must be known of SQLite's files (GeoPackage, SpatiaLite) so that reading leaves them and their folder as they were.</summary>
internal static class SqliteFile
{
    private const int HeaderLength = 20;
    private const int ReadVersion = 19;
    private const byte WriteAheadLog = 2;

    /// <summary>Whether opening the file would make files beside it: it keeps a write-ahead log (as QGIS likes to leave it), or was not closed.</summary>
    public static bool IsTouchedByReading(string path)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        using var stream = File.OpenRead(path);
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.StartsWith("SQLite format 3\0"u8)) return false;
        return header[ReadVersion] == WriteAheadLog || JournalsOf(path).Any();
    }

    /// <summary>Files beside it that hold what was not yet written into it.</summary>
    public static IEnumerable<string> JournalsOf(string path) => new[] { path + "-wal", path + "-journal" }.Where(File.Exists);
}
