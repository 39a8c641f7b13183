using System.Globalization;

namespace Bocage.Landscapes.Tests.Connectivity;

/// <summary>Patch graphs with published answers; see tests/golden/connectivity.</summary>
internal static class GoldenGraphs
{
    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static string[][] Rows(string file) =>
        [.. File.ReadLines(SharedData.PathOf(file)).Skip(1).Select(line => line.Split(',').Select(field => field.Trim('"')).ToArray())];

    /// <summary>Ten patches of 1 ha; half of the animals get 600 cost units far.</summary>
    public static (PatchGraph Graph, DispersalKernel Kernel) GraphabExample()
    {
        var areas = Rows("connectivity/graphab_ex10/patches.csv").Select(row => Number(row[3]) / 10_000).ToArray();
        var links = Rows("connectivity/graphab_ex10/lkst1-links.csv")
            .Select(row => new Link((int)Number(row[0]) - 1, (int)Number(row[1]) - 1, Number(row[2])));
        return (new(areas, links), DispersalKernel.NegativeExponential(600, 0.5));
    }

    /// <summary>404 forest patches of the Trans-Mexican Volcanic Belt, linked between centroids.</summary>
    public static PatchGraph MexicanForests(double threshold)
    {
        var rows = Rows("connectivity/makurhini_tmvs/nodes_centroids.csv");
        double[] Column(int k) => [.. rows.Select(row => Number(row[k]))];
        return PatchGraph.Threshold(Column(3), Column(1), Column(2), threshold);
    }

    /// <summary>45 river stretches, their length as attribute; links carry −ln p, and p = 0 is no link.</summary>
    public static PatchGraph RiverAude()
    {
        var lengths = Rows("connectivity/aude_river/stretches.csv").OrderBy(row => (int)Number(row[1])).Select(row => Number(row[2])).ToArray();
        var links = Rows("connectivity/aude_river/arcs.csv")
            .Where(row => Number(row[3]) > 0)
            .Select(row => new Link((int)Number(row[1]), (int)Number(row[2]), -Math.Log(Number(row[3]))));
        return new(lengths, links);
    }
}
