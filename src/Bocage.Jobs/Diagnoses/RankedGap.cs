using Bocage.Formats;
using Bocage.Landscapes;

namespace Bocage.Jobs.Diagnoses;

/// <summary>A link that does not exist yet, with what closing it would add.</summary>
/// <param name="Rank">1 for the gap that adds most.</param>
/// <param name="Gap">Where it is.</param>
/// <param name="GainHa">Growth of the equivalent connected area, ha.</param>
/// <param name="GainPercent">The same, in percent of today's.</param>
/// <param name="Crosses">Land that the straight line between the patches crosses, by class code (null for no data), in metres, most first.</param>
public sealed record RankedGap(int Rank, GapCandidate Gap, double GainHa, double GainPercent, IReadOnlyList<(int? Code, double LengthM)> Crosses)
{
    internal static IReadOnlyList<RankedGap> Of(
        LandCover map, ResistanceSurface surface, PatchMap patches, IReadOnlyList<LeastCostLink> links, PatchGraph graph, SpeciesProfile profile,
        IProgress<double> progress, CancellationToken cancellation)
    {
        var candidates = NetworkGaps.Candidates(surface, patches, links, profile.MaximumLinkM, profile.MaximumGapM, progress: progress, cancellation: cancellation);
        var improvements = LinkImprovement.Of(graph, profile.Dispersal, [.. candidates.Select(gap => new Link(gap.From - 1, gap.To - 1, gap.ClosedDistance))], progress, cancellation);
        return [.. candidates.Zip(improvements)
            .OrderByDescending(pair => pair.Second.GainHa).ThenBy(pair => pair.First.From).ThenBy(pair => pair.First.To)
            .Select((pair, place) => new RankedGap(place + 1, pair.First, pair.Second.GainHa, pair.Second.GainPercent, LandOn(map, pair.First)))];
    }

    /// <summary>The straight line from patch to patch: the closest cell of each, and the cells between.</summary>
    public IReadOnlyList<int> Line => [Gap.FromCell, .. Gap.Cells, Gap.ToCell];

    // The line's length is shared out over the cells between the two patches that it passes through.
    private static IReadOnlyList<(int? Code, double LengthM)> LandOn(LandCover map, GapCandidate gap) =>
        [.. gap.Cells.GroupBy(map.CodeAt).Select(group => (group.Key, gap.LengthM * group.Count() / gap.Cells.Count)).OrderByDescending(part => part.Item2).ThenBy(part => part.Key)];
}
