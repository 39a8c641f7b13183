using System.Diagnostics;
using System.Globalization;

namespace Bocage.Data.Database;

/// <summary>The processes that work in a private PostgreSQL's folder, known by their name and where they work, as a number alone may meanwhile be another program's.</summary>
/// <param name="folder">Path of the folder, without links.</param>
internal sealed class PostgresProcesses(string folder)
{
    private static readonly string[] Programs = ["postgres", "pg_ctl", "initdb"];

    private readonly string cluster = Path.Combine(folder, PostgresFolder.Data);

    private readonly string[] places = [folder, Path.Combine(folder, PostgresFolder.Data), Path.Combine(folder, PostgresFolder.DraftData)];

    /// <summary>Whether a process is the cluster's server, or a part of it.</summary>
    public bool IsServer(int process) => Look(process) is ("postgres", { } place) && place == cluster;

    /// <summary>Whether a process of this number lives, whatever it is.</summary>
    public static bool Lives(int process) => Directory.Exists($"/proc/{process}");

    /// <summary>Waits until nothing works in the folder any more that a killed server or a killed start has left, or until that has become a server.</summary>
    /// <remarks>
    /// What is left when the patience has run out is killed. The parts of a server notice that its head is gone, but one in the middle of a long query does so late, and no new server may start beside it.
    /// </remarks>
    public async Task EndLeftovers(TimeSpan patience, Func<bool> runs, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        while (All() is { Count: > 0 } left && !runs())
        {
            if (Stopwatch.GetElapsedTime(since) > patience) left.ForEach(Kill);
            await Task.Delay(50, cancellation).ConfigureAwait(false);
        }
    }

    private List<int> All()
    {
        var all = new List<int>();
        foreach (var entry in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(entry), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                && Look(process) is ({ } program, { } place) && Programs.Contains(program) && places.Contains(place)) all.Add(process);
        }

        return all;
    }

    // Nulls for a process that has ended or is not ours to look at.
    private static (string? Program, string? Place) Look(int process)
    {
        try
        {
            return (File.ReadAllText($"/proc/{process}/comm").Trim(), File.ResolveLinkTarget($"/proc/{process}/cwd", returnFinalTarget: false)?.FullName);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, null);
        }
    }

    private static void Kill(int number)
    {
        try
        {
            using var process = Process.GetProcessById(number);
            process.Kill();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }
}
