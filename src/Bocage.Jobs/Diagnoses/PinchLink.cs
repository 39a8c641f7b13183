using Bocage.Landscapes;

namespace Bocage.Jobs.Diagnoses;

/// <summary>A link with what would be lost without it.</summary>
/// <param name="Link">The link.</param>
/// <param name="LossPercent">Share of all connectivity (PC) that would be lost, %.</param>
/// <param name="Sides">Habitat on either side when it is the only way between them, ha; null when there is a detour.</param>
public sealed record PinchLink(LeastCostLink Link, double LossPercent, (double FirstHa, double SecondHa)? Sides)
{
    /// <summary>The links of a network by what would be lost without them, the worst first.</summary>
    internal static IReadOnlyList<PinchLink> Of(PatchMap patches, IReadOnlyList<LeastCostLink> links, ConnectivityImportance importance, int count)
    {
        var order = Enumerable.Range(0, links.Count).OrderByDescending(k => importance.Links[k].DPc).ThenBy(k => k).Take(count);
        return [.. order.Select(k => new PinchLink(links[k], importance.Links[k].DPc, SidesOf(patches, links, k)))];
    }

    // What each end reaches without the link; when one reaches the other there is a detour.
    private static (double, double)? SidesOf(PatchMap patches, IReadOnlyList<LeastCostLink> links, int without)
    {
        var graph = PatchLinks.ToGraph(patches, [.. links.Where((_, k) => k != without)]);
        var components = Components.Of(graph);
        var (from, to) = (components.ComponentOf[links[without].From - 1], components.ComponentOf[links[without].To - 1]);
        return from == to ? null : (components.AreaHa[from], components.AreaHa[to]);
    }
}
