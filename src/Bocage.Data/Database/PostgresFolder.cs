using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using System.Text;
using Bocage.Formats;

namespace Bocage.Data.Database;

/// <summary>The folder of a private PostgreSQL: the cluster, the server's log, its socket, and the lock that lets one process at a time start or stop it.</summary>
[SuppressMessage("Interoperability", "CA1416:Validate platform compatibility", Justification = "PrivatePostgres refuses any system but Linux.")]
internal sealed class PostgresFolder
{
    private const string Socket = ".s.PGSQL.5432";
    private const string Lock = "bocage.lock";

    /// <summary>Only the owner, and root, get past the folder; so the server need ask nobody for a password.</summary>
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The longest path of a socket that Linux takes, in bytes: 108 with the zero at its end.</summary>
    private const int LongestSocketPath = 107;

    /// <summary>Name of the cluster within the folder.</summary>
    public const string Data = "data";

    /// <summary>Name of a cluster that is not complete.</summary>
    public const string DraftData = "data.new";

    /// <summary>Name of the server's log within the folder.</summary>
    public const string Log = "server.log";

    /// <summary>Checks the place, without touching it.</summary>
    /// <exception cref="BadInputException">The folder cannot hold a database.</exception>
    public PostgresFolder(string folder)
    {
        Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder));
        if (Path.Contains(',', StringComparison.Ordinal)) throw new BadInputException($"The folder of the database, {Path}, has a comma, which no connection string can hold; please choose another.");
        var longest = LongestSocketPath - 1 - Socket.Length;
        if (Encoding.UTF8.GetByteCount(Path) is var bytes && bytes > longest)
            throw new BadInputException($"The folder of the database, {Path}, has a path of {bytes} bytes, and a server's socket needs one of at most {longest}; please choose a shorter one.");
        if (File.Exists(Path)) throw new BadInputException($"The folder of the database, {Path}, is a file; please choose a folder.");
    }

    /// <summary>Full path, as given.</summary>
    public string Path { get; }

    /// <summary>Whether there is a whole cluster.</summary>
    public bool HasCluster => MadeBy is not null;

    /// <summary>The major version of PostgreSQL that made the cluster; null when there is none.</summary>
    public string? MadeBy => File.Exists(Inside(Data, "PG_VERSION")) ? File.ReadAllText(Inside(Data, "PG_VERSION")).Trim() : null;

    /// <summary>The process that the cluster's own note names as its server, dead or alive; null when there is no note.</summary>
    public int? NotedProcess => ProcessIn(Inside(Data, "postmaster.pid"));

    /// <summary>Makes the folder and takes its lock, waiting while another process holds it. A process that dies loses it.</summary>
    /// <exception cref="BadInputException">The folder holds something else, or cannot be written.</exception>
    public async Task<FileStream> TakeLock(CancellationToken cancellation)
    {
        try
        {
            // The lock is also the mark of our own folders: nobody else's files are ever changed.
            if (Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).Any() && !File.Exists(Inside(Lock)))
                throw new BadInputException($"The folder of the database, {Path}, holds something else; please choose one that is empty or new.");
            Directory.CreateDirectory(Path, OwnerOnly);
            while (true)
            {
                try
                {
                    return new FileStream(Inside(Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                }
                catch (IOException error) when (error.GetType() == typeof(IOException))
                {
                    await Task.Delay(50, cancellation).ConfigureAwait(false);
                }
            }
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new BadInputException($"The folder of the database, {Path}, cannot be used: {error.Message.TrimEnd('.')}.", error);
        }
    }

    /// <summary>Keeps everybody else out.</summary>
    public void Close() => File.SetUnixFileMode(Path, OwnerOnly);

    /// <summary>Whether a server listens at the socket, whoever runs it.</summary>
    public bool Answers()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(Inside(Socket)));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Removes the notes of a server that is no more, where a process of its number lives.</summary>
    /// <remarks>PostgreSQL itself sees that a number is free, but not that it has become another program's, or only waits to be asked for its exit code.</remarks>
    public void ForgetProcess()
    {
        foreach (var note in (string[])[Inside(Data, "postmaster.pid"), Inside(Socket + ".lock")])
            if (ProcessIn(note) is { } process && PostgresProcesses.Lives(process)) File.Delete(note);
    }

    /// <summary>Removes what an interrupted first start left.</summary>
    public void DeleteDraft()
    {
        if (Directory.Exists(Inside(DraftData))) Directory.Delete(Inside(DraftData), recursive: true);
    }

    /// <summary>Turns the draft into the cluster.</summary>
    public void KeepDraft() => Directory.Move(Inside(DraftData), Inside(Data));

    /// <summary>Size of the log in bytes.</summary>
    public long LogLength => new FileInfo(Inside(Log)) is { Exists: true } log ? log.Length : 0;

    /// <summary>The last lines that the server wrote after a place in its log; empty when it wrote nothing.</summary>
    public string LogTail(long from)
    {
        if (LogLength <= from) return "";
        using var stream = File.OpenRead(Inside(Log));
        stream.Position = from;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return $"\nThe last lines of {Inside(Log)}:\n{string.Join('\n', lines.TakeLast(8))}";
    }

    private static int? ProcessIn(string note)
    {
        try
        {
            return int.TryParse(File.ReadLines(note).FirstOrDefault(), out var process) ? process : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private string Inside(params string[] names) => System.IO.Path.Combine([Path, .. names]);
}
