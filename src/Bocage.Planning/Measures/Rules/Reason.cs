using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Why a measure can or cannot be carried out in a place: a key for a text in each language, and what to fill in.</summary>
/// <param name="Key">The rule and what came out, such as <c>groundwater.broken</c>; a test sees to it that every key has its text.</param>
/// <param name="Verdict">What follows from it for the measure in this place.</param>
/// <param name="Values">What to fill in, by name.</param>
/// <param name="ChangeFirst">What must change first, in the catalogue's own words, or null.</param>
public sealed record Reason(string Key, Applicability Verdict, IReadOnlyDictionary<string, ReasonValue> Values, LocalizedText? ChangeFirst = null);
