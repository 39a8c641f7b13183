using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Bocage.Data.Database;

/// <summary>The programs of an installed PostgreSQL server.</summary>
/// <param name="Folder">Where they are.</param>
internal sealed record PostgresPrograms(string Folder)
{
    private const string DebianFolder = "/usr/lib/postgresql";
    private const string HowToInstall = "install it (Debian: apt-get install postgresql postgresql-postgis)";

    /// <summary>The programs that fit a cluster: Debian's of the version that made it, or the newest for a new one; else those in PATH; null when there are none.</summary>
    /// <param name="version">The major version that made the cluster; null for a new one.</param>
    public static PostgresPrograms? Find(string? version)
    {
        var debian = Directory.Exists(DebianFolder) ? Directory.GetDirectories(DebianFolder) : [];
        var fitting = debian.Where(folder => version is null || Path.GetFileName(folder) == version)
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Select(folder => Path.Combine(folder, "bin"));
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return fitting.Concat(path).FirstOrDefault(folder => ((string[])["initdb", "pg_ctl", "postgres"]).All(name => File.Exists(Path.Combine(folder, name)))) is { } found ? new(found) : null;
    }

    /// <summary>As <see cref="Find"/>.</summary>
    /// <exception cref="DatabaseException">There are none.</exception>
    public static PostgresPrograms Need(PostgresFolder folder) => Find(folder.MadeBy) ?? throw new DatabaseException(
        folder.MadeBy is { } version && Find(null) is not null
            ? $"The database in {folder.Path} was made by PostgreSQL {version}, which is not on this machine; please install postgresql-{version} and postgresql-{version}-postgis-3."
            : $"The PostgreSQL server was found neither in {DebianFolder} nor in PATH; please {HowToInstall}.");

    /// <summary>Runs one of them to its end, in a folder, with nothing of the caller's environment.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="folder">Where it works.</param>
    /// <param name="user">Whom it runs as; null for the caller.</param>
    /// <param name="arguments">Its arguments, passed as they are.</param>
    /// <param name="cancellation">Kills it, but not a server that it has started.</param>
    /// <returns>Its exit code, and what it wrote.</returns>
    /// <exception cref="DatabaseException">It cannot be started.</exception>
    public Task<(int ExitCode, string Said)> Run(string program, string folder, string? user, IEnumerable<string> arguments, CancellationToken cancellation) =>
        RunAny(Path.Combine(Folder, program), folder, user, arguments, cancellation);

    /// <summary>As <see cref="Run"/>, for any program.</summary>
    public static async Task<(int ExitCode, string Said)> RunAny(string program, string folder, string? user, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        if (user is not null) start.UserName = user;
        start.Environment.Clear();
        foreach (var (name, value) in ((string, string)[])[("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"), ("HOME", "/nonexistent"), ("LC_ALL", "C.UTF-8")]) start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start) ?? throw new UnreachableException("A new process always starts.");
            using var killing = cancellation.Register(process.Kill);
            process.StandardInput.Close();
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation)).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return (process.ExitCode, string.Concat(said).Trim());
        }
        catch (Win32Exception error)
        {
            throw new DatabaseException($"{program} cannot be started{(user is null ? "" : $" as user {user}")}: {error.Message}.", error);
        }
    }
}
