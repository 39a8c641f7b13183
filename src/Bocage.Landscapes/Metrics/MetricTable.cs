using System.Diagnostics;

namespace Bocage.Landscapes;

/// <summary>Metrics of many patches, classes or landscapes, column by column in the order of the catalogue; a cell not filled is not known.</summary>
internal sealed class MetricTable
{
    private readonly double[][] columns;

    public MetricTable(MetricLevel level, int rows)
    {
        Level = level;
        columns = new double[MetricCatalogue.At(level).Count][];
        for (var k = 0; k < columns.Length; k++) Array.Fill(columns[k] = new double[rows], double.NaN);
    }

    public MetricLevel Level { get; }

    /// <summary>The values of one metric. The catalogue is the only list of names, so another name is our mistake.</summary>
    public double[] this[string name] =>
        MetricCatalogue.PlaceOf(Level, name) is >= 0 and var place ? columns[place] : throw new UnreachableException($"The catalogue has no {Level} metric {name}.");

    public double this[int place, int row] => columns[place][row];
}
