using System.CommandLine;
using Bocage.Formats;

namespace Bocage.Cli;

/// <summary>How a verb ends: 0 done, 2 bad input (one sentence), 1 our fault, 130 stopped by the user.</summary>
internal static class ExitCode
{
    private const int OurFault = 1;
    private const int BadInput = 2;
    private const int Stopped = 130;

    public static int Of(ParseResult parsed)
    {
        if (parsed.Errors.Count > 0) return Say($"{parsed.Errors[0].Message} Try: bocage {parsed.CommandResult.Command.Name} --help", BadInput);
        using var cancellation = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            cancellation.Cancel();
        };
        try
        {
            // The library's own handler would print a stack trace; a user gets a sentence.
            return parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellation.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return Say("Stopped; nothing was written.", Stopped);
        }
        catch (BadInputException error)
        {
            return Say(error.Message, BadInput);
        }
        catch (ArgumentException error)
        {
            return Say(error.ParamName is null ? error.Message : error.Message.Replace($" (Parameter '{error.ParamName}')", "", StringComparison.Ordinal), BadInput);
        }
        catch (Exception error) when (Environment.GetEnvironmentVariable("BOCAGE_DEBUG") is null)
        {
            return Say($"Something went wrong in Bocage itself: {error.GetType().Name}: {error.Message} (set BOCAGE_DEBUG=1 to see where)", OurFault);
        }
    }

    private static int Say(string sentence, int code)
    {
        Console.Error.WriteLine($"bocage: {sentence}");
        return code;
    }
}
