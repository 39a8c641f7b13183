namespace Bocage.Landscapes;

/// <summary>A way between two patches of a graph, in both directions.</summary>
/// <param name="From">Place of one patch in the graph, from 0.</param>
/// <param name="To">Place of the other patch, from 0.</param>
/// <param name="Distance">How far it is, 0 or more: metres, metres times resistance, or −ln p; one unit per graph.</param>
public readonly record struct Link(int From, int To, double Distance);
