using System.CommandLine;
using Bocage.Cli.Output;
using Bocage.Jobs.BusinessCases;

namespace Bocage.Cli.Verbs;

/// <summary>From a plan, parties and schemes to who pays, who gains and what would be fair.</summary>
internal static class BusinessCaseVerb
{
    public static Command Create()
    {
        var plan = new Argument<string>("PLAN") { Description = "Folder that `bocage plan` wrote, or a file with planned measures (YAML)." };
        var parties = new Option<string>("--parties") { Required = true, HelpName = "file", Description = "The parties, the years and the money (YAML)." };
        var schemes = new Option<string[]>("--schemes") { Required = true, HelpName = "files", Description = "Schemes and scorecards (YAML), for instance schemes/library.yaml; may be given more than once." };
        var measures = new Option<string?>("--measures") { HelpName = "file", Description = "Catalogue of measures (YAML) for names and costs that a file of planned measures leaves out." };
        var draws = Options.Number<int>("--draws", "How often prices, costs and yields are drawn. [default: 10000]", "a whole number from 1 to 1000000", number => number is > 0 and <= 1_000_000);
        var seed = Options.Number<int>("--seed", "Seed of the draws. [default: 1]", "a whole number, 0 or more", number => number >= 0);
        var seconds = Options.Number<double>("--seconds", "How long to search for stacks and for the fair deal, s. [default: 60]", "a number above 0", number => number > 0);
        var language = Options.Language();
        var output = Options.Folder("Folder for the results.");
        output.Required = true;
        var json = Options.Json();
        var verb = new Command("business-case", "Work out who pays, who gains, which schemes stack best, and what would make it fair to all.") { plan, parties, schemes, measures, draws, seed, seconds, language, output, json };
        verb.SetAction((parsed, cancellation) =>
        {
            var request = new BusinessCaseRequest
            {
                Plan = parsed.GetRequiredValue(plan),
                Parties = parsed.GetRequiredValue(parties),
                Schemes = parsed.GetRequiredValue(schemes),
                Measures = parsed.GetValue(measures),
                Draws = parsed.GetValue(draws) ?? 10_000,
                Chance = parsed.GetValue(seed) ?? 1,
                Seconds = parsed.GetValue(seconds) ?? 60,
                Language = parsed.GetRequiredValue(language),
            };
            BusinessCaseDisplay.Run(request, parsed.GetRequiredValue(output), parsed.GetValue(json), cancellation);
            return Task.FromResult(0);
        });
        return verb;
    }
}
