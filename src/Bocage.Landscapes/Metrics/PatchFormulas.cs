namespace Bocage.Landscapes;

/// <summary>From what was counted of each patch to its metrics.</summary>
internal static class PatchFormulas
{
    public static MetricTable Of(Grid grid, MetricTally[] patches, PatchSpans spans, double[] nearestM, PhaseProgress phase)
    {
        var table = new MetricTable(MetricLevel.Patch, patches.Length);
        FillSizes(table, grid, patches);
        FillShapes(table, grid, patches);
        FillCircles(table["CIRCLE"], grid, patches, spans, phase);
        nearestM.CopyTo(table["ENN"], 0);
        return table;
    }

    private static void FillSizes(MetricTable table, Grid grid, MetricTally[] patches)
    {
        var (area, core, ncore, cai) = (table["AREA"], table["CORE"], table["NCORE"], table["CAI"]);
        for (var k = 0; k < patches.Length; k++)
        {
            var patch = patches[k];
            area[k] = patch.Cells * grid.CellAreaHa;
            core[k] = patch.CoreCells * grid.CellAreaHa;
            ncore[k] = patch.CoreAreas;
            cai[k] = 100.0 * patch.CoreCells / patch.Cells;
        }
    }

    private static void FillShapes(MetricTable table, Grid grid, MetricTally[] patches)
    {
        var (perim, gyrate, para) = (table["PERIM"], table["GYRATE"], table["PARA"]);
        var (shape, frac, contig) = (table["SHAPE"], table["FRAC"], table["CONTIG"]);
        var cellM2 = grid.CellWidth * grid.CellHeight;
        for (var k = 0; k < patches.Length; k++)
        {
            var patch = patches[k];
            var areaM2 = patch.Cells * cellM2;
            perim[k] = patch.PerimeterM(grid);
            // FRAGSTATS gives a single cell half a cell side, although the definition gives 0.
            gyrate[k] = patch.Cells == 1 ? Math.Sqrt(cellM2) / 2 : patch.DistanceSumM / patch.Cells;
            para[k] = perim[k] / (areaM2 / 10_000);
            shape[k] = perim[k] / LeastPerimeter.Metres(patch.Cells, grid);
            frac[k] = FractalDimension(perim[k], areaM2);
            contig[k] = Contiguity(patch);
        }
    }

    /// <summary>A square has 1 whatever its size, also at 1 m² where the formula is 0/0.</summary>
    private static double FractalDimension(double perimeterM, double areaM2)
    {
        var side = perimeterM / 4;
        if (side * side == areaM2) return 1;
        return areaM2 == 1 ? double.NaN : 2 * Math.Log(side) / Math.Log(areaM2);
    }

    /// <summary>The template counts the cell itself 1, neighbours by a side 2 and by a corner 1: 13 in all.</summary>
    private static double Contiguity(MetricTally patch)
    {
        var sum = patch.Cells + 4 * (patch.PairsInRow + patch.PairsInColumn) + 2 * patch.PairsByCorner;
        return ((double)sum / patch.Cells - 1) / 12;
    }

    /// <summary>FRAGSTATS' guide says the smallest circle around the patch; its figures are those of the circle on the two farthest corners.</summary>
    private static void FillCircles(double[] circle, Grid grid, MetricTally[] patches, PatchSpans spans, PhaseProgress phase)
    {
        var corners = new List<(double, double)>();
        for (var k = 0; k < patches.Length; k++)
        {
            phase.Row(k, patches.Length);
            if (patches[k].Cells == 1)
            {
                circle[k] = 0;
                continue;
            }

            spans.Corners(k, grid, corners);
            var circleM2 = Math.PI / 4 * FarthestPoints.SquaredDistance(corners);
            circle[k] = 1 - patches[k].Cells * grid.CellWidth * grid.CellHeight / circleM2;
        }
    }
}
