namespace Bocage.Landscapes;

/// <summary>The groups of patches that are joined by links, directly or through other patches.</summary>
/// <remarks>
/// A patch without links is a component of its own; a graph without patches has none. Unit of the areas: ha (or the unit of the attribute).
/// Cost: O(n + m) for n patches and m links. Nearest known tools: number of components (NC) in Conefor and Graphab.
/// </remarks>
public sealed class Components
{
    private Components(int[] componentOf, double[] areaHa)
    {
        ComponentOf = componentOf;
        AreaHa = areaHa;
    }

    /// <summary>Number of components.</summary>
    public int Count => AreaHa.Count;

    /// <summary>The component of each patch; components are numbered from 0 in the order of their first patch.</summary>
    public IReadOnlyList<int> ComponentOf { get; }

    /// <summary>Total area of each component, in ha.</summary>
    public IReadOnlyList<double> AreaHa { get; }

    /// <summary>Finds the components of a graph.</summary>
    public static Components Of(PatchGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var componentOf = new int[graph.PatchCount];
        Array.Fill(componentOf, -1);
        var areaHa = new List<double>();
        var toVisit = new Stack<int>();
        for (var first = 0; first < componentOf.Length; first++)
        {
            if (componentOf[first] >= 0) continue;
            var component = areaHa.Count;
            areaHa.Add(0);
            componentOf[first] = component;
            toVisit.Push(first);
            while (toVisit.TryPop(out var patch))
            {
                areaHa[component] += graph.AreaHa[patch];
                foreach (var neighbour in graph.Neighbours(patch))
                {
                    if (componentOf[neighbour] >= 0) continue;
                    componentOf[neighbour] = component;
                    toVisit.Push(neighbour);
                }
            }
        }

        return new(componentOf, [.. areaHa]);
    }
}
