using System.CommandLine;
using Bocage.Cli.Output;
using Bocage.Formats;

namespace Bocage.Cli;

/// <summary>How a verb ends: 0 done, 2 bad input (one sentence), 1 our fault, 128 and its number for a signal.</summary>
internal static class ExitCode
{
    public const int BadInput = 2;

    private const int OurFault = 1;

    public static int Of(ParseResult parsed)
    {
        if (parsed.Errors.Count > 0) return Say(WhatIsWrong(parsed), BadInput);
        using var signals = new StopSignals();
        try
        {
            // The library's own handler would print a stack trace; a user gets a sentence.
            return parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, signals.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return Say("Stopped; nothing was written.", signals.ExitCode);
        }
        catch (BadInputException error)
        {
            return Say(error.Message, BadInput);
        }
        catch (ArgumentException error) when (error is not ArgumentNullException)
        {
            return Say(Sentence(error), BadInput);
        }
        catch (Exception error) when (Environment.GetEnvironmentVariable("BOCAGE_DEBUG") is null)
        {
            return Say($"Something went wrong in Bocage itself: {error.GetType().Name}: {error.Message} (set BOCAGE_DEBUG=1 to see where)", OurFault);
        }
    }

    // Without its verb, nothing else that the parser says is of any use.
    private static string WhatIsWrong(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count == 0) return $"{parsed.Errors[0].Message} Try: {NameOf(command)} --help";
        var first = parsed.UnmatchedTokens.Count > 0 ? $"there is no verb “{parsed.UnmatchedTokens[0]}”" : "say what to do";
        var demo = command.Parents.Any() ? "" : ", or for a first look: bocage demo";
        return $"{first}; the verbs are {string.Join(", ", command.Subcommands.Select(verb => verb.Name))}. Try: {NameOf(command)} --help{demo}";
    }

    // As a user types it, with the verbs above it.
    private static string NameOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } above ? $"{NameOf(above)} {command.Name}" : command.Name;

    // .NET adds the parameter's name and, in a line of its own, the value; our sentences hold what a user needs.
    private static string Sentence(ArgumentException error)
    {
        var message = error.ParamName is null ? error.Message : error.Message.Replace($" (Parameter '{error.ParamName}')", "", StringComparison.Ordinal);
        return error is ArgumentOutOfRangeException { ActualValue: { } value }
            ? $"{message.Split('\n')[0].TrimEnd('.', '\r')}; got {PlainTable.TextOf(value)}."
            : message;
    }

    /// <summary>One sentence on standard error.</summary>
    public static void Complain(string sentence) => Console.Error.WriteLine($"bocage: {PlainTable.OneLine(sentence)}");

    private static int Say(string sentence, int code)
    {
        Complain(sentence);
        return code;
    }
}
