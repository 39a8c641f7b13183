namespace Bocage.Planning;

/// <summary>The value of a case, Σ S·P·T, as a linear model: for each target a flow with losses from all sources.</summary>
/// <remarks>
/// Flow that enters an arc arrives times its probability; what a vertex sends on is at most what it gives (S + gains of chosen units) and what arrives. The
/// most that can arrive at t is Σ over s of S(s)·P(s, t), as every unit of flow does
/// best on a best path. A unit opens arcs beside those it improves: flow ≤ M·x, with M the most that can pass the tail with everything bought, which a best
/// flow never exceeds. A unit that adds quality h to the target
/// counts h·min(F, M·x), which is h·F·x for x of 0 or 1. Arcs that are useless for a target are left out (<see cref="CompetingSearch"/>), vertices without a
/// choice merged (<see cref="TargetNetwork"/>).
/// Size: targets × what is left of the network. Cost of the preparation: arcs · (arcs · log arcs). Hamonic et al., arXiv:2109.06622.
/// </remarks>
internal static class GeneralisedFlowModel
{
    /// <summary>Adds the flows of a case to a model whose variable u is 1 when unit u is chosen; the value of the case is the expression, for the best flows.</summary>
    public static LinearExpression Add(LinearModel model, ConnectivityCase network, IReadOnlyList<PlanningUnit> units)
    {
        var options = ArcOption.Of(network, units);
        var search = new CompetingSearch(network.SourceQuality.Length, options);
        var usefulFor = Enumerable.Range(0, options.Length).Select(search.UsefulFor).ToArray();
        var supply = Qualities(network, units, network.SourceQuality, gain => gain.SourceGain);
        var demand = Qualities(network, units, network.TargetQuality, gain => gain.TargetGain);
        // Flows are counted in the largest supply, so that a model of hectares and one of square metres look alike.
        var scale = supply.Max(one => one.Constant + one.Terms.Sum(term => term.Coefficient));
        var value = new LinearExpression([], 0);
        if (!(scale > 0)) return value;
        for (var target = 0; target < demand.Length; target++)
        {
            if (demand[target].Constant == 0 && demand[target].Terms.Count == 0) continue;
            var arcs = Enumerable.Range(0, options.Length).Where(arc => usefulFor[arc][target]).SelectMany(arc => options[arc]);
            var reduced = new TargetNetwork(target, arcs, supply);
            value = value.Plus(AddTarget(model, reduced, target, demand[target], scale));
        }
        return value;
    }

    private static LinearExpression[] Qualities(ConnectivityCase network, IReadOnlyList<PlanningUnit> units, IReadOnlyList<double> qualities, Func<VertexImprovement, double> gainOf)
    {
        var result = qualities.Select(quality => new LinearExpression([], quality)).ToArray();
        foreach (var improvement in network.VertexImprovements)
            if (gainOf(improvement) > 0 && units[improvement.Unit].Status != PlanningStatus.LockedOut) result[improvement.Vertex].Terms.Add(new(improvement.Unit, gainOf(improvement)));
        return result;
    }

    private static LinearExpression AddTarget(LinearModel model, TargetNetwork network, int target, LinearExpression demand, double scale)
    {
        var balance = network.Supply.ToDictionary(pair => pair.Key, pair => pair.Value.Times(-1 / scale).Terms);
        foreach (var arc in network.Arcs)
        {
            var most = network.Potential(arc.From) / scale;
            var flow = model.Continuous(0, most, 0);
            if (arc.Unit >= 0) model.Row([new(flow, 1), new(arc.Unit, -most)], double.NegativeInfinity, 0);
            balance[arc.From].Add(new(flow, 1));
            balance[arc.To].Add(new(flow, -arc.Probability));
        }
        foreach (var (vertex, terms) in balance)
            if (vertex != target) model.Row(terms, double.NegativeInfinity, network.Supply[vertex].Constant / scale);
        return Received(model, balance[target], network.Supply[target].Constant, network.Potential(target), demand, scale);
    }

    // T·F + Σ h·F·x, with F what the target gives itself and what arrives; −F is the target's balance.
    private static LinearExpression Received(LinearModel model, List<LinearTerm> balance, double own, double most, LinearExpression demand, double scale)
    {
        var arriving = new LinearExpression(balance, -own / scale).Times(-scale);
        if (demand.Terms.Count == 0) return arriving.Times(demand.Constant);
        var received = model.Continuous(0, most / scale, 0);
        model.Row([new(received, 1), .. balance], double.NegativeInfinity, own / scale);
        var value = new LinearExpression([new(received, demand.Constant * scale)], 0);
        foreach (var gain in demand.Terms)
        {
            var counted = model.Continuous(0, most / scale, 0);
            model.Row([new(counted, 1), new(received, -1)], double.NegativeInfinity, 0);
            model.Row([new(counted, 1), new(gain.Unit, -most / scale)], double.NegativeInfinity, 0);
            value.Terms.Add(new(counted, gain.Coefficient * scale));
        }
        return value;
    }
}
