using Bocage.Jobs.Runs;
using Spectre.Console;

namespace Bocage.Cli.Output;

/// <summary>Progress on standard error: a bar per step in a terminal, a line per step elsewhere.</summary>
internal static class ProgressDisplay
{
    public static T While<T>(Func<IProgress<RunProgress>, T> work)
    {
        if (Console.IsErrorRedirected) return work(new Lines());
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(false).HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context => work(new Bars(context)));
    }

    private sealed class Lines : IProgress<RunProgress>
    {
        private string? current;

        public void Report(RunProgress value)
        {
            if (value.Step == current) return;
            current = value.Step;
            Console.Error.WriteLine($"bocage: {PlainTable.OneLine(value.Step)}");
        }
    }

    private sealed class Bars(ProgressContext context) : IProgress<RunProgress>
    {
        private readonly Dictionary<string, ProgressTask> tasks = [];

        public void Report(RunProgress value)
        {
            lock (tasks)
            {
                if (!tasks.TryGetValue(value.Step, out var task)) tasks[value.Step] = task = context.AddTask(Markup.Escape(PlainTable.OneLine(value.Step)));
                task.Value = 100 * value.Share;
            }
        }
    }
}
