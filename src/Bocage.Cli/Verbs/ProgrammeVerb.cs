using System.CommandLine;
using Bocage.Cli.Output;
using Bocage.Data.Programmes;

namespace Bocage.Cli.Verbs;

/// <summary>Programme packs: says what is in one, or everything that is wrong with it.</summary>
internal static class ProgrammeVerb
{
    public static Command Create() => new("programme", "Work with programme packs.") { Check() };

    private static Command Check()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder of a pack, such as programmes/all4biodiversity." };
        var verb = new Command("check", "Say what is in a pack, or everything that is wrong with it.") { folder };
        verb.SetAction((parsed, _) =>
        {
            var read = ProgrammePackFolder.Read(parsed.GetRequiredValue(folder));
            if (read.Pack is { } pack) Summary(pack);
            foreach (var error in read.Errors) ExitCode.Complain(error.Sentence);
            return Task.FromResult(read.Errors.Count == 0 ? 0 : ExitCode.BadInput);
        });
        return verb;
    }

    private static void Summary(ProgrammePack pack)
    {
        var facts = PlainTable.OfFacts();
        facts.Row("programme", $"{pack.Programme.Name.In(pack.Programme.Languages[0])} ({pack.Programme.Id})");
        facts.Row("languages", string.Join(", ", pack.Programme.Languages));
        facts.Row("objectives", pack.Objectives.Count);
        facts.Row("counters", pack.Counters.Count());
        facts.Row("areas", pack.Areas.Count);
        facts.Row("partners", pack.Partners.Count);
        facts.Row("projects", pack.Projects.Count);
        facts.Row("toolbox items", pack.Toolbox.Count);
        facts.Row("news", pack.News.Count);
        facts.Row("pages", pack.Pages.Count);
        facts.Row("sources", pack.Sources.Count);
        facts.Row("figures on which sources disagree", pack.Disputed().Count());
        facts.Print();
        foreach (var name in pack.Disputed()) Console.Out.WriteLine($"Sources disagree: {name.In(pack.Programme.Languages[0])}");
    }
}
