using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>What is known about sharing units out over years.</summary>
public enum PackingOutcome
{
    /// <summary>There is a year for each unit.</summary>
    Packed,

    /// <summary>Proven: there is none.</summary>
    Unpackable,

    /// <summary>Neither was found within the limit of the search.</summary>
    NotShown,
}

/// <summary>A year for each unit within yearly budgets.</summary>
public sealed record YearlyPacking
{
    /// <summary>Most steps of the branch and bound.</summary>
    public const int StepLimit = 200_000;

    /// <summary>What is known.</summary>
    public required PackingOutcome Outcome { get; init; }

    /// <summary>Units with their years, counted from 0, in order of unit; empty unless packed. Units that cost nothing are not named.</summary>
    public ImmutableArray<(int Unit, int Year)> Years { get; init; } = [];

    /// <summary>Packs units into years: first fit and best fit, dearest first, then branch and bound.</summary>
    /// <remarks>The search puts the dearest unit left into each year that has room, one of equal room only, and turns back when the units left cost more than all the room left.</remarks>
    internal static YearlyPacking Of(List<LinearTerm> items, ImmutableArray<double> budgets)
    {
        var ordered = items.OrderByDescending(item => item.Coefficient).ThenBy(item => item.Unit).ToArray();
        foreach (var best in (bool[])[false, true])
            if (Fit(ordered, budgets, best) is { } years) return Packed(ordered, years);
        var search = new Search(ordered, budgets);
        if (search.Place(0)) return Packed(ordered, search.Years);
        return new() { Outcome = search.Steps > StepLimit ? PackingOutcome.NotShown : PackingOutcome.Unpackable };
    }

    /// <summary>What a year can carry: its budget and the room for rounding of every linear rule.</summary>
    internal static double RoomOf(double budget) => budget + LinearConstraint.Tolerance * Math.Max(1, budget);

    private static YearlyPacking Packed(LinearTerm[] ordered, int[] years) => new()
    {
        Outcome = PackingOutcome.Packed,
        Years = [.. ordered.Select((item, k) => (item.Unit, Year: years[k])).OrderBy(pair => pair.Unit)],
    };

    private static int[]? Fit(LinearTerm[] ordered, ImmutableArray<double> budgets, bool best)
    {
        var room = budgets.Select(RoomOf).ToArray();
        var years = new int[ordered.Length];
        for (var k = 0; k < ordered.Length; k++)
        {
            var chosen = -1;
            for (var year = 0; year < room.Length; year++)
            {
                if (room[year] < ordered[k].Coefficient) continue;
                if (chosen < 0 || (best && room[year] < room[chosen])) chosen = year;
            }
            if (chosen < 0) return null;
            room[chosen] -= ordered[k].Coefficient;
            years[k] = chosen;
        }
        return years;
    }

    private sealed class Search
    {
        private readonly LinearTerm[] items;
        private readonly double[] room;
        private readonly double[] left;

        public Search(LinearTerm[] items, ImmutableArray<double> budgets)
        {
            this.items = items;
            room = [.. budgets.Select(RoomOf)];
            Years = new int[items.Length];
            left = new double[items.Length + 1];
            for (var k = items.Length - 1; k >= 0; k--) left[k] = left[k + 1] + items[k].Coefficient;
        }

        public int[] Years { get; }

        public int Steps { get; private set; }

        public bool Place(int item)
        {
            if (item == items.Length) return true;
            if (++Steps > StepLimit || left[item] * (1 - 1e-12) > room.Sum()) return false;
            for (var year = 0; year < room.Length; year++)
            {
                var before = room[year];
                if (before < items[item].Coefficient || Array.IndexOf(room, before, 0, year) >= 0) continue;
                room[year] -= items[item].Coefficient;
                Years[item] = year;
                if (Place(item + 1)) return true;
                room[year] = before;
                if (Steps > StepLimit) return false;
            }
            return false;
        }
    }
}
