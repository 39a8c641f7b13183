namespace Bocage.Landscapes;

/// <summary>A class of a land-cover map as people see it.</summary>
/// <param name="Code">Its code on the map.</param>
/// <param name="Name">Its name.</param>
/// <param name="Colour">The colour to draw it in, as <c>#rrggbb</c>; null when the legend does not say.</param>
public sealed record LandCoverClass(int Code, LocalizedText Name, string? Colour);
