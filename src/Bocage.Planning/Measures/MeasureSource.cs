namespace Bocage.Planning;

/// <summary>Where something in a catalogue comes from.</summary>
/// <param name="What">What was found there.</param>
/// <param name="Where">The page, paper or body.</param>
/// <param name="Year">The year it speaks of; null when it does not say.</param>
public sealed record MeasureSource(string What, string Where, int? Year);
