namespace Bocage.Planning;

/// <summary>Exact search for the best-connected landscape: splits the choices by one unit at a time, bounds each part by <see cref="ConnectivityRelaxation"/>, and looks at the most promising part next.</summary>
/// <remarks>Every plane found in one part serves all parts. The bound falls steadily: it is the largest bound of the parts that are left. Ends when nothing is left that is better by more than
/// <see cref="Tolerance"/> or the wanted gap, or when time is up. Penalties and rules that are not sums count for choices, not for bounds. docs/methods/connectivity-bounds.md.</remarks>
internal sealed class ConnectivityBranchAndBound
{
    /// <summary>A choice is called optimal when no other is better by more than this, relative to it.</summary>
    public const double Tolerance = 1e-9;

    private const int RoundsAtNode = 1;
    private const double Inward = 0.7;
    private readonly ConnectivitySearch search;
    private readonly ConnectivityRelaxation relaxation;
    private readonly CancellationToken cancellation;
    private readonly PriorityQueue<Node, (double, int)> open = new();
    private readonly sbyte[] fixings;
    private double settled = double.NegativeInfinity;

    private ConnectivityBranchAndBound(ConnectivitySearch search, ConnectivityRelaxation relaxation, CancellationToken cancellation)
    {
        (this.search, this.relaxation, this.cancellation) = (search, relaxation, cancellation);
        fixings = new sbyte[search.Status.Length];
    }

    /// <summary>Parts of the search looked at.</summary>
    public int NodeCount { get; private set; }

    /// <summary>Proves what it can and offers what it finds, until the search is done.</summary>
    public static void Run(ConnectivitySearch search) => Within(search, branch => branch.Run());

    /// <summary>Only the bound of the whole; null when there was no time or no choice.</summary>
    public static ConnectivityBound? Root(ConnectivitySearch search)
    {
        ConnectivityBound? found = null;
        Within(search, branch =>
        {
            if (!branch.Root(new Node(null, -1, 0, search.Bound), isSearch: false) || !branch.relaxation.Solve(branch.fixings, branch.cancellation)) return;
            found = ConnectivityBound.From(branch.relaxation, Math.Min(search.Bound, branch.relaxation.Bound));
        });
        return found;
    }

    private static void Within(ConnectivitySearch search, Action<ConnectivityBranchAndBound> work)
    {
        using var deadline = search.Limits.Time is { } time
            ? new CancellationTokenSource(time > search.Elapsed ? time - search.Elapsed : TimeSpan.Zero, search.Limits.Clock)
            : new CancellationTokenSource();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, search.Cancellation);
        try
        {
            var relaxation = new ConnectivityRelaxation(search.Problem, search.Status, search.Base.Tables.Select(table => table.Index.Network), both.Token);
            work(new ConnectivityBranchAndBound(search, relaxation, both.Token));
        }
        catch (OperationCanceledException) when (both.IsCancellationRequested)
        {
            // What has been proven and found so far stands in the search.
        }
    }

    private void Run()
    {
        var root = new Node(null, -1, 0, search.Bound);
        if (!Root(root, isSearch: true)) return;
        Branch(root);
        while (open.TryDequeue(out var node, out _))
        {
            Tell(node.Bound);
            if (IsSettled(node.Bound)) continue;
            Visit(node);
        }

        Tell(double.NegativeInfinity);
    }

    // Planes until the bound stops falling; first at points between the relaxed choice and the best one known, where they are deepest.
    private bool Root(Node root, bool isSearch)
    {
        Fix(root);
        var inner = Inner();
        if (!relaxation.Solve(fixings, cancellation)) return isSearch;
        relaxation.Separate(inner, Gap(root.Bound), cancellation);
        var (last, isDirect, stalls) = (double.PositiveInfinity, false, 0);
        for (var round = 0; round < 200 && stalls < 3 && relaxation.Solve(fixings, cancellation); round++)
        {
            root.Bound = Math.Min(root.Bound, relaxation.Bound);
            Tell(root.Bound);
            if (isSearch && IsSettled(root.Bound)) return false;
            Round(relaxation.X);
            var at = relaxation.X.ToArray();
            if (!isDirect) for (var unit = 0; unit < at.Length; unit++) at[unit] += Inward * (inner[unit] - at[unit]);
            var value = relaxation.Separate(at, Gap(root.Bound), cancellation);
            var isFlat = last - root.Bound < 0.01 * (root.Bound - Best);
            if (isDirect && (isFlat || value >= relaxation.Bound * (1 - Tolerance))) stalls++;
            else if (!isFlat) stalls = 0;
            (isDirect, last) = (isFlat && !isDirect, root.Bound);
        }

        return true;
    }

    private void Visit(Node node)
    {
        NodeCount++;
        Fix(node);
        var isLast = false;
        for (var round = 0; round < RoundsAtNode || isLast; round++)
        {
            if (!relaxation.Solve(fixings, cancellation))
            {
                if (!IsHopeless()) break;
                return;
            }

            var before = node.Bound;
            node.Bound = Math.Min(node.Bound, relaxation.Bound);
            if (IsSettled(node.Bound))
            {
                settled = Math.Max(settled, node.Bound);
                return;
            }

            if (round == 0 && NodeCount % 8 == 1) Round(relaxation.X);
            if (TryWhole(relaxation.X) && IsSettled(node.Bound))
            {
                settled = Math.Max(settled, node.Bound);
                return;
            }

            var value = relaxation.Separate(relaxation.X, Gap(node.Bound), cancellation);
            if (value >= relaxation.Bound * (1 - Tolerance) || (round > 0 && before - node.Bound < 0.05 * (node.Bound - Best))) break;
        }

        Branch(node);
    }

    // A part in which every unit is fixed is one choice.
    private void Branch(Node node)
    {
        var (unit, distance) = (-1, double.PositiveInfinity);
        for (var k = 0; k < fixings.Length; k++)
        {
            if (fixings[k] >= 0 || search.Status[k] != PlanningStatus.Available) continue;
            var from = Math.Abs(relaxation.X[k] - 0.5);
            if (from < distance) (unit, distance) = (k, from);
        }

        if (unit < 0)
        {
            var choice = Enumerable.Range(0, fixings.Length).Select(k => fixings[k] == 1 || search.Status[k] == PlanningStatus.LockedIn).ToArray();
            Offer(choice);
            return;
        }

        foreach (sbyte value in new sbyte[] { 1, 0 })
        {
            var child = new Node(node, unit, value, node.Bound);
            open.Enqueue(child, (-child.Bound, -child.Depth));
        }
    }

    private double Best => search.Best is null ? double.NegativeInfinity : search.BestValue;

    private double Gap(double bound) => search.Best is null || double.IsInfinity(bound) ? 0.01 : Math.Clamp((bound - Best) / Math.Max(Math.Abs(Best), double.Epsilon), 1e-8, 0.01);

    private bool IsSettled(double bound) => search.Best is not null && bound - Best <= Math.Max(Tolerance, search.Limits.RatioGap) * Math.Abs(Best);

    // The largest bound of what is left: this part and everything behind it in the queue, and what was left aside as no better than the tolerance.
    private void Tell(double bound)
    {
        if (IsSettled(bound) && bound > settled) settled = bound;
        search.Prove(Math.Max(Math.Max(bound, settled), Best), "branch and bound");
    }

    private void Fix(Node node)
    {
        Array.Fill(fixings, (sbyte)-1);
        for (var at = node; at.Parent is not null; at = at.Parent) fixings[at.Unit] = at.Value;
    }

    private double[] Inner()
    {
        var inner = new double[fixings.Length];
        if (search.Best is { } best) for (var unit = 0; unit < inner.Length; unit++) inner[unit] = best[unit] ? 1 : 0;
        return inner;
    }

    private bool TryWhole(ReadOnlySpan<double> x)
    {
        var choice = new bool[x.Length];
        for (var unit = 0; unit < choice.Length; unit++)
        {
            if (Math.Abs(x[unit] - Math.Round(x[unit])) > 1e-7) return false;
            choice[unit] = x[unit] > 0.5;
        }

        Offer(choice);
        return true;
    }

    // The units in the order of their shares, as long as they fit.
    private void Round(ReadOnlySpan<double> x)
    {
        var shares = x.ToArray();
        var rules = search.Rules.Copy();
        foreach (var unit in Enumerable.Range(0, shares.Length).OrderByDescending(unit => shares[unit]))
            if (search.Status[unit] == PlanningStatus.Available && rules.Fits(unit)) rules.Set(unit, true);
        Offer(rules.Selected.ToArray());
    }

    private void Offer(bool[] choice)
    {
        if (search.Problem.Allows(choice)) search.Offer(choice, relaxation.ValueOf(choice) - (search.Problem.Penalty?.Of(choice) ?? 0), "branch and bound");
    }

    // Only what a sum proves: some rule cannot be kept whatever the open units are.
    private bool IsHopeless()
    {
        foreach (var rule in search.Problem.Constraints.OfType<LinearConstraint>())
        {
            var (least, most) = (0.0, 0.0);
            foreach (var term in rule.Terms)
            {
                var status = search.Status[term.Unit];
                var isIn = status == PlanningStatus.LockedIn || fixings[term.Unit] == 1;
                if (status == PlanningStatus.LockedOut || fixings[term.Unit] == 0) continue;
                least += isIn ? term.Coefficient : Math.Min(0, term.Coefficient);
                most += isIn ? term.Coefficient : Math.Max(0, term.Coefficient);
            }

            if ((least > rule.Maximum && !rule.Allows(least)) || (most < rule.Minimum && !rule.Allows(most))) return true;
        }

        return false;
    }

    private sealed class Node(Node? parent, int unit, sbyte value, double bound)
    {
        public Node? Parent => parent;

        public int Unit => unit;

        public sbyte Value => value;

        public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

        public double Bound { get; set; } = bound;
    }
}
