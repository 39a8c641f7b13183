namespace Bocage.Formats;

/// <summary>A place with a name.</summary>
/// <param name="Id">Its name; unique in its table.</param>
/// <param name="X">x, in the units of the map.</param>
/// <param name="Y">y, in the units of the map.</param>
public sealed record NamedPoint(string Id, double X, double Y);
