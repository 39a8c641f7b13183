namespace Bocage.Planning;

/// <summary>Brings a problem into the form of <see cref="SelectionModel"/>: collects rows, fixes what locks and rows force, and drops what is then always met.</summary>
internal sealed class SelectionModelBuilder
{
    private const int MostRounds = 20;

    private readonly PlanningProblem problem;
    private readonly List<SelectionRow> rows = [];
    private readonly HashSet<int> turned = [];
    private readonly double[] cost;
    private readonly PlanningStatus[] status;
    private int[] first = [];
    private int[] row = [];
    private double[] amount = [];
    private double constant;

    private SelectionModelBuilder(PlanningProblem problem)
    {
        this.problem = problem;
        cost = new double[problem.Units.Length];
        status = [.. problem.Units.Select(unit => unit.Status)];
    }

    /// <summary>Whether a problem has this form.</summary>
    public static bool Fits(PlanningProblem problem) =>
        problem.Objective is MinimumSetObjective or MinimumShortfallObjective or MaximumCoverObjective or MaximumUtilityObjective
        && problem.Constraints.All(rule => rule is LinearConstraint);

    public static SelectionModel Build(PlanningProblem problem)
    {
        var builder = new SelectionModelBuilder(problem);
        builder.Collect();
        var impossible = builder.Force();
        return builder.Reduced(impossible);
    }

    private void Collect()
    {
        var units = problem.Units.Length;
        var (amounts, rowOfFeature, binary) = Objective();
        var limits = new List<(int Row, double Sign, LinearConstraint Rule)>();
        foreach (var rule in problem.Constraints.Cast<LinearConstraint>())
        {
            if (double.IsFinite(rule.Maximum))
            {
                turned.Add(rows.Count);
                limits.Add((Add(rule.Name, -rule.Maximum, LinearConstraint.Tolerance * Math.Max(1, Math.Abs(rule.Maximum)), double.PositiveInfinity), -1, rule));
            }

            if (double.IsFinite(rule.Minimum)) limits.Add((Add(rule.Name, rule.Minimum, LinearConstraint.Tolerance * Math.Max(1, Math.Abs(rule.Minimum)), double.PositiveInfinity), 1, rule));
        }

        first = new int[units + 1];
        for (var unit = 0; unit < units && amounts is not null; unit++)
            foreach (var feature in amounts.FeaturesOf(unit)) if (rowOfFeature[feature] >= 0) first[unit + 1]++;
        foreach (var (_, _, rule) in limits) foreach (var term in rule.Terms) first[term.Unit + 1]++;
        for (var unit = 0; unit < units; unit++) first[unit + 1] += first[unit];
        (row, amount) = (new int[first[units]], new double[first[units]]);
        var next = first.ToArray();
        for (var unit = 0; unit < units && amounts is not null; unit++)
        {
            var features = amounts.FeaturesOf(unit);
            var values = amounts.AmountsOf(unit);
            for (var k = 0; k < features.Length; k++)
                if (rowOfFeature[features[k]] is >= 0 and var place) Put(next[unit]++, place, binary ? values[k] > 0 ? 1 : 0 : values[k]);
        }

        foreach (var (place, sign, rule) in limits) foreach (var term in rule.Terms) Put(next[term.Unit]++, place, sign * term.Coefficient);
    }

    private void Put(int entry, int place, double value) => (row[entry], amount[entry]) = (place, value);

    private int Add(string name, double need, double tolerance, double price)
    {
        rows.Add(new(name, need, tolerance, price));
        return rows.Count - 1;
    }

    // Costs, the constant, and a row per feature that counts.
    private (FeatureAmounts? Amounts, int[] RowOfFeature, bool Binary) Objective()
    {
        switch (problem.Objective)
        {
            case MaximumUtilityObjective utility:
                for (var unit = 0; unit < cost.Length; unit++) cost[unit] = -utility.Values[unit];
                return (null, [], false);
            case MinimumSetObjective set:
                for (var unit = 0; unit < cost.Length; unit++) cost[unit] = problem.Units[unit].Cost;
                return (set.Amounts, [.. set.Amounts.Features.Select(feature => feature.Target <= 0 ? -1
                    : Add($"the target of {feature.Id}", feature.Target, MinimumSetObjective.Tolerance * feature.Target, double.PositiveInfinity))], false);
            case MinimumShortfallObjective shortfall:
                return (shortfall.Amounts, [.. shortfall.Amounts.Features.Select(feature => feature.Target <= 0 || feature.Weight <= 0 ? -1
                    : Add($"the shortfall of {feature.Id}", feature.Target, 0, feature.Weight / feature.Target))], false);
            case MaximumCoverObjective cover:
                constant = -cover.Amounts.Features.Sum(feature => feature.Weight);
                return (cover.Amounts, [.. cover.Amounts.Features.Select(feature => feature.Weight <= 0 ? -1 : Add($"the cover of {feature.Id}", 1, 0, feature.Weight))], true);
            default:
                throw new ArgumentException($"The objective is {problem.Objective.GetType().Name}; expected a minimum set, minimum shortfall, maximum cover or maximum utility.", nameof(problem));
        }
    }

    // A unit without which a hard row cannot be met is in; one with which it cannot is out. What is fixed within a round only lowers what rows can hold, so the round stays right.
    private LimitToRelax[] Force()
    {
        for (var (round, again) = (0, true); again && round < MostRounds; round++)
        {
            again = false;
            var most = Most();
            var impossible = Enumerable.Range(0, rows.Count).Where(k => rows[k].IsHard && most[k] < rows[k].Need - 2 * rows[k].Tolerance).ToArray();
            if (impossible.Length > 0) return [.. impossible.Select(k => new LimitToRelax(rows[k].Name, Outward(k, rows[k].Need), Outward(k, most[k])))];
            for (var unit = 0; unit < status.Length; unit++)
            {
                if (status[unit] != PlanningStatus.Available) continue;
                status[unit] = ForcedStatus(unit, most);
                again |= status[unit] != PlanningStatus.Available;
            }
        }

        return [];
    }

    // A row that says "at most" was turned round; as it was given, it is turned back.
    private double Outward(int place, double value) => turned.Contains(place) ? -value : value;

    private PlanningStatus ForcedStatus(int unit, double[] most)
    {
        for (var entry = first[unit]; entry < first[unit + 1]; entry++)
        {
            var limit = rows[row[entry]];
            if (limit.IsHard && most[row[entry]] - Math.Abs(amount[entry]) < limit.Need - 2 * limit.Tolerance)
                return amount[entry] > 0 ? PlanningStatus.LockedIn : PlanningStatus.LockedOut;
        }

        return PlanningStatus.Available;
    }

    // The most that each row can hold.
    private double[] Most()
    {
        var most = new double[rows.Count];
        for (var unit = 0; unit < status.Length; unit++)
        {
            if (status[unit] == PlanningStatus.LockedOut) continue;
            for (var entry = first[unit]; entry < first[unit + 1]; entry++)
                if (amount[entry] > 0 || status[unit] == PlanningStatus.LockedIn) most[row[entry]] += amount[entry];
        }

        return most;
    }

    private SelectionModel Reduced(LimitToRelax[] impossible)
    {
        var units = Enumerable.Range(0, status.Length).Where(unit => status[unit] == PlanningStatus.Available).ToArray();
        var (need, least) = (rows.Select(limit => limit.Need).ToArray(), new double[rows.Count]);
        for (var unit = 0; unit < status.Length; unit++)
        {
            if (status[unit] == PlanningStatus.LockedIn) constant += cost[unit];
            for (var entry = first[unit]; entry < first[unit + 1]; entry++)
            {
                if (status[unit] == PlanningStatus.LockedIn) need[row[entry]] -= amount[entry];
                else if (status[unit] == PlanningStatus.Available) least[row[entry]] += Math.Min(0, amount[entry]);
            }
        }

        var kept = Enumerable.Range(0, rows.Count).Where(k => least[k] < need[k]).ToArray();
        var place = new int[rows.Count];
        Array.Fill(place, -1);
        for (var k = 0; k < kept.Length; k++) place[kept[k]] = k;
        var sides = Sides(units);
        var (newFirst, newRow, newAmount) = Entries(units, place);
        return new()
        {
            Units = units,
            Forced = [.. status.Select(s => s == PlanningStatus.LockedIn)],
            Cost = [.. units.Select(unit => cost[unit])],
            First = newFirst,
            Row = newRow,
            Amount = newAmount,
            Rows = [.. kept.Select(k => rows[k] with { Need = need[k] })],
            Sides = sides,
            Impossible = impossible,
            Maximises = problem.Objective.Maximises,
            Constant = constant,
        };
    }

    private (int[] First, int[] Row, double[] Amount) Entries(int[] units, int[] place)
    {
        if (units.Length == status.Length && !place.Contains(-1)) return (first, row, amount);
        var newFirst = new int[units.Length + 1];
        var (newRow, newAmount) = (new List<int>(), new List<double>());
        for (var unit = 0; unit < units.Length; unit++)
        {
            for (var entry = first[units[unit]]; entry < first[units[unit] + 1]; entry++)
            {
                if (place[row[entry]] < 0 || amount[entry] == 0) continue;
                newRow.Add(place[row[entry]]);
                newAmount.Add(amount[entry]);
            }

            newFirst[unit + 1] = newRow.Count;
        }

        return (newFirst, [.. newRow], [.. newAmount]);
    }

    // A side to a unit that is fixed is a cost of the other unit: weight·|x − 1| = weight − weight·x.
    private SelectionSides Sides(int[] units)
    {
        if (problem.Penalty is not { } penalty) return new(units.Length, []);
        if (!penalty.Outer.IsDefaultOrEmpty)
        {
            for (var unit = 0; unit < status.Length; unit++)
            {
                cost[unit] += penalty.Weight * penalty.Outer[unit];
                if (status[unit] == PlanningStatus.LockedIn) constant += penalty.Weight * penalty.Outer[unit];
            }
        }

        var place = new int[status.Length];
        Array.Fill(place, -1);
        for (var k = 0; k < units.Length; k++) place[units[k]] = k;
        var sides = new List<(int, int, double)>();
        foreach (var side in penalty.Shared)
        {
            var weight = penalty.Weight * side.Length;
            if (weight == 0 || side.First == side.Second) continue;
            var (a, b) = (place[side.First] >= 0 ? side.First : side.Second, place[side.First] >= 0 ? side.Second : side.First);
            if (place[a] >= 0 && place[b] >= 0)
            {
                sides.Add((place[a], place[b], weight));
            }
            else if (place[a] >= 0)
            {
                cost[a] += status[b] == PlanningStatus.LockedIn ? -weight : weight;
                if (status[b] == PlanningStatus.LockedIn) constant += weight;
            }
            else if (status[a] != status[b])
            {
                constant += weight;
            }
        }

        return new(units.Length, sides);
    }
}
