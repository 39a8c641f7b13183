using System.CommandLine;
using Bocage.Cli.Output;
using Bocage.Jobs.Diagnoses;
using Bocage.Jobs.Languages;

namespace Bocage.Cli.Verbs;

/// <summary>Makes a polder landscape and diagnoses it: a first look at Bocage without any data of one's own.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "Folder for the map and the results.", DefaultValueFactory = _ => "bocage-demo" };
        var seed = new Option<long>("--seed") { Description = "Another number makes another polder.", DefaultValueFactory = _ => 7 };
        var language = new Option<string>("--language") { Description = "Language of the report: en, nl, fr or de.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. Texts.Languages]);
        var verb = new Command("demo", "Make a polder landscape and diagnose it.") { output, seed, language };
        verb.SetAction((parsed, cancellation) =>
        {
            var folder = parsed.GetRequiredValue(output);
            var request = DemoLandscape.Write(folder, Path.Combine(AppContext.BaseDirectory, "species", "polder"), parsed.GetValue(seed), parsed.GetRequiredValue(language), cancellation);
            DiagnosisDisplay.Run(request, folder, cancellation);
            return Task.FromResult(0);
        });
        return verb;
    }
}
