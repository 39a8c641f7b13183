using Bocage.Cli;

return ExitCode.Of(CommandTree.Parse(args));
