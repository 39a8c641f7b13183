using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>A stepping stone with the units that would make it; several when measures exclude each other on one place.</summary>
/// <param name="Shape">Its cells.</param>
/// <param name="IsPatch">Whether it would be a patch, or part of one, whatever else is chosen.</param>
internal sealed record PlanStone(SteppingStone Shape, bool IsPatch)
{
    /// <summary>The units, each with the hectares that it adds.</summary>
    public List<(int Unit, double Ha)> Units { get; } = [];
}

/// <summary>Sorts what units change: new stepping stones, gains in patches, cells that become easier to cross.</summary>
internal sealed class PlanStones
{
    private readonly SpeciesLandscape landscape;
    private readonly Dictionary<string, PlanStone> known = [];

    private PlanStones(SpeciesLandscape landscape) => this.landscape = landscape;

    public List<PlanStone> Stones { get; } = [];

    /// <summary>Hectares that a unit adds to a patch (by place, from 0).</summary>
    public List<(int Patch, int Unit, double Ha)> PatchGains { get; } = [];

    public int WorsenedUnits { get; private set; }

    public static PlanStones Of(SpeciesLandscape landscape, IReadOnlyList<PlaceChange> changes)
    {
        var stones = new PlanStones(landscape);
        foreach (var change in changes)
        {
            if (change.Resistance is { } worse && change.Cells.Any(cell => landscape.Surface[cell] < worse)) stones.WorsenedUnits++;
            if (change.IsHabitat) stones.AddHabitat(change);
            else stones.AddCrossings(change);
        }

        return stones;
    }

    private void AddHabitat(PlaceChange change)
    {
        int[] cells = [.. change.Cells.Where(cell => landscape.Patches.Labels[cell] == 0).Order()];
        if (cells.Length == 0)
        {
            if (change.Cells.Count > 0) PatchGains.Add((landscape.Patches.Labels[change.Cells[0]] - 1, change.Unit, change.AddedHa));
            return;
        }

        Add(cells, change, isHabitat: true, change.AddedHa);
    }

    // One stone per cell: how much a way saves depends on where it enters and leaves.
    private void AddCrossings(PlaceChange change)
    {
        foreach (var cell in change.Cells)
            if (change.Resistance is { } resistance && landscape.Patches.Labels[cell] == 0 && !(landscape.Surface[cell] <= resistance)) Add([cell], change, isHabitat: false, 0);
    }

    private void Add(int[] cells, PlaceChange change, bool isHabitat, double ha)
    {
        var key = FormattableString.Invariant($"{isHabitat} {change.Resistance} {string.Join(' ', cells)}");
        if (!known.TryGetValue(key, out var stone))
        {
            stone = new(new(cells, [.. cells.Select(cell => change.Resistance ?? landscape.Surface[cell])], isHabitat), isHabitat && IsPatch(cells));
            known.Add(key, stone);
            Stones.Add(stone);
        }

        stone.Units.Add((change.Unit, ha));
    }

    private bool IsPatch(int[] cells)
    {
        var (grid, labels) = (landscape.Patches.Grid, landscape.Patches.Labels);
        if (cells.Length * grid.CellAreaHa >= landscape.MinimumPatchAreaHa * (1 - 1e-12)) return true;
        foreach (var cell in cells)
        {
            var (row, column) = grid.Position(cell);
            for (var r = Math.Max(row - 1, 0); r <= Math.Min(row + 1, grid.Rows - 1); r++)
                for (var c = Math.Max(column - 1, 0); c <= Math.Min(column + 1, grid.Columns - 1); c++)
                    if ((landscape.Neighbours == Neighbourhood.Queen || r == row || c == column) && labels[grid.CellAt(r, c)] != 0) return true;
        }

        return false;
    }
}
