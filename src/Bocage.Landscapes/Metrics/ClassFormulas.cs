namespace Bocage.Landscapes;

/// <summary>The metrics of each class.</summary>
internal static class ClassFormulas
{
    public static MetricTable Of(MetricInputs inputs)
    {
        var table = new MetricTable(MetricLevel.Class, inputs.ClassCount);
        var patches = Places(inputs.Tallies.Select(patch => patch.Class), inputs.ClassCount);
        var coreAreas = Places(inputs.CoreAreas.Select(area => area.Class), inputs.ClassCount);
        for (var c = 1; c <= inputs.ClassCount; c++)
        {
            GroupFormulas.Fill(table, c - 1, inputs, patches[c], coreAreas[c]);
            FillAmounts(table, c, inputs);
            FillEdges(table, c, inputs);
            FillAggregation(table, c, inputs);
        }

        return table;
    }

    private static void FillAmounts(MetricTable table, int c, MetricInputs inputs)
    {
        table["CA"][c - 1] = inputs.Cells[c] * inputs.Grid.CellAreaHa;
        table["PLAND"][c - 1] = 100 * inputs.Share(c);
        table["CPLAND"][c - 1] = 100 * table["TCA"][c - 1] / inputs.LandscapeHa;
    }

    private static void FillEdges(MetricTable table, int c, MetricInputs inputs)
    {
        var edges = EdgesM(inputs, c);
        var (inside, outline) = (edges.Sum(), inputs.Adjacency.EdgeM(0, c));
        var counted = inputs.Options.CountBoundaryAsEdge ? inside + outline : inside;
        table["TE"][c - 1] = counted;
        table["ED"][c - 1] = counted / inputs.LandscapeHa;
        table["LSI"][c - 1] = (inside + outline) / LeastPerimeter.Metres(inputs.Cells[c], inputs.Grid);
        table["IJI"][c - 1] = inputs.ClassCount < 3 ? double.NaN : 100 * Entropy.Of(edges) / Math.Log(inputs.ClassCount - 1);
    }

    private static void FillAggregation(MetricTable table, int c, MetricInputs inputs)
    {
        var (cells, alike) = (inputs.Cells[c], inputs.Adjacency.Sides(c, c));
        var (sides, least) = (4 * cells, LeastPerimeter.Sides(cells));
        table["PLADJ"][c - 1] = 100.0 * 2 * alike / sides;
        table["AI"][c - 1] = AggregationIndex(inputs, c);
        table["CLUMPY"][c - 1] = inputs.Cells[0] == cells ? double.NaN : Clumpiness(2.0 * alike / (sides - least), inputs.Share(c));
        // Every cell has four sides, and every side but those on the outline needs a cell of another class: the most edge there can be.
        var outline = Enumerable.Range(1, inputs.ClassCount).Sum(k => inputs.Adjacency.Sides(0, k));
        var most = Math.Min(sides, outline + 4 * (inputs.Cells[0] - cells));
        table["NLSI"][c - 1] = (double)(sides - 2 * alike - least) / (most - least);
    }

    /// <summary>The share of like adjacencies among the most that so many cells can have, in percent; not known for a single cell.</summary>
    public static double AggregationIndex(MetricInputs inputs, int c)
    {
        var most = (4 * inputs.Cells[c] - LeastPerimeter.Sides(inputs.Cells[c])) / 2;
        return 100.0 * inputs.Adjacency.Sides(c, c) / most;
    }

    private static double Clumpiness(double alike, double share) =>
        alike < share && share < 0.5 ? (alike - share) / share : (alike - share) / (1 - share);

    /// <summary>Edge between a class and every other, in metres.</summary>
    private static double[] EdgesM(MetricInputs inputs, int c) =>
        [.. Enumerable.Range(1, inputs.ClassCount).Where(k => k != c).Select(k => inputs.Adjacency.EdgeM(c, k))];

    private static int[][] Places(IEnumerable<byte> classes, int classCount)
    {
        var places = Enumerable.Range(0, classCount + 1).Select(_ => new List<int>()).ToArray();
        var place = 0;
        foreach (var c in classes) places[c].Add(place++);
        return Array.ConvertAll(places, list => list.ToArray());
    }
}
