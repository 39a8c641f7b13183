namespace Bocage.Jobs.Runs;

/// <summary>What a run was asked to do: files and typed parameters, from which it can be repeated.</summary>
/// <typeparam name="TSelf">The request itself.</typeparam>
public interface IRunRequest<TSelf>
    where TSelf : IRunRequest<TSelf>
{
    /// <summary>The kind of run: "diagnosis", "plan", "business case".</summary>
    static abstract string Kind { get; }

    /// <summary>Seed of the chance that the run uses; null for none.</summary>
    long? Seed { get; }

    /// <summary>The same request with full paths, so that it can be repeated from another folder.</summary>
    TSelf WithFullPaths();

    /// <summary>Every input file with what it is used as, in a fixed order.</summary>
    IEnumerable<(string Role, string Path)> Inputs(CancellationToken cancellation);
}
