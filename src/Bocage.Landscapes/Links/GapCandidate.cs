namespace Bocage.Landscapes;

/// <summary>A place where two neighbouring patches are not linked well enough, and where they come closest.</summary>
/// <param name="From">Id of one patch, from 1; the lower of the two.</param>
/// <param name="To">Id of the other patch.</param>
/// <param name="LengthM">Straight distance in metres between the closest cells, centre to centre.</param>
/// <param name="FromCell">The cell of From that is closest to To.</param>
/// <param name="ToCell">The cell of To that is closest to From.</param>
/// <param name="Cells">The cells that the straight line runs through between the two, without them, in order; none when the two touch.</param>
/// <param name="PresentDistance">Distance of the link as it is, in metres times resistance; +∞ when there is none.</param>
/// <param name="ClosedDistance">Distance that a link along the line would have once the gap is closed, in metres times resistance.</param>
public sealed record GapCandidate(int From, int To, double LengthM, int FromCell, int ToCell, IReadOnlyList<int> Cells, double PresentDistance, double ClosedDistance);
