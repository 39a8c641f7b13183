using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Places from a file.</summary>
/// <param name="Places">The places, in the order of the file.</param>
/// <param name="Notes">What was mended, left out or cut, a sentence each.</param>
public sealed record PlacesLayer(IReadOnlyList<Place> Places, IReadOnlyList<string> Notes);
