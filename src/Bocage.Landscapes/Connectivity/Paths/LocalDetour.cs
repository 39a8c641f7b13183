namespace Bocage.Landscapes;

/// <summary>How much longer the way between the ends of a link at least becomes without it, from a search that stops early.</summary>
internal sealed class LocalDetour(PathGraph graph)
{
    private readonly FrontierHeap frontier = new(graph.Count);
    private readonly double[] distance = Unreached(graph.Count);
    private readonly List<int> touched = [];

    /// <summary>A lower bound of the detour, 0 or more; infinite when it is certain that there is no other way.</summary>
    /// <param name="start">One end of the link.</param>
    /// <param name="link">The arc out of it.</param>
    /// <param name="patches">How many patches the search may settle.</param>
    public double AtLeast(int start, int link, int patches)
    {
        var reached = double.PositiveInfinity;
        Touch(start, 0);
        for (var settled = 0; frontier.Count > 0; settled++)
        {
            var patch = frontier.TakeLowest(out var here);
            if (patch == graph.Target[link] || settled == patches)
            {
                reached = here;
                break;
            }

            for (var arc = graph.First[patch]; arc < graph.First[patch + 1]; arc++)
            {
                if (graph.Link[arc] == graph.Link[link]) continue;
                var there = here + graph.Weight[arc];
                if (there < distance[graph.Target[arc]]) Touch(graph.Target[arc], there);
            }
        }

        while (frontier.Count > 0) frontier.TakeLowest(out _);
        foreach (var patch in touched) distance[patch] = double.PositiveInfinity;
        touched.Clear();
        return Math.Max(0, reached - graph.Weight[link]);
    }

    private void Touch(int patch, double there)
    {
        distance[patch] = there;
        touched.Add(patch);
        frontier.Lower(patch, there);
    }

    private static double[] Unreached(int count)
    {
        var distance = new double[count];
        Array.Fill(distance, double.PositiveInfinity);
        return distance;
    }
}
