using System.Diagnostics;
using Bocage.Data.Database;
using Bocage.Formats;
using Npgsql;

namespace Bocage.Data.Tests.Database;

public class PrivatePostgresTests(PostgresServer shared) : IClassFixture<PostgresServer>
{
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(2);

    // What has ended but was not yet asked for its exit code still has a number.
    private static bool Works(int process) => File.Exists($"/proc/{process}/status") && !File.ReadLines($"/proc/{process}/status").Any(line => line.StartsWith("State:\tZ", StringComparison.Ordinal));

    [Fact]
    public async Task A_new_server_knows_PostGIS_and_counts_in_UTC()
    {
        var server = await shared.Start();
        Assert.StartsWith("3.", (string)(await PostgresServer.Ask(server, "select postgis_version()"))!, StringComparison.Ordinal);
        // 3 m east and 4 m north in the Belgian grid.
        Assert.Equal(5.0, await PostgresServer.Ask(server, "select ST_Distance(ST_SetSRID(ST_Point(150000, 170000), 31370), ST_SetSRID(ST_Point(150003, 170004), 31370))"));
        Assert.Equal("UTF8 C.UTF-8 on UTC", await PostgresServer.Ask(server,
            "select concat_ws(' ', pg_encoding_to_char(encoding), datcollate, current_setting('data_checksums'), current_setting('timezone')) from pg_database where datname = current_database()"));
    }

    [Fact]
    public async Task It_listens_only_at_its_socket_in_a_folder_that_is_closed_to_others()
    {
        var server = await shared.Start();
        Assert.Equal("", await PostgresServer.Ask(server, "show listen_addresses"));
        Assert.True(File.Exists(Path.Combine(shared.Folder, ".s.PGSQL.5432")));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(shared.Folder));
    }

    [Fact]
    public async Task It_never_runs_as_root()
    {
        var server = await shared.Start();
        var line = File.ReadLines($"/proc/{server.ServerProcess}/status").Single(line => line.StartsWith("Uid:", StringComparison.Ordinal));
        var users = line.Split('\t').Skip(1).ToArray();
        Assert.Equal(4, users.Length);
        Assert.DoesNotContain("0", users);
    }

    [Fact]
    public async Task A_second_start_is_attached_to_the_server_that_runs()
    {
        var first = await shared.Start();
        var second = await shared.Start();
        Assert.True(second.Attached);
        Assert.Equal(first.ServerProcess, second.ServerProcess);
        Assert.Equal(first.ConnectionString, second.ConnectionString);
    }

    [Fact]
    public async Task Of_four_that_start_at_once_one_does_and_the_others_are_attached()
    {
        await (await shared.Start()).Stop(Enough, CancellationToken.None);
        var servers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => shared.Start()));
        Assert.Single(servers, server => !server.Attached);
        Assert.Single(servers.Select(server => server.ServerProcess).Distinct());
    }

    [Fact]
    public async Task A_first_start_that_was_given_up_half_way_is_no_obstacle()
    {
        await using var server = new PostgresServer();
        await server.InitializeAsync();
        using var cancellation = new CancellationTokenSource();
        var start = server.Start(cancellation.Token);
        while (!start.IsCompleted && !File.Exists(Path.Combine(server.Folder, "data.new", "PG_VERSION"))) await Task.Delay(5);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        Assert.False(Directory.Exists(Path.Combine(server.Folder, "data")));

        Assert.Equal("bocage", await PostgresServer.Ask(await server.Start(), "select current_database()"));
        Assert.False(Directory.Exists(Path.Combine(server.Folder, "data.new")));
    }

    [Fact]
    public async Task Stopping_ends_the_server_and_starting_again_finds_the_rows()
    {
        var server = await shared.Start();
        await PostgresServer.Ask(server, "drop table if exists kept; create table kept (id int); insert into kept values (7)");
        await server.Stop(Enough, CancellationToken.None);
        Assert.False(Works(server.ServerProcess));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => PostgresServer.Ask(server, "select 1"));
        await server.Stop(Enough, CancellationToken.None);

        var again = await shared.Start();
        Assert.False(again.Attached);
        Assert.Equal(7, await PostgresServer.Ask(again, "select id from kept"));
    }

    [Fact]
    public async Task A_killed_server_comes_back_with_every_committed_row_and_no_other()
    {
        var server = await shared.Start();
        await PostgresServer.Ask(server, "drop table if exists killed; create table killed (id int); insert into killed select generate_series(1, 1000)");
        await using var open = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await open.OpenAsync();
        await using var transaction = await open.BeginTransactionAsync();
        await using (var insert = new NpgsqlCommand("insert into killed values (1001)", open, transaction)) await insert.ExecuteNonQueryAsync();
        // A part of the server that is busy does not notice at once that its head is gone.
        await using var busy = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await busy.OpenAsync();
        await using var count = new NpgsqlCommand("do $$ begin loop end loop; end $$", busy);
        var counting = count.ExecuteNonQueryAsync();
        using (var process = Process.GetProcessById(server.ServerProcess)) process.Kill();

        var again = await shared.Start();
        Assert.False(again.Attached);
        Assert.NotEqual(server.ServerProcess, again.ServerProcess);
        Assert.Equal(1000L, await PostgresServer.Ask(again, "select count(*) from killed"));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => counting);
    }

    [Fact]
    public async Task The_notes_of_a_dead_server_whose_number_another_program_has_now_are_no_obstacle()
    {
        var server = await shared.Start();
        // Of a server that was killed, two notes remain: one in the cluster, one beside the socket.
        string[] notes = [Path.Combine(shared.Folder, "data", "postmaster.pid"), Path.Combine(shared.Folder, ".s.PGSQL.5432.lock")];
        var texts = notes.Select(File.ReadAllLines).ToArray();
        await server.Stop(Enough, CancellationToken.None);
        // The server's own user runs this one, so that PostgreSQL by itself would take it for a server.
        using var other = Process.Start(new ProcessStartInfo("sleep", "600") { UserName = PostgresUser.OfServer ?? "" })!;
        try
        {
            foreach (var (note, lines) in notes.Zip(texts)) await File.WriteAllLinesAsync(note, lines.Skip(1).Prepend($"{other.Id}"));
            var again = await shared.Start();
            Assert.False(again.Attached);
            Assert.NotEqual(other.Id, again.ServerProcess);
            Assert.False(other.HasExited);
        }
        finally
        {
            other.Kill();
        }
    }

    [Fact]
    public async Task A_server_that_does_not_start_says_what_its_log_says()
    {
        var server = await shared.Start();
        await server.Stop(Enough, CancellationToken.None);
        var settings = Path.Combine(shared.Folder, "data", "postgresql.auto.conf");
        var before = await File.ReadAllTextAsync(settings);
        await File.WriteAllTextAsync(settings, "no_such_setting = 1\n");
        var error = await Assert.ThrowsAsync<DatabaseException>(() => shared.Start());
        Assert.Contains(shared.Folder, error.Message, StringComparison.Ordinal);
        Assert.Contains("no_such_setting", error.Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(settings, before);
        Assert.False((await shared.Start()).Attached);
    }

    [Fact]
    public async Task A_cluster_of_a_version_that_is_not_installed_is_left_alone()
    {
        var server = await shared.Start();
        await server.Stop(Enough, CancellationToken.None);
        var version = Path.Combine(shared.Folder, "data", "PG_VERSION");
        var before = await File.ReadAllTextAsync(version);
        await File.WriteAllTextAsync(version, "8\n");
        try
        {
            var error = await Assert.ThrowsAsync<DatabaseException>(() => shared.Start());
            // Said by us, or by a server in PATH that is not of this version either.
            Assert.Matches("PostgreSQL (version )?8\\b", error.Message);
        }
        finally
        {
            await File.WriteAllTextAsync(version, before);
        }
    }

    [Fact]
    public async Task A_folder_that_is_too_deep_for_a_socket_is_refused()
    {
        using var folder = new TemporaryFolder();
        // "/" and 14 characters of the socket's own name leave 93 bytes of 107; "é" takes two.
        var deep = folder.File("é" + new string('x', 93 - folder.Path.Length - 1 - 1));
        var error = await Assert.ThrowsAsync<BadInputException>(() => PrivatePostgres.Start(deep, Enough, CancellationToken.None));
        Assert.Contains("94 bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("at most 93", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_folder_with_other_things_in_it_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var other = folder.Write("letter.txt", "mine");
        var error = await Assert.ThrowsAsync<BadInputException>(() => PrivatePostgres.Start(folder.Path, Enough, CancellationToken.None));
        Assert.Contains("holds something else", error.Message, StringComparison.Ordinal);
        Assert.Equal([other], Directory.EnumerateFileSystemEntries(folder.Path));
        await Assert.ThrowsAsync<BadInputException>(() => PrivatePostgres.Start(other, Enough, CancellationToken.None));
        await Assert.ThrowsAsync<BadInputException>(() => PrivatePostgres.Start(folder.File("a,b"), Enough, CancellationToken.None));
    }

    [Fact]
    public async Task Waiting_for_another_start_ends_with_the_time_limit_and_with_cancellation()
    {
        PostgresServer.SkipUnlessInstalled();
        using var folder = new TemporaryFolder();
        await using var held = new FileStream(folder.File("bocage.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var error = await Assert.ThrowsAsync<DatabaseException>(() => PrivatePostgres.Start(folder.Path, TimeSpan.FromMilliseconds(200), CancellationToken.None));
        Assert.Contains("was not ready", error.Message, StringComparison.Ordinal);
        using var cancelled = new CancellationTokenSource(200);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PrivatePostgres.Start(folder.Path, Enough, cancelled.Token));
    }
}
