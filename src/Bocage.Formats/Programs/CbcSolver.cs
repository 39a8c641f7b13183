using System.Globalization;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Solves mixed-integer models with CBC (COIN-OR branch and cut, 2.10) as a child process: a solver of others, free to use, that can only hurt itself.</summary>
/// <remarks>
/// CBC gets a private temporary folder, limited memory, and a time limit that is also kept from outside. A gap of 0 asks for a full proof; its own absolute tolerances remain
/// (a row may be broken by 1e-7 of its largest coefficient, a whole number be off by 1e-7), so a rounded answer must be checked by whoever asked, and a bound
/// holds to about a millionth.
/// CBC's own preprocessing is off: in 2.10.8 it "proved" a wrong optimum for about 4 of 1,000 random models of 9 choices, and none of 4,600 without it
/// (docs/methods/mixed-integer-models.md).
/// Without it CBC crashes on some models that nothing satisfies; those are asked again with slack in every row, which is never impossible.
/// </remarks>
public sealed class CbcSolver : IMixedIntegerSolver
{
    private const string Program = "cbc";
    private const int Aborted = 128 + 6;
    private const int Crashed = 128 + 11;

    // Now and then CBC aborts at a check of its own; another way through the same model helps.
    private static readonly string[][] Ways = [[], ["perturbation", "off"], ["cuts", "off", "heuristicsOnOff", "off"]];
    private static readonly TimeSpan Longest = TimeSpan.FromDays(20);
    private readonly int threads;

    /// <summary>CBC with so many threads.</summary>
    /// <param name="threads">1 or more; the answer does not depend on the speed of the threads, but may on their number.</param>
    public CbcSolver(int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        this.threads = threads;
    }

    /// <summary>Whether CBC is there.</summary>
    public static bool IsInstalled => LimitedProgram.IsInstalled(Program);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The model is unbounded, or a number in it is not finite.</exception>
    /// <exception cref="BadInputException">CBC is not installed, or the model needs more memory than it may take.</exception>
    /// <exception cref="InvalidOperationException">CBC failed.</exception>
    public MixedIntegerResult Solve(LinearModel model, SolveLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(limits);
        cancellation.ThrowIfCancellationRequested();
        if (!IsInstalled) throw new BadInputException("The program cbc is not installed; it gives the exact answers (on Debian and Ubuntu: apt-get install coinor-cbc).");
        if (model.Variables.Any(variable => variable.Lower > variable.Upper)) return CbcAnswer.Infeasible(model);
        if (model.Variables.Count == 0) return WithoutVariables(model);
        var run = Run(model, limits, cancellation, out var answer);
        if (run.TookTooLong) return CbcAnswer.Nothing(model);
        if (answer is not null) return CbcAnswer.Parse(model, answer, run.Output ?? "");
        if (NeedsMemory(run))
            throw new BadInputException($"CBC needs more memory than it may take for a model of {model.Variables.Count} variables and {model.Rows.Count} rows.");
        return run.ExitCode == Crashed ? AfterCrash(model, limits, cancellation) : throw Failed(run);
    }

    private LimitedRun Run(LinearModel model, SolveLimits limits, CancellationToken cancellation, out string? answer)
    {
        using var folder = WorkFolder.Temporary();
        var (question, answered) = (folder.File("model.lp"), folder.File("answer.txt"));
        File.WriteAllText(question, LpFile.Write(model));
        // CBC looks at its clock only now and then; what it has found when it is killed is lost, so it gets some time more.
        var hardLimit = limits.Time is { } time && time < Longest / 2 ? time * 1.5 + TimeSpan.FromSeconds(5) : Longest;
        LimitedRun? run = null;
        foreach (var way in Ways)
        {
            run = LimitedProgram.Run(Program, Arguments(question, answered, limits, way), KeepOnlyPath, hardLimit, cancellation);
            if (run.ExitCode != Aborted || NeedsMemory(run)) break;
        }
        answer = run!.ExitCode == 0 && File.Exists(answered) ? File.ReadAllText(answered) : null;
        return run;
    }

    // Slack in every row: the least total of 0 means that there is an answer, and its values are one, though perhaps not the best.
    private MixedIntegerResult AfterCrash(LinearModel model, SolveLimits limits, CancellationToken cancellation)
    {
        var elastic = new LinearModel(maximises: false);
        foreach (var variable in model.Variables)
            elastic.Limit(variable.IsInteger ? elastic.Binary(0) : elastic.Continuous(0, 0, 0), variable.Lower, variable.Upper);
        foreach (var row in model.Rows)
        {
            var largest = row.Terms.Select(term => Math.Abs(term.Coefficient)).DefaultIfEmpty(1).Max();
            var (more, less) = (elastic.Continuous(0, double.PositiveInfinity, 1), elastic.Continuous(0, double.PositiveInfinity, 1));
            elastic.Row([.. row.Terms, new(more, largest), new(less, -largest)], row.Minimum, row.Maximum);
        }
        var run = Run(elastic, limits with { RatioGap = 0 }, cancellation, out var answer);
        if (run.TookTooLong) return CbcAnswer.Nothing(model);
        if (answer is null) throw Failed(run);
        var least = CbcAnswer.Parse(elastic, answer, run.Output ?? "");
        if (least.Outcome is SolveOutcome.Optimal && least.Objective > 1e-6) return CbcAnswer.Infeasible(model);
        if (least.Values.Count == 0 || least.Objective > 1e-6) return CbcAnswer.Nothing(model);
        var values = least.Values.Take(model.Variables.Count).ToArray();
        return CbcAnswer.Nothing(model) with { Values = values, Objective = model.Variables.Select((variable, k) => variable.Objective * values[k]).Sum() };
    }

    private static bool NeedsMemory(LimitedRun run) => run.Complaints?.Contains("bad_alloc", StringComparison.Ordinal) == true;

    private static InvalidOperationException Failed(LimitedRun run) => new($"CBC failed with exit code {run.ExitCode}: {LastLine(run)}");

    private List<string> Arguments(string question, string answer, SolveLimits limits, string[] way)
    {
        List<string> words = [question, "preprocess", "off", "ratioGap", Number(limits.RatioGap), "allowableGap", "0", "increment", "1e-9", "randomCbcSeed", Number(Math.Abs((long)limits.Seed))];
        if (threads > 1) words.AddRange(["threads", Number(100 + threads)]); // from 100: deterministic
        if (limits.Time is { } time) words.AddRange(["timeMode", "elapsed", "sec", Number(Math.Max(0.01, time.TotalSeconds))]);
        words.AddRange([.. way, "solve", "solution", answer]);
        return words;
    }

    private static MixedIntegerResult WithoutVariables(LinearModel model) =>
        model.Rows.All(row => row.Minimum <= 0 && row.Maximum >= 0) ? new(SolveOutcome.Optimal, [], 0, 0) : CbcAnswer.Infeasible(model);

    private static void KeepOnlyPath(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name is not ("PATH" or "LD_LIBRARY_PATH")).ToArray()) environment.Remove(name);
        environment["LC_ALL"] = "C.UTF-8";
    }

    private static string LastLine(LimitedRun run) => $"{run.Output}\n{run.Complaints}".Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
