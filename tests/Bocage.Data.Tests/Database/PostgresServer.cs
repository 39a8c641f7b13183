using Bocage.Data.Database;
using Npgsql;

namespace Bocage.Data.Tests.Database;

/// <summary>A private server in a temporary folder for all tests of a class; each test that asks for it finds it running.</summary>
/// <remarks>Tests are skipped, with the reason, where PostgreSQL is not installed.</remarks>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private PrivatePostgres? last;

    /// <summary>A folder that does not exist before the first start.</summary>
    public string Folder => folder.File("database");

    /// <summary>Starts it or attaches to it.</summary>
    public async Task<PrivatePostgres> Start(CancellationToken cancellation = default)
    {
        SkipUnlessInstalled();
        return last = await PrivatePostgres.Start(Folder, TimeSpan.FromMinutes(2), durable: false, cancellation);
    }

    /// <summary>Asks it one thing.</summary>
    public static async Task<object?> Ask(PrivatePostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public static void SkipUnlessInstalled() =>
        Assert.SkipUnless(PrivatePostgres.IsInstalled, "needs the PostgreSQL server with PostGIS (postgresql, postgresql-postgis), which is not on this machine");

    public ValueTask InitializeAsync()
    {
        // The server's own user has to pass through to its folder.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (last is not null) await last.Stop(TimeSpan.FromMinutes(1), CancellationToken.None);
        folder.Dispose();
    }
}
