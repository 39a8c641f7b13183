using System.Globalization;
using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Regular hexagons of one size that cover a map without gap or overlap, as places.</summary>
/// <remarks>
/// Corners point north and south. With side s = √(2A / (3√3)) the hexagon (q, r) has its centre at x = √3·s·(q + r/2), y = 3/2·s·r, in axial coordinates counted from the
/// origin of the reference system, not of the map: a hexagon has the same id, such as <c>q3r-5</c>, on every map in that system. What lies outside the map is cut off.
/// More on axial coordinates: https://www.redblobgames.com/grids/hexagons/.
/// </remarks>
public sealed class HexagonGrid
{
    // Corners in half widths east and half sides north of the centre, counter-clockwise: whole numbers, so that neighbours share their corners to the last digit.
    private static readonly (int East, int North)[] Corners = [(1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1), (0, -2)];

    /// <summary>Hexagons of a size.</summary>
    /// <param name="areaHa">Hectares of each, above 0.</param>
    public HexagonGrid(double areaHa)
    {
        if (!(areaHa > 0 && double.IsFinite(areaHa))) throw new ArgumentOutOfRangeException(nameof(areaHa), areaHa, "The size of a hexagon is a finite number of hectares above 0.");
        AreaHa = areaHa;
        SideM = Math.Sqrt(2 * areaHa * 10_000 / (3 * Math.Sqrt(3)));
    }

    /// <summary>Hectares of each.</summary>
    public double AreaHa { get; }

    /// <summary>Length of a side in metres.</summary>
    public double SideM { get; }

    private double HalfWidth => SideM * Math.Sqrt(3) / 2;

    private double HalfSide => SideM / 2;

    /// <summary>The name of a hexagon.</summary>
    public static string IdOf(int q, int r) => string.Create(CultureInfo.InvariantCulture, $"q{q}r{r}");

    /// <summary>The hexagons in which the map knows any land cover, row by row from the south-west; cut off at the edge of the map.</summary>
    /// <remarks>Cost: O(hexagons + cells).</remarks>
    /// <exception cref="ArgumentException">The hexagons are so small that there would be more than a hundred million.</exception>
    public IReadOnlyList<Place> Covering(LandCover map, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(map);
        var grid = map.Grid;
        if (grid.CellCount * grid.CellAreaHa / AreaHa > 1e8) throw new ArgumentException(FormattableString.Invariant($"Hexagons of {AreaHa} ha are too small for this map: there would be more than a hundred million."), nameof(map));
        var places = new List<Place>();
        var (lowest, highest) = Span(grid.South, grid.North, 3 * HalfSide, 2 * HalfSide, 0);
        for (var r = lowest; r <= highest; r++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (first, last) = Span(grid.West, grid.East, 2 * HalfWidth, HalfWidth, r * HalfWidth);
            for (var q = first; q <= last; q++)
            {
                if (Zone(q, r, grid) is { } zone && KnowsAny(map, zone)) places.Add(new(IdOf(q, r), zone));
            }
        }

        return places;
    }

    /// <summary>A hexagon as it is, not cut off.</summary>
    public Zone Zone(int q, int r) => new(new Ring(CornersOf(q, r)));

    private (double X, double Y)[] CornersOf(int q, int r) => Array.ConvertAll(Corners, corner => ((2 * q + r + corner.East) * HalfWidth, (3 * r + corner.North) * HalfSide));

    private Zone? Zone(int q, int r, Grid grid)
    {
        var corners = ConvexClip.ToBox(CornersOf(q, r), grid.West, grid.South, grid.East, grid.North);
        if (corners.Count < 3) return null;
        var zone = new Zone(new Ring(corners));
        return zone.AreaHa > 1e-9 * AreaHa ? zone : null;
    }

    // Which whole numbers k have [offset + k·step - reach, offset + k·step + reach] touch the interval.
    private static (int First, int Last) Span(double from, double to, double step, double reach, double offset) =>
        ((int)Math.Ceiling((from - reach - offset) / step), (int)Math.Floor((to + reach - offset) / step));

    private static bool KnowsAny(LandCover map, Zone zone)
    {
        foreach (var run in ZoneCoverage.Of(map.Grid, zone).Runs)
        {
            if (map.Cells.AsSpan(run.FirstCell, run.Count).ContainsAnyExcept((byte)0)) return true;
        }

        return false;
    }
}
