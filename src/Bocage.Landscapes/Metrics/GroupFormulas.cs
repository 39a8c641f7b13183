namespace Bocage.Landscapes;

/// <summary>The metrics that are the same sum over the patches of a class or of the whole landscape.</summary>
internal static class GroupFormulas
{
    private const int FewestForRegression = 10;
    private static readonly string[] Distributed = ["AREA", "GYRATE", "SHAPE", "FRAC", "PARA", "CIRCLE", "CONTIG", "CORE", "CAI", "ENN"];

    /// <summary>Fills a row from the patches and disjunct core areas of a group.</summary>
    public static void Fill(MetricTable table, int row, MetricInputs inputs, int[] patches, int[] coreAreas)
    {
        var landscapeHa = inputs.LandscapeHa;
        var areas = Pick(inputs.Patches["AREA"], patches);
        table["NP"][row] = patches.Length;
        table["PD"][row] = 100 * patches.Length / landscapeHa;
        table["LPI"][row] = 100 * areas.Max() / landscapeHa;
        foreach (var name in Distributed) FillDistribution(table, row, name, Pick(inputs.Patches[name], patches), areas);
        table["PAFRAC"][row] = PerimeterAreaFractalDimension(Pick(inputs.Patches["PERIM"], patches), areas);
        FillCore(table, row, inputs, patches, coreAreas);
        FillSubdivision(table, row, inputs, patches, areas);
    }

    private static void FillCore(MetricTable table, int row, MetricInputs inputs, int[] patches, int[] coreAreas)
    {
        table["TCA"][row] = Pick(inputs.Patches["CORE"], patches).Sum();
        table["NDCA"][row] = coreAreas.Length;
        table["DCAD"][row] = 100 * coreAreas.Length / inputs.LandscapeHa;
        var sizes = Array.ConvertAll(coreAreas, k => inputs.CoreAreas[k].Cells * inputs.Grid.CellAreaHa);
        FillDistribution(table, row, "DCORE", sizes, sizes);
    }

    private static void FillSubdivision(MetricTable table, int row, MetricInputs inputs, int[] patches, double[] areas)
    {
        var (landscapeHa, squares) = (inputs.LandscapeHa, areas.Sum(a => a * a));
        table["DIVISION"][row] = 1 - squares / landscapeHa / landscapeHa;
        table["MESH"][row] = squares / landscapeHa;
        table["SPLIT"][row] = landscapeHa * landscapeHa / squares;
        table["COHESION"][row] = Cohesion(inputs, patches);
    }

    /// <summary>Perimeters in cell sides and areas in cells, as FRAGSTATS has it; a map of one cell has no cohesion to speak of.</summary>
    private static double Cohesion(MetricInputs inputs, int[] patches)
    {
        if (inputs.Cells[0] == 1) return double.NaN;
        var (sides, weighted) = (0.0, 0.0);
        foreach (var k in patches)
        {
            var patch = inputs.Tallies[k];
            sides += patch.Sides;
            weighted += patch.Sides * Math.Sqrt(patch.Cells);
        }

        return 100 * (1 - sides / weighted) / (1 - 1 / Math.Sqrt(inputs.Cells[0]));
    }

    /// <summary>Two divided by the slope of ln a on ln p; not known for fewer than 10 patches, or when all have the same perimeter.</summary>
    private static double PerimeterAreaFractalDimension(double[] perimeters, double[] areas)
    {
        if (perimeters.Length < FewestForRegression) return double.NaN;
        var (p, a) = (Array.ConvertAll(perimeters, Math.Log), Array.ConvertAll(areas, Math.Log));
        var (meanP, meanA) = (p.Average(), a.Average());
        var (covariance, variance) = (0.0, 0.0);
        for (var k = 0; k < p.Length; k++)
        {
            covariance += (p[k] - meanP) * (a[k] - meanA);
            variance += (p[k] - meanP) * (p[k] - meanP);
        }

        return perimeters.All(length => length == perimeters[0]) ? double.NaN : 2 * variance / covariance;
    }

    private static void FillDistribution(MetricTable table, int row, string name, double[] values, double[] weights)
    {
        var figures = Distribution.Of(values, weights);
        for (var k = 0; k < figures.Length; k++) table[$"{name}_{MetricStatistic.All[k].Name}"][row] = figures[k];
    }

    private static double[] Pick(double[] values, int[] places) => Array.ConvertAll(places, k => values[k]);
}
