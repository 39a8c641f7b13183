using System.Globalization;
using Bocage.Formats;
using Npgsql;

namespace Bocage.Data.Database;

/// <summary>A PostgreSQL server with PostGIS that is Bocage's alone: its own folder, its own user, a socket in that folder and no port.</summary>
/// <remarks>
/// The server outlives the process that started it, also one that was killed; whoever starts it again is attached to it. So starting is always right: a server that
/// runs is used, one that died is started and recovers by its own log, and of two processes that start at once one does and the other is attached.
/// The folder holds the cluster (UTF-8, sorted by code point, with checksums), the server's log, the socket and a lock; only its owner and root get in,
/// which is why there is no password. Linux only.
/// </remarks>
public sealed class PrivatePostgres
{
    /// <summary>The name of the database and of its owner within the server.</summary>
    private const string Name = "bocage";

    /// <summary>How long what a killed server or start has left may take to end by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly PostgresFolder folder;

    private PrivatePostgres(PostgresFolder folder, int serverProcess, bool attached)
    {
        this.folder = folder;
        ServerProcess = serverProcess;
        Attached = attached;
        ConnectionString = Connection(folder, Name).ConnectionString;
    }

    /// <summary>For Npgsql: the socket, the database and its owner.</summary>
    public string ConnectionString { get; }

    /// <summary>The number of the server's first process.</summary>
    public int ServerProcess { get; }

    /// <summary>Whether the server ran already.</summary>
    public bool Attached { get; }

    /// <summary>Whether the server's programs are on this machine. PostGIS shows only when a database asks for it.</summary>
    public static bool IsInstalled => PostgresPrograms.Find(null) is not null;

    /// <summary>Starts the server of a folder, or attaches to it when it runs, and sees to it that the database is there, with PostGIS.</summary>
    /// <param name="folder">A folder of its own: new, empty, or one that an earlier start made. Its path has at most 93 bytes, as that of a socket has at most 107.</param>
    /// <param name="timeLimit">After this it is given up; recovery after a crash can take minutes. A server that still starts is not stopped.</param>
    /// <param name="cancellation">Gives up at once; a server that still starts is not stopped.</param>
    /// <exception cref="BadInputException">The folder cannot hold a database.</exception>
    /// <exception cref="DatabaseException">PostgreSQL or PostGIS is missing, or the server does not start.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Task<PrivatePostgres> Start(string folder, TimeSpan timeLimit, CancellationToken cancellation) => Start(folder, timeLimit, durable: true, cancellation);

    /// <summary>As <see cref="Start(string, TimeSpan, CancellationToken)"/>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="timeLimit">The time limit.</param>
    /// <param name="durable">False for tests only: nothing waits for the disk, so that a power failure may cost the whole database (a killed server still costs nothing).</param>
    /// <param name="cancellation">Gives up.</param>
    internal static Task<PrivatePostgres> Start(string folder, TimeSpan timeLimit, bool durable, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeLimit, TimeSpan.Zero);
        if (!OperatingSystem.IsLinux()) throw new DatabaseException("The private PostgreSQL runs on Linux only; on other systems please use a PostgreSQL server of your own.");
        var place = new PostgresFolder(folder);
        return Limited($"The PostgreSQL server of {place.Path} was not ready", timeLimit, async limited =>
        {
            var from = place.LogLength;
            await using var held = await place.TakeLock(limited).ConfigureAwait(false);
            var processes = Processes(held);
            var attached = true;
            while (true)
            {
                if (!Runs(place, processes)) await processes.EndLeftovers(Patience, () => Runs(place, processes), limited).ConfigureAwait(false);
                if (!Runs(place, processes))
                {
                    attached = false;
                    await StartServer(place, timeLimit, durable, limited).ConfigureAwait(false);
                }

                try
                {
                    await CreateDatabase(place, limited).ConfigureAwait(false);
                    return new PrivatePostgres(place, place.NotedProcess ?? throw new DatabaseException($"The server of {place.Path} ended at once.{place.LogTail(from)}"), attached);
                }
                catch (NpgsqlException error) when (error is not PostgresException || IsPassing(error.SqlState))
                {
                    await Task.Delay(100, limited).ConfigureAwait(false);
                }
                catch (PostgresException error)
                {
                    throw new DatabaseException($"The database of {place.Path} could not be prepared: {error.MessageText}.{place.LogTail(from)}", error);
                }
            }
        }, cancellation);
    }

    /// <summary>Stops the server, whoever started it: open transactions are rolled back, what was committed stays. Nothing when it does not run.</summary>
    /// <param name="timeLimit">After this it is given up; the server goes on stopping.</param>
    /// <param name="cancellation">Gives up at once; the server goes on stopping.</param>
    /// <exception cref="DatabaseException">It does not stop.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task Stop(TimeSpan timeLimit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeLimit, TimeSpan.Zero);
        return Limited($"The PostgreSQL server of {folder.Path} was not stopped", timeLimit, async limited =>
        {
            var from = folder.LogLength;
            await using var held = await folder.TakeLock(limited).ConfigureAwait(false);
            if (!Runs(folder, Processes(held))) return false;
            var (failed, said) = await PostgresPrograms.Need(folder).Run(
                "pg_ctl", folder.Path, PostgresUser.OfServer, ["stop", "-D", PostgresFolder.Data, "-m", "fast", "-w", "-t", Seconds(timeLimit)], limited).ConfigureAwait(false);
            return failed == 0 ? true : throw new DatabaseException($"The PostgreSQL server of {folder.Path} could not be stopped: {said}{folder.LogTail(from)}");
        }, cancellation);
    }

    // The lock is an open file of the folder, and so tells the folder's path without links.
    private static PostgresProcesses Processes(FileStream held) =>
        new(Path.GetDirectoryName(File.ResolveLinkTarget($"/proc/self/fd/{held.SafeFileHandle.DangerousGetHandle()}", returnFinalTarget: false)!.FullName)!);

    // The socket also answers for a server whose processes we cannot see, in another container.
    private static bool Runs(PostgresFolder folder, PostgresProcesses processes) => (folder.NotedProcess is { } process && processes.IsServer(process)) || folder.Answers();

    private static async Task StartServer(PostgresFolder folder, TimeSpan timeLimit, bool durable, CancellationToken cancellation)
    {
        var programs = PostgresPrograms.Need(folder);
        folder.Close();
        await PostgresUser.Own(folder, cancellation).ConfigureAwait(false);
        if (!folder.HasCluster) await CreateCluster(folder, programs, durable, cancellation).ConfigureAwait(false);
        folder.ForgetProcess();
        var from = folder.LogLength;
        // A shell reads these: nothing in them is the user's. The socket's folder is seen from the cluster.
        var options = "-p 5432 -c listen_addresses= -c unix_socket_directories=.. -c unix_socket_permissions=0700 -c timezone=UTC -c log_timezone=UTC -c log_checkpoints=off";
        if (!durable) options += " -c fsync=off";
        string[] arguments = ["start", "-D", PostgresFolder.Data, "-l", PostgresFolder.Log, "-w", "-t", Seconds(timeLimit), "-o", options];
        var (failed, said) = await programs.Run("pg_ctl", folder.Path, PostgresUser.OfServer, arguments, cancellation).ConfigureAwait(false);
        if (failed != 0) throw new DatabaseException($"The PostgreSQL server of {folder.Path} could not be started: {said.Split('\n')[^1]}{folder.LogTail(from)}");
    }

    // Made aside and moved in place when it is whole, so that a first start may be killed at any moment.
    private static async Task CreateCluster(PostgresFolder folder, PostgresPrograms programs, bool durable, CancellationToken cancellation)
    {
        folder.DeleteDraft();
        string[] arguments =
        [
            "--pgdata", PostgresFolder.DraftData, "--username", Name, "--auth-local", "trust", "--auth-host", "reject", "--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums",
        ];
        var (failed, said) = await programs.Run("initdb", folder.Path, PostgresUser.OfServer, durable ? arguments : [.. arguments, "--no-sync"], cancellation).ConfigureAwait(false);
        if (failed != 0) throw new DatabaseException($"A new database could not be made in {folder.Path}: {said}");
        folder.KeepDraft();
    }

    private static async Task CreateDatabase(PostgresFolder folder, CancellationToken cancellation)
    {
        await using (var server = await Open(folder, "postgres", cancellation).ConfigureAwait(false))
        {
            await using var find = new NpgsqlCommand($"select 1 from pg_database where datname = '{Name}'", server);
            await using var create = new NpgsqlCommand($"create database {Name}", server);
            if (await find.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is null) await create.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }

        await using var database = await Open(folder, Name, cancellation).ConfigureAwait(false);
        await using var extend = new NpgsqlCommand("set client_min_messages = warning; create extension if not exists postgis", database);
        try
        {
            await extend.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
        catch (PostgresException error) when (!IsPassing(error.SqlState))
        {
            throw new DatabaseException(
                $"PostGIS could not be added to the database of {folder.Path}: {error.MessageText}; please install it (Debian: apt-get install postgresql-{folder.MadeBy}-postgis-3).", error);
        }
    }

    private static async Task<NpgsqlConnection> Open(PostgresFolder folder, string database, CancellationToken cancellation)
    {
        // Not pooled: connections that stay open would keep what they learnt of the types before PostGIS came.
        var settings = Connection(folder, database);
        settings.Pooling = false;
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static NpgsqlConnectionStringBuilder Connection(PostgresFolder folder, string database) => new() { Host = folder.Path, Database = database, Username = Name };

    // The server starts or stops; or it still does what a start that was killed had asked of it.
    private static bool IsPassing(string? state) => state is
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
        or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.ObjectInUse;

    private static string Seconds(TimeSpan limit) => Math.Ceiling(Math.Min(limit.TotalSeconds, 1e6)).ToString(CultureInfo.InvariantCulture);

    private static async Task<T> Limited<T>(string complaint, TimeSpan timeLimit, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(timeLimit);
        try
        {
            return await work(limited.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new DatabaseException($"{complaint} within {timeLimit.TotalSeconds:0} seconds.", error);
        }
    }
}
