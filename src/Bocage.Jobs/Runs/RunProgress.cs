namespace Bocage.Jobs.Runs;

/// <summary>How far a run is.</summary>
/// <param name="Step">What it is doing, in English, for the person who waits.</param>
/// <param name="Share">Share of the step that is done, 0 to 1.</param>
public readonly record struct RunProgress(string Step, double Share);
