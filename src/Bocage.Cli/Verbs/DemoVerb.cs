using System.CommandLine;
using Bocage.Cli.Output;
using Bocage.Jobs.Diagnoses;

namespace Bocage.Cli.Verbs;

/// <summary>Makes a polder landscape and diagnoses it: a first look at Bocage without any data of one's own.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var output = Options.Folder("Folder for the map and the results.");
        output.DefaultValueFactory = _ => "bocage-demo";
        var seed = Options.Number<long>("--seed", "Another number makes another polder. [default: 7]", "a whole number", _ => true);
        var language = Options.Language();
        var verb = new Command("demo", "Make a polder landscape and diagnose it.") { output, seed, language };
        verb.SetAction((parsed, cancellation) =>
        {
            var folder = parsed.GetRequiredValue(output);
            var request = DemoLandscape.Write(folder, Path.Combine(AppContext.BaseDirectory, "species", "polder"), parsed.GetValue(seed) ?? 7, parsed.GetRequiredValue(language), cancellation);
            DiagnosisDisplay.Run(request, folder, cancellation);
            return Task.FromResult(0);
        });
        return verb;
    }
}
