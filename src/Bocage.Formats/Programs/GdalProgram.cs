using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Bocage.Formats;

/// <summary>Runs one of GDAL's command-line programs in a process of its own, so that a hostile file can only kill that process.</summary>
/// <remarks>No shell sees the arguments; time and memory are limited; the network is off; nothing is written beside the input; the user's own GDAL settings do not count.</remarks>
internal static class GdalProgram
{
    /// <summary>The memory that one process may take, in KiB (4 GiB): GDAL works through files in pieces and needs far less.</summary>
    private const long MemoryLimitKib = 4L << 20;

    /// <summary>More text than this on one stream is no answer to any question of ours.</summary>
    private const int MostCharacters = 64 << 20;

    private const int Interrupted = 128 + 2;
    private const int Terminated = 128 + 15;

    private static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromMinutes(20);

    /// <summary>Runs a program on a file of a user's.</summary>
    /// <param name="program">Name of the program, such as "gdalinfo".</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="failure">Start of the sentence when it fails, such as "map.tif cannot be read as a raster".</param>
    /// <param name="cancellation">Stops it at once.</param>
    /// <param name="settings">More GDAL settings; null removes one.</param>
    /// <param name="timeLimit">How long it may take.</param>
    /// <exception cref="BadInputException">It failed, or took too long or too much memory.</exception>
    public static GdalResult Run(
        string program,
        IEnumerable<string> arguments,
        string failure,
        CancellationToken cancellation,
        IReadOnlyDictionary<string, string?>? settings = null,
        TimeSpan? timeLimit = null)
    {
        cancellation.ThrowIfCancellationRequested();
        RequireInstalled(program);
        using var process = Start(program, arguments, settings);
        var limit = timeLimit ?? DefaultTimeLimit;
        using var expiry = new CancellationTokenSource(limit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, expiry.Token);
        using var killing = stop.Token.Register(() => Kill(process));
        var output = ReadAsync(process, process.StandardOutput);
        var complaints = ReadAsync(process, process.StandardError);
        process.WaitForExit();
        Task.WaitAll([output, complaints], CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        if (expiry.IsCancellationRequested)
            throw new BadInputException(FormattableString.Invariant($"{failure}: {program} took longer than {limit.TotalSeconds:0} seconds and was stopped."));
        if (output.Result is not { } text || complaints.Result is not { } said)
            throw new BadInputException($"{failure}: {program} has more to say about it than any map should need.");
        // Ctrl-C in a terminal reaches this program too, and may reach it first.
        if (process.ExitCode is Interrupted or Terminated) throw new OperationCanceledException($"{program} was stopped.");
        var messages = GdalMessages.Parse(process.ExitCode == 0 ? said : said + "\n" + text); // ogrinfo complains on its standard output
        if (process.ExitCode != 0 || messages.Errors.Count > 0) throw new BadInputException($"{failure}: {messages.Reason(program, process.ExitCode)}.");
        return new(text, messages.Warnings);
    }

    /// <summary>As <see cref="Run"/>, for files that we made ourselves: their drivers are all there.</summary>
    public static GdalResult RunOnOwn(string program, IEnumerable<string> arguments, string failure, CancellationToken cancellation) =>
        Run(program, arguments, failure, cancellation, new Dictionary<string, string?> { ["GDAL_SKIP"] = null });

    private static Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? settings)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = "/",
        };
        // The shell only sets limits and then becomes the program; the arguments pass it as they are. A system without these limits still works.
        foreach (var word in (string[])["-c", "ulimit -v \"$1\" 2>/dev/null; ulimit -c 0 2>/dev/null; shift; exec \"$@\"", "bocage", MemoryLimitKib.ToString(CultureInfo.InvariantCulture), program])
            start.ArgumentList.Add(word);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        GdalEnvironment.Fill(start.Environment, settings);
        try
        {
            var process = Process.Start(start) ?? throw new UnreachableException("A new process always starts.");
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception error)
        {
            throw new BadInputException($"{program} cannot be started: {error.Message}.", error);
        }
    }

    private static void RequireInstalled(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, program))))
            throw new BadInputException($"The program {program} is not installed; it comes with GDAL (on Debian and Ubuntu: apt-get install gdal-bin).");
    }

    // Null when there was too much.
    private static async Task<string?> ReadAsync(Process process, StreamReader stream)
    {
        var text = new StringBuilder();
        var buffer = new char[1 << 15];
        while (await stream.ReadAsync(buffer).ConfigureAwait(false) is var count and > 0)
        {
            if (text.Length + count > MostCharacters)
            {
                Kill(process);
                return null;
            }

            text.Append(buffer, 0, count);
        }

        return text.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }
}
