using System.CommandLine;
using Bocage.Cli;
using Bocage.Cli.Verbs;

var root = new RootCommand("Bocage: where is the green-blue network broken, and what would mend it?")
{
    DiagnoseVerb.Create(),
    DemoVerb.Create(),
    RerunVerb.Create(),
    InspectVerb.Create(),
    DistanceVerb.Create(),
    ConnectivityVerb.Create(),
    PatchesVerb.Create(),
    MetricsVerb.Create(),
};
return ExitCode.Of(root.Parse(args));
