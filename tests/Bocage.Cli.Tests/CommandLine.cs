using System.Diagnostics;
using System.Text.Json;

namespace Bocage.Cli.Tests;

/// <summary>Runs the program as a user does: a process of its own, its exit code and what it prints.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Errors)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static CommandLine Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "bocage-cli.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.Result);
    }

    /// <summary>A mistake of the user: exit code 2, one sentence on standard error, nothing on standard output.</summary>
    public static string Refusal(params string[] arguments)
    {
        var run = Run(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        var line = Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("bocage: ", line, StringComparison.Ordinal);
        return line["bocage: ".Length..];
    }
}
