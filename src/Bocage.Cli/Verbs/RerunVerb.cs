using System.CommandLine;
using Bocage.Cli.Output;
using Bocage.Jobs.Diagnoses;
using Bocage.Jobs.Runs;

namespace Bocage.Cli.Verbs;

/// <summary>Repeats a run from its run.json and compares the results.</summary>
internal static class RerunVerb
{
    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The run.json of an earlier run." };
        var output = Options.Folder("Folder for the new results.");
        output.Required = true;
        var verb = new Command("rerun", "Repeat a run from its run.json, and say whether the results are the same to the byte.") { run, output };
        verb.SetAction((parsed, cancellation) =>
        {
            var folder = parsed.GetRequiredValue(output);
            var earlier = RunRecord.Read<DiagnosisRequest>(parsed.GetRequiredValue(run));
            earlier.CheckInputs(cancellation);
            DiagnosisDisplay.Run(earlier.Request, folder, cancellation);
            var differences = earlier.CompareWith(RunRecord.Read<DiagnosisRequest>(Path.Combine(folder, RunRecord.FileName)));
            Console.Out.WriteLine(differences.Count == 0 ? "All results are the same as before, to the byte." : $"Different from before: {string.Join(", ", differences)}.");
            return Task.FromResult(0);
        });
        return verb;
    }
}
