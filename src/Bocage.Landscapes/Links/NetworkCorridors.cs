namespace Bocage.Landscapes;

/// <summary>The corridors of a whole network in one map: how much dearer than the best way a way through each cell is.</summary>
/// <remarks>docs/methods/patch-graph.md.</remarks>
public static class NetworkCorridors
{
    private const double Tolerance = 1e-9; // relative; sums of the same steps in another order differ by less

    /// <summary>Maps for each cell the least slack over all links: the extra cost of going from patch to patch through this cell.</summary>
    /// <remarks>
    /// slack(x) = min over links (A, B) of c_A(x) + c_B(x) − d_AB, with c the least cost from each patch and d the distance of the link.
    /// Unit: metres times resistance. Range: 0 on every least-cost way (all of them when several cost the same) up to <paramref name="width"/>; NaN elsewhere.
    /// Inside the patches of a link it is defined too: the first cells have the slack of the ways that start there.
    /// No links give NaN everywhere.
    /// Cost: per link a search of half the distance from both patches, then only cells of the corridor; memory 4 bytes a cell and 36 for two threads.
    /// The corridor is the sum of two cost rasters (Adriaensen et al. 2003, Landsc. Urban Plan. 64: 233–247, doi:10.1016/S0169-2046(02)00242-6).
    /// Nearest tool: Linkage Mapper's normalised least-cost corridors, mosaicked by minimum; ours never computes cells outside the width.
    /// </remarks>
    /// <param name="surface">The surface that the links were found on.</param>
    /// <param name="patches">The patches, on the same grid.</param>
    /// <param name="links">Least-cost links on this surface, with this neighbourhood.</param>
    /// <param name="width">The largest slack that still counts as corridor, in metres times resistance.</param>
    /// <param name="neighbourhood">Whether movement may go diagonally; as for the links.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The grids differ, the width is negative or NaN, or a link does not have the least cost on this surface.</exception>
    public static Raster<float> Of(
        ResistanceSurface surface, PatchMap patches, IReadOnlyList<LeastCostLink> links, double width,
        Neighbourhood neighbourhood = Neighbourhood.Queen, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Of(surface, patches, links, width, neighbourhood, Workers.Usual, progress, cancellation);

    internal static Raster<float> Of(
        ResistanceSurface surface, PatchMap patches, IReadOnlyList<LeastCostLink> links, double width,
        Neighbourhood neighbourhood, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        LinkChecks.SameGrid(surface, patches);
        LinkChecks.BetweenPatches(links, patches);
        LinkChecks.NotNegative(width, nameof(width));
        var slack = new float[surface.Grid.CellCount];
        Array.Fill(slack, float.NaN);
        var (rims, moves, door) = (PatchRims.From(patches), new Moves(surface.Grid, neighbourhood), new Lock());
        Workers.Map(links.Count, threads, Prepare, Add, progress, cancellation);
        return new(surface.Grid, slack, float.NaN);

        (LocalSearch, LocalSearch) Prepare() => (new(surface, patches, rims, moves, cancellation), new(surface, patches, rims, moves, cancellation));

        int Add((LocalSearch From, LocalSearch To) searches, int place)
        {
            var cells = Corridor(searches.From, searches.To, links[place], width);
            lock (door)
            {
                foreach (var (cell, value) in cells)
                {
                    if (!(slack[cell] <= value)) slack[cell] = value; // the least of several, in whatever order they come
                }
            }

            return cells.Count;
        }
    }

    private static List<(int Cell, float Slack)> Corridor(LocalSearch from, LocalSearch to, LeastCostLink link, double width)
    {
        var tolerance = Tolerance * link.Distance;
        Spread(from, to, link, link.Distance + width + tolerance);
        var cells = new List<(int, float)>();
        var least = double.PositiveInfinity;
        foreach (var cell in from.Touched) Take(cell);
        foreach (var cell in to.Touched)
        {
            if (from.IsInside(cell)) Take(cell); // touched cells leave out the inside of the own patch
        }

        if (!(Math.Abs(least - link.Distance) <= tolerance))
            throw new ArgumentException(FormattableString.Invariant($"The link {link.From}–{link.To} has distance {link.Distance}, which is not the least on this surface; links must come from the same surface, patches and neighbourhood."));
        return cells;

        void Take(int cell)
        {
            var total = from.CostAt(cell) + to.CostAt(cell);
            if (!(total - link.Distance <= width + tolerance)) return;
            least = Math.Min(least, total);
            cells.Add((cell, total - link.Distance <= tolerance ? 0f : (float)Math.Min(total - link.Distance, width)));
        }
    }

    /// <summary>Fills both searches with exact costs wherever their sum stays within a limit.</summary>
    /// <remarks>
    /// A cell of the corridor is within half the limit of one of the patches. So one side looks half way; the other goes all the way, guided by it,
    /// and hardly leaves the corridor once it meets it; the first then does the same, within what the other has found.
    /// </remarks>
    private static void Spread(LocalSearch from, LocalSearch to, LeastCostLink link, double limit)
    {
        var half = limit / 2;
        from.Run(link.From, half, default(NoBound));
        to.Run(link.To, limit, new AtMost(from, half));
        from.Run(link.From, limit, new CostOf(to));
    }

    private readonly struct NoBound : ILowerBound
    {
        public double At(int cell) => 0;
    }

    /// <summary>The cost of another search, or a cap where it is above the cap or the search did not come.</summary>
    private readonly struct AtMost(LocalSearch other, double cap) : ILowerBound
    {
        public double At(int cell) => other.CostAt(cell) is var cost && cost < cap ? cost : cap;
    }

    private readonly struct CostOf(LocalSearch other) : ILowerBound
    {
        public double At(int cell) => other.CostAt(cell);
    }
}
