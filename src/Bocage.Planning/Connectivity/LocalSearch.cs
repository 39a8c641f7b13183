using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Makes a choice better by leaving out a unit, or two, and filling up again; then by leaving out several at random, over and over.</summary>
/// <remarks>
/// Each unit is left out in turn (<see cref="WithoutEach"/>); what then fits is tried first, the best by gain and the best by gain per cost, and the rest is filled up by <see cref="IncrementalGreedy"/>.
/// That holds drop-and-add, swap and one-for-several. When nothing helps any more, a few units go at random, the filling gets a touch of chance, and the walk goes on from the better of both. The same
/// seed gives the same walk. Ends after <see cref="Patience"/> walks without anything better, or at a time since the search began, so that proving gets its share.
/// </remarks>
internal sealed class LocalSearch(ConnectivitySearch search, TimeSpan? until = null)
{
    /// <summary>Walks in vain before it ends, without a time limit.</summary>
    public const int Patience = 60;

    private const int FirstPicks = 3;
    private readonly SeededRandom random = new(search.Limits.Seed);
    private readonly HashSet<string> exhausted = [];

    private bool IsOver => search.IsOver || (until is { } end && search.Elapsed >= end);

    private bool IsDone => IsOver || search.IsGoodEnough;

    /// <summary>Makes the best choice of the search better, until time is up, the proof is good enough or patience ends.</summary>
    public void Run()
    {
        if (search.Best is null || search.Open.Length == 0) return;
        var current = Descend(search.Best, search.BestValue);
        for (var idle = 0; idle < Patience && !IsDone; idle++)
        {
            var before = search.BestValue;
            var (kicked, value) = Kick(current.Selected);
            if (kicked is null) continue;
            var next = Descend(kicked, value);
            // Now and then from a worse place, so that the walk does not stay in one hollow.
            if (next.Value >= current.Value || random.Next(10) == 0) current = next;
            if (random.Next(8) == 0) current = (search.Best, search.BestValue);
            if (search.BestValue > before + ConnectivitySearch.Rounding(before)) idle = -1;
        }
    }

    private (bool[] Selected, double Value) Descend(bool[] selected, double value)
    {
        while (!IsDone && WithoutEach.IsPossible(search.Base, selected.Length) && exhausted.Add(KeyOf(selected)))
        {
            var better = BestNeighbour(selected);
            if (better is null || !(better.Value.Value > value + ConnectivitySearch.Rounding(value))) break;
            (selected, value) = better.Value;
        }

        return (selected, value);
    }

    // The best choice with one unit less and others in its place, or null when time ran out.
    private (bool[] Selected, double Value)? BestNeighbour(bool[] selected)
    {
        var units = search.Open.Where(unit => selected[unit]).ToArray();
        var found = new List<(bool[] Selected, double Value)>?[units.Length];
        WithoutEach.Visit(search.Base, units, () => IsOver, (state, k) => found[k] = Refilled(state, RulesOf(selected), units[k]));
        (bool[] Selected, double Value)? best = null;
        foreach (var choice in found.SelectMany(list => list ?? []))
        {
            search.Offer(choice.Selected, choice.Value, "local search");
            if (search.Problem.Allows(choice.Selected) && (best is null || choice.Value > best.Value.Value)) best = choice;
        }

        return best;
    }

    // Choices without one unit: filled up beginning with each of the most promising others, or left as it is.
    private List<(bool[] Selected, double Value)> Refilled(ConnectivityState state, ChoiceRules rules, int without)
    {
        rules.Set(without, false);
        var gains = new LazyGains(state, isAlone: true);
        var fitting = search.Open.Where(unit => unit != without && rules.Fits(unit)).ToArray();
        var candidates = fitting.Zip(gains.Of(fitting), (unit, gain) => (Unit: unit, Gain: gain - rules.PenaltyOf(unit))).ToList();
        var firsts = candidates.OrderByDescending(candidate => candidate.Gain).ThenBy(candidate => candidate.Unit).Take(FirstPicks)
            .Concat(candidates.OrderByDescending(candidate => candidate.Gain / Math.Max(search.Problem.Units[candidate.Unit].Cost, 1e-9)).ThenBy(candidate => candidate.Unit).Take(FirstPicks))
            .Select(candidate => candidate.Unit).Distinct().ToArray();
        var choices = new List<(bool[], double)> { Choice(state, rules) };
        foreach (var first in firsts)
        {
            if (IsOver) break;
            var (filled, filledRules) = (state.Copy(), rules.Copy());
            IncrementalGreedy.Buy(filled, filledRules, first);
            IncrementalGreedy.Fill(filled, filledRules, search.Open, () => IsOver, gains: new(gains, filled));
            choices.Add(Choice(filled, filledRules));
        }

        return choices;
    }

    // Some units go at random, a few come, and the filling gets a touch of chance.
    private (bool[]? Selected, double Value) Kick(bool[] selected)
    {
        var rules = RulesOf(selected);
        var chosen = search.Open.Where(unit => selected[unit]).ToList();
        var count = Math.Min(chosen.Count, random.Next(rules.HasOthers ? 2 : 10) == 0 ? chosen.Count : 1 + random.Next(2 + chosen.Count / 4));
        for (var k = 0; k < count; k++)
        {
            var place = random.Next(chosen.Count);
            rules.Set(chosen[place], false);
            chosen.RemoveAt(place);
        }

        // A block cannot be left in pieces and taken up again: it grows anew from a place by chance.
        // Units that only help together gain nothing one by one, so some come in unasked.
        for (var k = random.Next(rules.HasOthers ? 4 * search.Open.Length : 4); k > 0; k--)
        {
            var unit = search.Open[random.Next(search.Open.Length)];
            if (!rules.Fits(unit)) continue;
            rules.Set(unit, true);
            chosen.Add(unit);
        }

        var weight = search.Problem.Units.Select(_ => 0.5 + random.NextDouble()).ToArray();
        var state = search.Base.Copy();
        foreach (var unit in chosen)
        {
            if (IsOver) return (null, 0);
            state.Buy(unit);
        }

        IncrementalGreedy.Fill(state, rules, search.Open, () => IsOver, weight);
        if (IsOver || !rules.IsAllowed()) return (null, 0);
        var choice = Choice(state, rules);
        search.Offer(choice.Selected, choice.Value, "local search");
        return choice;
    }

    private ChoiceRules RulesOf(bool[] selected)
    {
        var rules = search.Rules.Copy();
        foreach (var unit in search.Open) rules.Set(unit, selected[unit]);
        return rules;
    }

    private (bool[] Selected, double Value) Choice(ConnectivityState state, ChoiceRules rules) =>
        ([.. rules.Selected], state.Value - (search.Problem.Penalty?.Of(rules.Selected) ?? 0));

    private static string KeyOf(bool[] selected) => string.Create(selected.Length, selected, (text, bits) =>
    {
        for (var k = 0; k < bits.Length; k++) text[k] = bits[k] ? '1' : '0';
    });
}
