namespace Bocage.Planning;

/// <summary>The bound of the planes of all cases under the rules: for problems too large for <see cref="ConnectivityRelaxation"/>.</summary>
internal static class PotentialBound
{
    /// <summary>No allowed choice has a larger value of the criterion.</summary>
    public static double Of(ConnectivitySearch search)
    {
        var knapsack = new RuleKnapsack(search.Problem, search.Status);
        var networks = search.Base.Tables.Select(table => table.Index.Network).ToArray();
        var planes = networks.Select(network => PotentialPlane.Of(network, knapsack.Most, search.Cancellation)).ToArray();
        double[] low = [.. planes.Select(plane => plane.Constant * (1 - 1e-12))];
        double[] high = [.. planes.Zip(networks, (plane, network) => Math.Min(plane.Constant + knapsack.Most(plane.Gains), Whole(network)) * (1 + 1e-12))];
        var bound = search.Objective.Criterion.Value(high);
        // Each case by itself is right for all forms; one plane over all cases is better when they compete for the budget.
        var point = high;
        for (var round = 0; round < 3; round++)
        {
            var tangent = CriterionTangent.Above(search.Objective.Criterion, point, low, high);
            var gains = new double[search.Status.Length];
            var constant = tangent.Constant;
            for (var k = 0; k < planes.Length; k++)
            {
                constant += tangent.Slopes[k] * planes[k].Constant;
                Dense.Add(gains, tangent.Slopes[k], planes[k].Gains);
            }

            bound = Math.Min(bound, constant + knapsack.Most(gains));
            point = [.. low.Zip(high, (least, most) => least + (most - least) * (round == 0 ? 0.5 : 0))];
        }

        return bound + 1e-10 * Math.Abs(bound);
    }

    // Every probability is at most 1.
    private static double Whole(ContractedCase network) =>
        (network.Source.Sum() + network.Units.Sum(unit => unit.Gains.Sum(gain => gain.SourceGain))) * (network.Target.Sum() + network.Units.Sum(unit => unit.Gains.Sum(gain => gain.TargetGain)));
}
