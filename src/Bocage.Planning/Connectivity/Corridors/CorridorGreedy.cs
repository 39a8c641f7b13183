using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Buys whole corridors, step by step the one with the largest gain per cost; then gives some up by chance and buys anew.</summary>
/// <remarks>
/// A row of places between two habitats is worth little until its last place is there, so choices made place by place pass it by (<see cref="IncrementalGreedy"/>). Here ways are found for each pair of
/// habitats with much to win and for several prices of a place (<see cref="CorridorWays"/>); a step buys the places that one way lacks, or a single place when the habitat that it adds is worth more.
/// Gains are guessed from the habitats alone; the choice is computed after each step (<see cref="CorridorValue"/>). Now and then new ways are looked for beside what is chosen. The same seed gives the
/// same walk. First look: pairs · prices searches; a step: ways · habitats², and a small search per habitat and place.
/// </remarks>
internal sealed class CorridorGreedy
{
    private const int Looks = 40;
    private const int WalksPerLook = 6;
    private const double Touch = 0.3;
    private static readonly double[] Rates = [0.5, 1.5, 4, 10, 25];
    private readonly ConnectivitySearch search;
    private readonly CorridorView[] views;
    private readonly CorridorWays[][] ways;
    private readonly SeededRandom random;
    private readonly double[] shares;
    private Func<bool> isOver = () => false;
    private Plan best;
    private int turn;
    private int walks;

    /// <summary>Prepares a search for corridors.</summary>
    /// <param name="search">The search; its habitats must be few (<see cref="CorridorBound.IsWithinReach"/>).</param>
    /// <param name="cancellation">Ends the preparation.</param>
    public CorridorGreedy(ConnectivitySearch search, CancellationToken cancellation)
    {
        (this.search, random) = (search, new(search.Limits.Seed));
        views = [.. search.Base.Tables.Select(table => new CorridorView(table.Index.Network, cancellation))];
        ways = [.. views.Select(view => Enumerable.Range(0, Workers.Usual).Select(_ => new CorridorWays(view.Network)).ToArray())];
        shares = CorridorBound.Shares(search)!;
        best = new(search.Rules.Copy(), []);
    }

    /// <summary>Buys corridors until none fits any more, and offers the choice.</summary>
    /// <param name="isOver">Whether to stop.</param>
    public void Begin(Func<bool> isOver)
    {
        this.isOver = isOver;
        Grow(best, 0, looks: true);
        Offer(best);
    }

    /// <summary>Finds better choices and offers them, until it is over or so many walks in a row found nothing better. When called again it goes on from the best.</summary>
    /// <param name="patience">How many walks.</param>
    /// <param name="isOver">Whether to stop.</param>
    public void Walk(int patience, Func<bool> isOver)
    {
        this.isOver = isOver;
        for (var idle = 0; idle < patience && !isOver(); idle++)
        {
            var next = Pruned(best);
            Grow(next, Touch, looks: walks++ % WalksPerLook == 0);
            Offer(next);
            if (next.Value > best.Value + ConnectivitySearch.Rounding(best.Value)) idle = -1;
            if (next.Value >= best.Value) best = next;
        }
    }

    private void Offer(Plan plan)
    {
        plan.Value = Evaluate(plan.Units) - (search.Problem.Penalty?.Of(plan.Rules.Selected) ?? 0);
        search.Offer(plan.Rules.Selected, plan.Value, "corridors");
    }

    // Some corridors go by chance; the ratios of what comes get a touch of it, too.
    private Plan Pruned(Plan plan)
    {
        var (rules, bundles) = (plan.Rules.Copy(), plan.Bundles.ToList());
        for (var k = 1 + random.Next(Math.Max(2, bundles.Count / 3)); k > 0 && bundles.Count > 0; k--)
        {
            var gone = random.Next(bundles.Count);
            foreach (var unit in bundles[gone]) rules.Set(unit, false);
            bundles.RemoveAt(gone);
        }

        return new(rules, bundles);
    }

    private void Grow(Plan plan, double touch, bool looks)
    {
        var value = Evaluate(plan.Units);
        if (looks) Look(plan.Rules);
        while (!isOver())
        {
            var (best, units) = (0.0, Array.Empty<int>());
            foreach (var guess in Guesses(plan.Rules, value))
            {
                var ratio = guess.Ratio * (1 - touch + 2 * touch * random.NextDouble());
                if (ratio > best) (best, units) = (ratio, guess.Units);
            }

            if (units.Length == 0) break;
            value = Buy(plan, units);
        }
    }

    private double Buy(Plan plan, int[] bundle)
    {
        foreach (var unit in bundle) plan.Rules.Set(unit, true);
        plan.Bundles.Add(bundle);
        return Evaluate(plan.Units);
    }

    // New ways for the pairs that promised most when last looked at, and for some others in turn.
    private void Look(ChoiceRules rules)
    {
        foreach (var (view, workers) in views.Zip(ways))
        {
            if (view.Pairs.Length == 0) continue;
            CorridorView.Pair[] pairs = turn == 0 ? view.Pairs
                : [.. view.Pairs.OrderByDescending(pair => pair.Ratio).Take(Looks).Concat(Enumerable.Range(0, Looks / 2).Select(k => view.Pairs[(turn * (Looks / 2) + k) % view.Pairs.Length])).Distinct()];
            var next = -1;
            var chosen = rules.Selected.ToArray();
            Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, worker =>
            {
                int k;
                while ((k = Interlocked.Increment(ref next)) < pairs.Length && !isOver()) pairs[k].Ways = WaysOf(view, workers[worker], pairs[k], chosen);
            });
        }

        turn++;
    }

    private (double, int[])[] WaysOf(CorridorView view, CorridorWays worker, CorridorView.Pair pair, bool[] chosen)
    {
        var now = view.Now[pair.One][pair.Other];
        var limit = now > 0 ? -Math.Log(now) : 30;
        var prices = new double[chosen.Length];
        var found = new List<(double Probability, int[] Units)>();
        foreach (var rate in Rates)
        {
            for (var unit = 0; unit < prices.Length; unit++) prices[unit] = chosen[unit] ? 0 : rate * shares[unit];
            if (worker.Find(view.Ends[pair.One], view.Ends[pair.Other], view.Least[pair.One], prices, limit) is not { } way) break;
            if (found.Count == 0 || found[^1].Probability != way.Probability) found.Add(way);
        }

        // The first ways, over a land without a plan, stay: they lead back to corridors that were given up.
        if (turn == 0) pair.First = [.. found];
        return [.. found, .. pair.First.Where(way => !found.Exists(other => other.Probability == way.Probability))];
    }

    // The places that each known way lacks, and single places.
    private List<(double Ratio, int[] Units)> Guesses(ChoiceRules rules, double value)
    {
        var cases = views.Select(view => view.Value).ToArray();
        var guesses = Places(rules, cases, value);
        for (var k = 0; k < views.Length; k++)
        {
            foreach (var pair in views[k].Pairs)
            {
                var (isLacking, most) = (false, double.NaN);
                foreach (var (probability, units) in pair.Ways)
                {
                    int[] lacking = [.. units.Where(unit => !rules.Selected[unit])];
                    isLacking |= lacking.Length > 0;
                    if (lacking.Length == 0 || !Fit(rules, lacking)) continue;
                    var now = cases[k];
                    cases[k] += views[k].GainOf(pair.One, pair.Other, probability);
                    var gain = search.Objective.Criterion.Value(cases) - value;
                    cases[k] = now;
                    var ratio = gain / CostOf(lacking);
                    most = double.MaxNumber(most, ratio);
                    if (gain > 0) guesses.Add((ratio, lacking));
                }

                // What no longer fits promises what it did before.
                if (!isLacking) pair.Ratio = 0;
                else if (!double.IsNaN(most)) pair.Ratio = most;
            }
        }

        return guesses;
    }

    // Single places, for the habitat that they add.
    private List<(double Ratio, int[] Units)> Places(ChoiceRules rules, double[] cases, double value)
    {
        var habitat = views.Select(_ => new double[shares.Length]).ToArray();
        for (var k = 0; k < views.Length; k++) views[k].AddHabitat(habitat[k]);
        var guesses = new List<(double, int[])>();
        foreach (var unit in search.Open)
        {
            if (!habitat.Any(gains => gains[unit] > 0) || !rules.Fits(unit)) continue;
            var gain = search.Objective.Criterion.Value([.. cases.Select((now, k) => now + habitat[k][unit])]) - value;
            if (gain > 0) guesses.Add((gain / CostOf([unit]), [unit]));
        }

        return guesses;
    }

    private double CostOf(int[] units) => Math.Max(1e-12, units.Sum(unit => shares[unit]));

    private static bool Fit(ChoiceRules rules, int[] units)
    {
        var trial = 0;
        while (trial < units.Length && rules.Fits(units[trial])) rules.Set(units[trial++], true);
        for (var k = 0; k < trial; k++) rules.Set(units[k], false);
        return trial == units.Length;
    }

    private double Evaluate(int[] units)
    {
        Parallel.For(0, views.Length, new ParallelOptions { MaxDegreeOfParallelism = Workers.Usual }, k => (views[k].Value, views[k].Now) = views[k].Chosen.Of(units, views[k].Ends));
        return search.Objective.Criterion.Value(views.Select(view => view.Value).ToArray());
    }

    private sealed record Plan(ChoiceRules Rules, List<int[]> Bundles)
    {
        /// <summary>The criterion, less the penalty.</summary>
        public double Value { get; set; }

        /// <summary>The units that were bought: locked-in ones are part of the cases.</summary>
        public int[] Units => [.. Bundles.SelectMany(bundle => bundle)];
    }
}
