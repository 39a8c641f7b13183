namespace Bocage.Planning;

/// <summary>The weight of each pair of a part of S and a part of T, with pairs that always stand in the same proportion made one.</summary>
/// <remarks>
/// When two parts of S reach the tails of all gates in the same proportion κ, and a part of T directly in that proportion, too, then P_X to it is κ times that of the other, whatever is chosen: the weight moves there.
/// Likewise for parts of T from the heads of all gates. Habitats behind the same gateway are of this kind; often nine pairs of ten go. Proportions are compared to 10⁻¹². O(parts² · gates) at worst, most comparisons end at once.
/// </remarks>
internal static class PairWeights
{
    private const double Rounding = 1e-12;

    /// <summary>Weights by part of S, then by part of T; 0 for pairs that another one stands for.</summary>
    public static double[][] Of(PathNetwork network)
    {
        var gates = network.GateUnits.SelectMany(unit => network.GatesOf[unit]).ToArray();
        int[] tails = [.. gates.Select(gate => gate.Tail).Distinct()];
        int[] heads = [.. gates.Select(gate => gate.Head).Distinct()];
        var sources = Groups(network.Sources, part => [.. tails.Select(tail => network.Base[part.Place]![tail])]);
        var targets = Groups(network.Targets, part => [.. heads.Select(head => network.Base[head]![part.Place])]);
        var weights = network.Sources.Select(_ => new double[network.Targets.Length]).ToArray();
        for (var s = 0; s < weights.Length; s++)
            for (var t = 0; t < network.Targets.Length; t++)
            {
                var (toSource, toTarget, factor) = Place(network, s, t, sources[s], targets[t]);
                weights[toSource][toTarget] += factor * network.Sources[s].Quality * network.Targets[t].Quality;
            }

        return weights;
    }

    private static (int Source, int Target, double Factor) Place(PathNetwork network, int s, int t, (int Index, double Factor) source, (int Index, double Factor) target)
    {
        double Direct(int from, int to) => network.Base[network.Sources[from].Place]![network.Targets[to].Place];
        var direct = Direct(s, t);
        if (IsSame(direct, source.Factor * target.Factor * Direct(source.Index, target.Index))) return (source.Index, target.Index, source.Factor * target.Factor);
        if (IsSame(direct, source.Factor * Direct(source.Index, t))) return (source.Index, t, source.Factor);
        if (IsSame(direct, target.Factor * Direct(s, target.Index))) return (s, target.Index, target.Factor);
        return (s, t, 1);
    }

    // For each part, the first part that it is a multiple of, and the factor. Parts that need a unit stay by themselves.
    private static (int Index, double Factor)[] Groups(QualityPart[] parts, Func<QualityPart, double[]> values)
    {
        var rows = new double[parts.Length][];
        var groups = new (int Index, double Factor)[parts.Length];
        var first = new List<int>();
        for (var k = 0; k < parts.Length; k++)
        {
            groups[k] = (k, 1);
            if (parts[k].Unit >= 0) continue;
            rows[k] = values(parts[k]);
            var found = false;
            foreach (var other in first)
            {
                if (Factor(rows[k], rows[other]) is not { } factor) continue;
                (groups[k], found) = ((other, factor), true);
                break;
            }

            if (!found) first.Add(k);
        }

        return groups;
    }

    private static double? Factor(double[] row, double[] other)
    {
        var factor = 0.0;
        for (var k = 0; k < row.Length; k++)
        {
            if (row[k] == 0 && other[k] == 0) continue;
            if (row[k] == 0 || other[k] == 0) return null;
            if (factor == 0) factor = row[k] / other[k];
            else if (!IsSame(row[k], factor * other[k])) return null;
        }

        return factor > 0 ? factor : null;
    }

    private static bool IsSame(double a, double b) => Math.Abs(a - b) <= Rounding * a;
}
