using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>The problem with fractional choices: max of the criterion over x in [0, 1] that keep the linear rules, every case bounded by the planes its path trees give.</summary>
/// <remarks>Planes hold for every choice, so they serve all nodes of a search. Variables: x of each unit, one value per group of trees, the criterion; values are relative to "everything chosen".</remarks>
internal sealed class ConnectivityRelaxation
{
    private const int GroupLimit = 96;
    private const double Bend = 1e-12;
    private const double MostTerms = 1_000_000;
    private const int MostUnits = 2_000;
    private const long MostColumns = 25_000_000;
    private readonly PlanningProblem problem;
    private readonly MaximumConnectedAreaObjective objective;
    private readonly PathNetwork[] networks;
    private readonly (PathTree Tree, int Group)[] trees;
    private readonly int[] caseOfGroup;
    private readonly double[] scale;
    private readonly double criterionScale;
    private readonly double[] low;
    private readonly double[] high;
    private readonly CutProgram program;
    private readonly int[] floor;
    private readonly int[] ceiling;
    private readonly Dictionary<int, (int Rule, double Factor)> ruleOfRow = [];
    private readonly RuleCapacity capacity;
    private readonly double[] centre;
    private int rounds;

    /// <summary>The relaxation of a problem with a <see cref="MaximumConnectedAreaObjective"/>.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="status">Locks, with units that can never fit locked out.</param>
    /// <param name="contracted">Its cases, contracted for these locks.</param>
    /// <param name="cancellation">Heard between searches.</param>
    public ConnectivityRelaxation(PlanningProblem problem, PlanningStatus[] status, IEnumerable<ContractedCase> contracted, CancellationToken cancellation)
    {
        (this.problem, Status) = (problem, status);
        objective = (MaximumConnectedAreaObjective)problem.Objective;
        capacity = new(problem);
        networks = [.. contracted.Select(network => PathNetwork.Of(network, cancellation))];
        high = [.. networks.Select(network => Total(network, null))];
        low = [.. networks.Select(network => Total(network, new bool[Status.Length]))];
        scale = [.. high.Select(value => value > 1e-200 ? value : 1)];
        criterionScale = objective.Criterion.Value(high) is > 1e-200 and var most ? most : 1;
        var made = new List<(PathTree, int)>();
        var groups = new List<int>();
        for (var k = 0; k < networks.Length; k++)
        {
            var sources = networks[k].Sources.Length;
            var slack = 1e-11 * high[k] / Math.Max(1, (double)sources * networks[k].Targets.Length);
            var weights = PairWeights.Of(networks[k]);
            var count = Math.Clamp(GroupLimit / networks.Length, 1, Math.Max(1, sources));
            for (var source = 0; source < sources; source++) made.Add((new(networks[k], source, capacity.Allows, slack, weights[source]), groups.Count + source % count));
            for (var g = 0; g < count; g++) groups.Add(k);
        }

        (trees, caseOfGroup) = ([.. made], [.. groups]);
        (floor, ceiling) = (new int[Status.Length], new int[Status.Length]);
        program = Program();
        centre = new double[Status.Length];
        Array.Fill(centre, 0.5);
        Begin();
    }

    /// <summary>Locks, with the units that can never be afforded locked out.</summary>
    public PlanningStatus[] Status { get; }

    /// <summary>No choice that keeps the fixings of the last <see cref="Solve"/> is above this.</summary>
    public double Bound { get; private set; }

    /// <summary>Share of each unit in the relaxed choice.</summary>
    public ReadOnlySpan<double> X => program.Point.AsSpan(0, Status.Length);

    /// <summary>Columns of all trees.</summary>
    public long ColumnCount => trees.Sum(tree => tree.Tree.ColumnCount);

    /// <summary>Whether a problem is small enough: its terms and its linear program stay within some hundred megabytes.</summary>
    public static bool IsWithinReach(ConnectivitySearch search)
    {
        var terms = search.Base.Tables.Sum(table => (double)Parts(table.Index.Network, gain => gain.SourceGain, table.Index.Network.Source) * Parts(table.Index.Network, gain => gain.TargetGain, table.Index.Network.Target));
        return terms <= MostTerms && search.Status.Length <= MostUnits;
    }

    private static int Parts(ContractedCase network, Func<(int Vertex, double SourceGain, double TargetGain), double> gainOf, double[] quality) =>
        quality.Count(value => value > 0) + network.Units.Sum(unit => unit.Gains.Count(gain => gainOf(gain) > 0));

    /// <summary>Solves with some units fixed: 1 chosen, 0 left, -1 open. False when the rules leave no choice.</summary>
    public bool Solve(ReadOnlySpan<sbyte> fixings, CancellationToken cancellation)
    {
        for (var unit = 0; unit < Status.Length; unit++)
        {
            var isIn = Status[unit] == PlanningStatus.LockedIn || fixings[unit] == 1;
            var isOut = Status[unit] == PlanningStatus.LockedOut || fixings[unit] == 0;
            program.Move(floor[unit], isIn ? -1 : 0);
            program.Move(ceiling[unit], isOut ? 0 : 1);
        }

        if (!program.Solve(cancellation)) return false;
        Bound = (program.Bound + Bend * Status.Length) * criterionScale;
        Bound += 1e-10 * Math.Abs(Bound);
        return true;
    }

    /// <summary>Adds the planes that are tight at a choice where they are not there yet. Returns a bound on the relaxed value there.</summary>
    /// <param name="at">Share of each unit, 0–1.</param>
    /// <param name="gap">How close the bound should come, relative to the value.</param>
    /// <param name="cancellation">Ends it.</param>
    public double Separate(ReadOnlySpan<double> at, double gap, CancellationToken cancellation)
    {
        var x = at.ToArray();
        for (var unit = 0; unit < x.Length; unit++) x[unit] = Math.Clamp(x[unit], 0, 1);
        rounds++;
        for (var unit = 0; unit < x.Length; unit++) centre[unit] += (Math.Max(x[unit], 1e-3) - centre[unit]) / Math.Min(rounds + 1, 10);
        var terms = trees.Sum(tree => tree.Tree.Terms.Count);
        var loss = ColumnCount > MostColumns ? double.PositiveInfinity : 0.1 * gap / terms;
        var evaluations = Workers.Map(trees.Length, Workers.Usual, () => new TermProgram(x.Length), (work, k) =>
            TreeEvaluation.Of(trees[k].Tree, work, x, centre, loss * high[caseOfGroup[trees[k].Group]], 40), null, cancellation);
        var groups = caseOfGroup.Length;
        var (constant, slopes) = (new double[groups], new double[groups][]);
        for (var g = 0; g < groups; g++) slopes[g] = new double[Size];
        for (var k = 0; k < trees.Length; k++)
        {
            constant[trees[k].Group] += evaluations[k].Constant;
            Dense.Add(slopes[trees[k].Group].AsSpan(0, x.Length), 1, evaluations[k].Slopes);
        }

        var values = new double[networks.Length];
        for (var g = 0; g < groups; g++)
        {
            var value = constant[g] + Dense.Dot(slopes[g].AsSpan(0, x.Length), x);
            values[caseOfGroup[g]] += value;
            if (constant[g] + Dense.Dot(slopes[g].AsSpan(0, x.Length), X) < (program.Point[x.Length + g] - 1e-11) * scale[caseOfGroup[g]]) AddPlane(g, constant[g], slopes[g]);
        }

        AddTangent(CriterionTangent.Above(objective.Criterion, values, low, high));
        return objective.Criterion.Value(values);
    }

    /// <summary>The exact value of each case for a choice, from the probabilities between gates.</summary>
    public double ValueOf(bool[] selected) => objective.Criterion.Value([.. networks.Select(network => Total(network, selected))]);

    /// <summary>A plane above every allowed choice, from the multipliers of the last <see cref="Solve"/> without fixings: value ≤ constant + Σ gains · x; and what each rule's limit is worth.</summary>
    public (double Constant, double[] Gains, double[] Prices) Plane()
    {
        var (sum, gains, prices) = (0.0, new double[Status.Length], new double[problem.Constraints.Length]);
        foreach (var (row, multiplier) in program.Multipliers())
        {
            if (ruleOfRow.TryGetValue(row, out var rule)) prices[rule.Rule] += multiplier * criterionScale * rule.Factor;
            else if (program.RowOf(row) is { } dense)
            {
                sum += multiplier * program.LimitOf(row);
                for (var unit = 0; unit < gains.Length; unit++) gains[unit] -= multiplier * dense[unit] * criterionScale;
            }
        }

        sum = sum * criterionScale + 1e-9 * criterionScale;
        for (var unit = 0; unit < gains.Length; unit++) gains[unit] = Math.Max(0, gains[unit]);
        return (sum, gains, prices);
    }

    private int Size => Status.Length + caseOfGroup.Length + 1;

    private void AddPlane(int group, double constant, double[] slopes)
    {
        var unitScale = scale[caseOfGroup[group]];
        var row = new double[Size];
        for (var unit = 0; unit < Status.Length; unit++) row[unit] = -slopes[unit] / unitScale;
        row[Status.Length + group] = 1;
        program.Add(row, constant / unitScale);
    }

    private int AddTangent(CriterionTangent tangent)
    {
        var row = new double[Size];
        for (var g = 0; g < caseOfGroup.Length; g++) row[Status.Length + g] = -tangent.Slopes[caseOfGroup[g]] * scale[caseOfGroup[g]] / criterionScale;
        row[^1] = 1;
        return program.Add(row, tangent.Constant / criterionScale);
    }

    private CutProgram Program()
    {
        var (aim, least, most) = (new double[Size], new double[Size], new double[Size]);
        for (var unit = 0; unit < Status.Length; unit++) (aim[unit], most[unit]) = (-Bend * (0.5 + 0.5 * unit / Status.Length), 1);
        for (var g = 0; g < caseOfGroup.Length; g++) most[Status.Length + g] = 1 + 1e-9;
        aim[^1] = 1;
        most[^1] = 1 + 1e-9;
        var made = new CutProgram(aim, least, most);
        for (var unit = 0; unit < Status.Length; unit++)
        {
            floor[unit] = made.Add(unit, -1, 0);
            ceiling[unit] = made.Add(unit, 1, 1);
        }

        for (var rule = 0; rule < problem.Constraints.Length; rule++) if (problem.Constraints[rule] is LinearConstraint linear) AddRule(made, linear, rule);
        return made;
    }

    private void AddRule(CutProgram made, LinearConstraint rule, int index)
    {
        foreach (var (limit, sign) in new[] { (rule.Maximum, 1.0), (-rule.Minimum, -1.0) })
        {
            if (double.IsPositiveInfinity(limit)) continue;
            var row = new double[Size];
            foreach (var term in rule.Terms) row[term.Unit] += sign * term.Coefficient;
            var norm = Math.Max(row.Max(Math.Abs), 1e-300);
            for (var k = 0; k < row.Length; k++) row[k] /= norm;
            ruleOfRow.Add(made.Add(row, (limit + LinearConstraint.Tolerance * Math.Max(1, Math.Abs(limit))) / norm), (index, sign / norm));
        }
    }

    // The first basis: everything chosen bounds each group.
    private void Begin()
    {
        var total = new double[caseOfGroup.Length];
        foreach (var (tree, group) in trees) foreach (var term in tree.Terms) total[group] += term.Weight * (term.Count > 0 ? term.Least + term.Gain(0) : term.Least);
        var basis = new List<int>(floor);
        for (var g = 0; g < total.Length; g++)
        {
            AddPlane(g, total[g], new double[Size]);
            basis.Add(program.RowCount - 1);
        }

        basis.Add(AddTangent(CriterionTangent.Above(objective.Criterion, high, low, high)));
        program.Begin([.. basis]);
    }

    // null: everything chosen.
    private static double Total(PathNetwork network, bool[]? selected)
    {
        var reach = new double[network.Columns];
        var sum = 0.0;
        for (var s = 0; s < network.Sources.Length; s++)
        {
            var source = network.Sources[s];
            if (source.Unit >= 0 && selected is not null && !selected[source.Unit]) continue;
            if (selected is not null) network.Reach(source.Place, network.GateUnits.Where(unit => selected[unit]), reach);
            var reached = 0.0;
            for (var t = 0; t < network.Targets.Length; t++)
            {
                var target = network.Targets[t];
                if (target.Unit >= 0 && selected is not null && !selected[target.Unit]) continue;
                reached += target.Quality * (selected is null ? network.FreeOfSource[s][t] : reach[target.Place]);
            }

            sum += source.Quality * reached;
        }

        return sum;
    }
}
