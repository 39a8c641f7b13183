namespace Bocage.Landscapes;

/// <summary>For each patch and link a loss that its removal certainly causes, found near it: what is far below its floor need not be computed.</summary>
/// <remarks>
/// A source's share in the loss of patch or link x is at most the flow that passes x. Shares whose flow is below <see cref="Precision"/>·floor / n are left out;
/// there are at most n of them, so that what is left out is below <see cref="Precision"/> times the figure itself, however small that is. With a floor of 0
/// (a patch without area) nothing is left out. Only PC fades fast enough with distance for this to help.
/// </remarks>
internal sealed class LossFloors
{
    public const double Precision = 1e-12;
    private const int PatchesPerDetour = 64;

    private LossFloors(double[] patches, double[] links)
    {
        Patches = patches;
        Links = links;
        Lowest = patches.Concat(links).DefaultIfEmpty().Min();
    }

    /// <summary>By number in the layout.</summary>
    public double[] Patches { get; }

    /// <summary>By place in the patch graph's links.</summary>
    public double[] Links { get; }

    /// <summary>The lowest of all.</summary>
    public double Lowest { get; }

    /// <summary>Nothing is left out.</summary>
    public static LossFloors Zero(PathGraph graph, int linkCount) => new(new double[graph.Count], new double[linkCount]);

    /// <summary>Floors for lengths that are −ln p; those of links only when links are wanted.</summary>
    public static LossFloors Near(PathGraph graph, int linkCount)
    {
        var floors = new LossFloors(new double[graph.Count], new double[linkCount]);
        var detour = new LocalDetour(graph);
        for (var patch = 0; patch < graph.Count; patch++)
        {
            floors.Patches[patch] = graph.Area[patch] * graph.Area[patch];
            for (var arc = graph.First[patch]; arc < graph.First[patch + 1]; arc++)
            {
                var other = graph.Target[arc];
                var both = 2 * graph.Area[patch] * graph.Area[other] * Math.Exp(-graph.Weight[arc]);
                floors.Patches[patch] += both;
                if (linkCount > 0 && patch < other && both > 0) floors.Links[graph.Link[arc]] = both * ProbabilityDecay.LostShare(0, detour.AtLeast(patch, arc, PatchesPerDetour));
            }
        }

        return new(floors.Patches, floors.Links);
    }
}
