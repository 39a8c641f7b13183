namespace Bocage.Landscapes;

/// <summary>A way between two patches over the land: which way, how costly, how long.</summary>
/// <param name="From">Id of one patch, from 1; the lower of the two.</param>
/// <param name="To">Id of the other patch.</param>
/// <param name="Distance">How far it is to the mover: metres times resistance for a least-cost link, metres for a straight one.</param>
/// <param name="LengthM">Length of the path in metres, between the centres of its cells.</param>
/// <param name="Path">The cells of the path in order; the first lies in From, the last in To, none between them in either.</param>
public sealed record LeastCostLink(int From, int To, double Distance, double LengthM, IReadOnlyList<int> Path);
