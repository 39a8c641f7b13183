namespace Bocage.Landscapes;

/// <summary>Collects runs from west to east and from north to south, joining neighbours of an equal share.</summary>
internal sealed class RunList(int columns)
{
    // Rounding of coordinates far from the grid's corner shows up as shares of 10⁻¹² or so, which are no land.
    private const double Nothing = 1e-11;

    private readonly List<CoverageRun> runs = [];

    public IReadOnlyList<CoverageRun> Runs => runs;

    public void Add(int firstCell, int count, double fraction)
    {
        if (count <= 0 || fraction < Nothing) return;
        if (fraction > 1 - Nothing) fraction = 1;
        if (runs.Count > 0 && runs[^1] is var last && last.FirstCell + last.Count == firstCell && firstCell % columns != 0 && last.Fraction == fraction)
            runs[^1] = last with { Count = last.Count + count };
        else
            runs.Add(new(firstCell, count, fraction));
    }
}
