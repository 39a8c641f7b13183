using System.CommandLine;
using Bocage.Cli.Output;
using Bocage.Formats;
using Bocage.Jobs.BusinessCases;
using Bocage.Jobs.Diagnoses;
using Bocage.Jobs.Plans;
using Bocage.Jobs.Runs;

namespace Bocage.Cli.Verbs;

/// <summary>Repeats a run from its run.json and compares the results.</summary>
internal static class RerunVerb
{
    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The run.json of an earlier diagnosis, plan or business case." };
        var output = Options.Folder("Folder for the new results.");
        output.Required = true;
        var verb = new Command("rerun", "Repeat a diagnosis, a plan or a business case from its run.json, and say whether the results are the same to the byte.") { run, output };
        verb.SetAction((parsed, cancellation) =>
        {
            var (record, folder) = (parsed.GetRequiredValue(run), parsed.GetRequiredValue(output));
            Console.Out.WriteLine(RunRecord.KindOf(record) switch
            {
                var kind when kind == DiagnosisRequest.Kind => Diagnosis(record, folder, cancellation),
                var kind when kind == PlanRequest.Kind => Plan(record, folder, cancellation),
                var kind when kind == BusinessCaseRequest.Kind => BusinessCase(record, folder, cancellation),
                var kind => throw new BadInputException($"{record} is the record of a {kind}; a {DiagnosisRequest.Kind}, a {PlanRequest.Kind} or a {BusinessCaseRequest.Kind} can be run again."),
            });
            return Task.FromResult(0);
        });
        return verb;
    }

    private static string Diagnosis(string record, string folder, CancellationToken cancellation)
    {
        var earlier = Checked<DiagnosisRequest>(record, cancellation);
        DiagnosisDisplay.Run(earlier.Request, folder, cancellation);
        return Sentence(Differences(earlier, folder));
    }

    private static string Plan(string record, string folder, CancellationToken cancellation)
    {
        var earlier = Checked<PlanRequest>(record, cancellation);
        PlanDisplay.Run(earlier.Request, folder, json: false, cancellation);
        var differences = Differences(earlier, folder);
        // The clock decides how far a search with a time limit comes, and so do the searches for the explanation and for other budgets.
        return Sentence(differences) + (differences.Count > 0 && earlier.Request.Seconds is { } seconds
            ? FormattableString.Invariant($" A search that the clock ends ({seconds:0.###} s each here) comes further on a faster or quieter machine, so a plan that was not proven, its explanation or its other budgets may differ.") : "");
    }

    private static string BusinessCase(string record, string folder, CancellationToken cancellation)
    {
        var earlier = Checked<BusinessCaseRequest>(record, cancellation);
        BusinessCaseDisplay.Run(earlier.Request, folder, json: false, cancellation);
        return Sentence(Differences(earlier, folder));
    }

    private static RunRecord<TRequest> Checked<TRequest>(string record, CancellationToken cancellation)
        where TRequest : IRunRequest<TRequest>
    {
        var earlier = RunRecord.Read<TRequest>(record);
        earlier.CheckInputs(cancellation);
        return earlier;
    }

    private static IReadOnlyList<string> Differences<TRequest>(RunRecord<TRequest> earlier, string folder)
        where TRequest : IRunRequest<TRequest> => earlier.CompareWith(RunRecord.Read<TRequest>(Path.Combine(folder, RunRecord.FileName)));

    private static string Sentence(IReadOnlyList<string> differences) =>
        differences.Count == 0 ? "All results are the same as before, to the byte." : $"Different from before: {string.Join(", ", differences)}.";
}
