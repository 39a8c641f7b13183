namespace Bocage.Landscapes;

/// <summary>A piece of land on the map, as polygons with holes: a protected site, a municipality, a parcel.</summary>
/// <remarks>Rings may run either way: what is a shell and what a hole is said, not guessed. Rings do not cross and parts do not overlap; mend a shape that does before.</remarks>
public sealed class Zone
{
    private Zone((Ring Ring, int Sign)[] boundaries) => Boundaries = boundaries;

    /// <summary>Makes a zone of one polygon.</summary>
    /// <param name="shell">Its outer ring.</param>
    /// <param name="holes">The rings within it around what does not belong to it.</param>
    public Zone(Ring shell, params IEnumerable<Ring> holes)
    {
        ArgumentNullException.ThrowIfNull(shell);
        ArgumentNullException.ThrowIfNull(holes);
        Boundaries = [(shell, Math.Sign(shell.SignedArea)), .. holes.Select(hole => (hole, -Math.Sign(hole.SignedArea)))];
    }

    /// <summary>The zone that several make together; of none, the empty zone.</summary>
    public static Zone Of(IEnumerable<Zone> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new([.. parts.SelectMany(part => part.Boundaries)]);
    }

    /// <summary>Its size in hectares, wherever it lies; map units are metres.</summary>
    public double AreaHa => Boundaries.Sum(boundary => boundary.Sign * boundary.Ring.SignedArea) / 10_000;

    /// <summary>The polygons that it is made of, each with its holes, in the order they were given.</summary>
    public IEnumerable<(Ring Shell, IReadOnlyList<Ring> Holes)> Polygons
    {
        get
        {
            for (var first = 0; first < Boundaries.Count;)
            {
                var next = first + 1;
                while (next < Boundaries.Count && IsHole(Boundaries[next])) next++;
                yield return (Boundaries[first].Ring, [.. Boundaries.Skip(first + 1).Take(next - first - 1).Select(boundary => boundary.Ring)]);
                first = next;
            }
        }
    }

    /// <summary>The rings, each with the sign that makes a shell run counter-clockwise and a hole clockwise.</summary>
    internal IReadOnlyList<(Ring Ring, int Sign)> Boundaries { get; }

    private static bool IsHole((Ring Ring, int Sign) boundary) => boundary.Sign != Math.Sign(boundary.Ring.SignedArea);
}
