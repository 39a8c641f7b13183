using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Bocage.Formats;

/// <summary>Runs a program as a child process that can only hurt itself: time, memory and talk are limited, no shell sees its arguments.</summary>
internal static class LimitedProgram
{
    /// <summary>The memory that one process may take, in KiB (4 GiB).</summary>
    private const long MemoryLimitKib = 4L << 20;

    /// <summary>More text than this on one stream is no answer to any question of ours.</summary>
    private const int MostCharacters = 64 << 20;

    private const int Interrupted = 128 + 2;
    private const int Terminated = 128 + 15;

    /// <summary>Runs a program to its end, or to the end of its time.</summary>
    /// <param name="program">Name of the program, looked up in PATH.</param>
    /// <param name="arguments">Its arguments, passed as they are.</param>
    /// <param name="fillEnvironment">Changes the environment it would inherit.</param>
    /// <param name="timeLimit">After this it is killed.</param>
    /// <param name="cancellation">Kills it at once and throws.</param>
    /// <exception cref="BadInputException">It cannot be started.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, or the program was interrupted from outside.</exception>
    public static LimitedRun Run(
        string program, IEnumerable<string> arguments, Action<IDictionary<string, string?>> fillEnvironment, TimeSpan timeLimit, CancellationToken cancellation)
    {
        using var process = Start(program, arguments, fillEnvironment);
        using var expiry = new CancellationTokenSource(timeLimit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, expiry.Token);
        using var killing = stop.Token.Register(() => Kill(process));
        var output = ReadAsync(process, process.StandardOutput);
        var complaints = ReadAsync(process, process.StandardError);
        process.WaitForExit();
        Task.WaitAll([output, complaints], CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        // Ctrl-C in a terminal reaches this program too, and may reach it first.
        if (!expiry.IsCancellationRequested && process.ExitCode is Interrupted or Terminated) throw new OperationCanceledException($"{program} was stopped.");
        return new(process.ExitCode, output.Result, complaints.Result, expiry.IsCancellationRequested);
    }

    /// <summary>Whether PATH leads to a program of this name.</summary>
    public static bool IsInstalled(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Any(folder => File.Exists(Path.Combine(folder, program)));
    }

    private static Process Start(string program, IEnumerable<string> arguments, Action<IDictionary<string, string?>> fillEnvironment)
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
        fillEnvironment(start.Environment);
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

/// <summary>How a child process ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output; null when there was too much of it.</param>
/// <param name="Complaints">Its standard error; null when there was too much of it.</param>
/// <param name="TookTooLong">Whether its time ran out and it was killed.</param>
internal sealed record LimitedRun(int ExitCode, string? Output, string? Complaints, bool TookTooLong);
