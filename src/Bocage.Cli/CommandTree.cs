using System.CommandLine;
using System.CommandLine.Help;
using Bocage.Cli.Verbs;

namespace Bocage.Cli;

/// <summary>All verbs under the one name that users type.</summary>
internal static class CommandTree
{
    public static ParseResult Parse(string[] arguments) =>
        // A file may be called @map.tif: no argument stands for a file with more arguments.
        Root().Parse([.. RepeatedOptions.NameEach(arguments)], new() { ResponseFileTokenReplacer = null });

    // Not a RootCommand: that one is named after the program's file, and a user types "bocage".
    private static Command Root() => new("bocage", "Bocage: where is the green-blue network broken, and what would mend it?")
    {
        new HelpOption(),
        new VersionOption(),
        DiagnoseVerb.Create(),
        DemoVerb.Create(),
        RerunVerb.Create(),
        InspectVerb.Create(),
        DistanceVerb.Create(),
        ConnectivityVerb.Create(),
        PatchesVerb.Create(),
        MetricsVerb.Create(),
        PlanVerb.Create(),
        BusinessCaseVerb.Create(),
        OptimiseVerb.Create(),
        RestoreVerb.Create(),
        MeasuresVerb.Create(),
        PrioritiseVerb.Create(),
        ProgrammeVerb.Create(),
    };
}
