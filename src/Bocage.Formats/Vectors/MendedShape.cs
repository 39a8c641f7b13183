namespace Bocage.Formats;

/// <summary>A shape that was not valid as it came.</summary>
/// <param name="Fid">The number of its feature in the file.</param>
/// <param name="Name">The feature's name, when it has a field that looks like one.</param>
/// <param name="Reason">What is wrong with it and where, such as "Self-intersection at (113760.8, 418090.9)".</param>
public sealed record MendedShape(long Fid, string? Name, string Reason);
