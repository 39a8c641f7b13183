namespace Bocage.Landscapes;

/// <summary>The metrics of the whole landscape.</summary>
internal static class LandscapeFormulas
{
    public static MetricTable Of(MetricInputs inputs)
    {
        var table = new MetricTable(MetricLevel.Landscape, 1);
        table["TA"][0] = inputs.LandscapeHa;
        table["NP"][0] = inputs.Tallies.Length;
        table["PR"][0] = inputs.ClassCount;
        if (inputs.ClassCount == 0) return table;
        GroupFormulas.Fill(table, 0, inputs, [.. Enumerable.Range(0, inputs.Tallies.Length)], [.. Enumerable.Range(0, inputs.CoreAreas.Length)]);
        FillEdges(table, inputs);
        FillDiversity(table, inputs);
        FillAggregation(table, inputs);
        return table;
    }

    private static void FillEdges(MetricTable table, MetricInputs inputs)
    {
        var m = inputs.ClassCount;
        var edges = (from a in Enumerable.Range(1, m) from b in Enumerable.Range(a + 1, m - a) select inputs.Adjacency.EdgeM(a, b)).ToArray();
        var (inside, outline) = (edges.Sum(), Enumerable.Range(1, m).Sum(c => inputs.Adjacency.EdgeM(0, c)));
        var counted = inputs.Options.CountBoundaryAsEdge ? inside + outline : inside;
        table["TE"][0] = counted;
        table["ED"][0] = counted / inputs.LandscapeHa;
        table["LSI"][0] = (inside + outline) / LeastPerimeter.Metres(inputs.Cells[0], inputs.Grid);
        table["IJI"][0] = m < 3 ? double.NaN : 100 * Entropy.Of(edges) / Math.Log(m * (m - 1) / 2.0);
    }

    private static void FillDiversity(MetricTable table, MetricInputs inputs)
    {
        var m = inputs.ClassCount;
        var shares = Enumerable.Range(1, m).Select(inputs.Share).ToArray();
        var concentration = shares.Sum(p => p * p);
        table["PRD"][0] = 100 * m / inputs.LandscapeHa;
        table["SHDI"][0] = Entropy.Of(shares);
        table["SIDI"][0] = 1 - concentration;
        table["MSIDI"][0] = -Math.Log(concentration);
        // One class: FRAGSTATS defines evenness as 0, where the formula is 0/0.
        table["SHEI"][0] = m == 1 ? 0 : table["SHDI"][0] / Math.Log(m);
        table["SIEI"][0] = m == 1 ? 0 : table["SIDI"][0] / (1 - 1.0 / m);
        table["MSIEI"][0] = m == 1 ? 0 : table["MSIDI"][0] / Math.Log(m);
    }

    private static void FillAggregation(MetricTable table, MetricInputs inputs)
    {
        var classes = Enumerable.Range(1, inputs.ClassCount).ToArray();
        table["CONTAG"][0] = Contagion(inputs);
        table["PLADJ"][0] = 100.0 * classes.Sum(c => 2 * inputs.Adjacency.Sides(c, c)) / (4 * inputs.Cells[0]);
        var known = classes.Where(c => !double.IsNaN(ClassFormulas.AggregationIndex(inputs, c))).ToArray();
        table["AI"][0] = known.Length == 0 ? double.NaN : known.Sum(c => ClassFormulas.AggregationIndex(inputs, c) * inputs.Share(c));
    }

    /// <summary>Adjacencies among classes only, those of a class with itself counted from both cells; not known for one class, or when no two cells touch.</summary>
    private static double Contagion(MetricInputs inputs)
    {
        var m = inputs.ClassCount;
        if (m < 2) return double.NaN;
        var (sum, touching) = (0.0, 0.0);
        for (var a = 1; a <= m; a++)
        {
            var sides = Enumerable.Range(1, m).Select(b => (double)(a == b ? 2 : 1) * inputs.Adjacency.Sides(a, b)).ToArray();
            var whole = sides.Sum();
            touching += whole;
            foreach (var side in sides.Where(side => side > 0))
            {
                var q = inputs.Share(a) * side / whole;
                sum += q * Math.Log(q);
            }
        }

        return touching == 0 ? double.NaN : 100 * (1 + sum / (2 * Math.Log(m)));
    }
}
