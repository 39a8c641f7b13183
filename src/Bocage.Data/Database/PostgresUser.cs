namespace Bocage.Data.Database;

/// <summary>Whom the server runs as. PostgreSQL refuses root, rightly; so root gives it a system user of its own, and anybody else runs it as himself.</summary>
internal static class PostgresUser
{
    private const string Name = "bocage";

    /// <summary>The user that programs of the server have to be started as; null for the caller.</summary>
    public static string? OfServer => Environment.IsPrivilegedProcess ? Name : null;

    /// <summary>As root: makes the user if there is none, and gives him the folder. Otherwise nothing.</summary>
    /// <exception cref="DatabaseException">The user cannot be made, or cannot get at the folder.</exception>
    public static async Task Own(PostgresFolder folder, CancellationToken cancellation)
    {
        if (OfServer is null) return;
        if (!await Exists(cancellation).ConfigureAwait(false))
        {
            string[] arguments = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", Name];
            var (_, said) = await Run("useradd", null, arguments, cancellation).ConfigureAwait(false);
            // Another process may have been quicker.
            if (!await Exists(cancellation).ConfigureAwait(false)) throw new DatabaseException($"The system user {Name}, who runs the database's server for root, could not be made: {said}.");
        }
        var (failed, complaint) = await Run("chown", null, ["--recursive", "--no-dereference", $"{Name}:", folder.Path], cancellation).ConfigureAwait(false);
        if (failed != 0) throw new DatabaseException($"{folder.Path} could not be given to the user {Name}: {complaint}.");
        var (unreachable, _) = await Run("test", Name, ["-w", folder.Path], cancellation).ConfigureAwait(false);
        if (unreachable != 0)
        {
            throw new DatabaseException(
                $"The user {Name}, who runs the database's server for root, cannot get at {folder.Path}; please choose a folder that others may pass through to, such as /var/lib/bocage.");
        }
    }

    private static async Task<bool> Exists(CancellationToken cancellation) => (await Run("id", null, ["-u", Name], cancellation).ConfigureAwait(false)).ExitCode == 0;

    private static Task<(int ExitCode, string Said)> Run(string program, string? user, string[] arguments, CancellationToken cancellation) =>
        PostgresPrograms.RunAny(program, "/", user, arguments, cancellation);
}
