using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Schemes, and the scorecards that they pay by.</summary>
/// <param name="Schemes">The schemes, in the order of the files.</param>
/// <param name="Scorecards">The scorecards, in the order of the files.</param>
public sealed record SchemeLibrary(IReadOnlyList<Scheme> Schemes, IReadOnlyList<Scorecard> Scorecards);
