namespace Bocage.Landscapes;

/// <summary>By which zones around the patches two patches count as neighbours in a planar graph.</summary>
public enum NeighbourZones
{
    /// <summary>
    /// A cell belongs to the patch that is nearest as the crow flies, whatever lies between; zones that share a side of a cell touch.
    /// The rule of Graphab: neighbours stay the same when resistances change.
    /// </summary>
    StraightLine,

    /// <summary>
    /// A cell belongs to the patch from which it is cheapest to reach; zones touch where one step leads from one to the other.
    /// Keeps the links of a least spanning tree, so at every threshold the components are those of the complete graph.
    /// </summary>
    LeastCost,
}
