namespace Bocage.Planning;

/// <summary>Visits, for a choice of units, every choice with one unit less.</summary>
/// <remarks>
/// Tables can take a unit in but not out. So the units are halved: one copy takes in the first half and goes on to leave out one of the second, the other the other way round. n units cost n·log₂ n
/// purchases instead of n², and log₂ n copies at a time. The two halves at the top are two cores' work.
/// </remarks>
internal static class WithoutEach
{
    private const long MostBytes = 1L << 30;

    /// <summary>Whether the copies that a visit needs at a time are small enough.</summary>
    public static bool IsPossible(ConnectivityState start, int units) =>
        start.Tables.Sum(table => table.Bytes) * (2 * (1 + Math.Log2(Math.Max(1, units)))) <= MostBytes;

    /// <summary>Visits the states.</summary>
    /// <param name="start">The state with none of the units; not changed.</param>
    /// <param name="units">The units, each of which is left out once.</param>
    /// <param name="isOver">Whether to stop early.</param>
    /// <param name="visit">Gets a state of its own, with all units but one, and the place of that one in the list; called on several threads.</param>
    public static void Visit(ConnectivityState start, IReadOnlyList<int> units, Func<bool> isOver, Action<ConnectivityState, int> visit)
    {
        if (units.Count == 0) return;
        Split(start.Copy(), 0, units.Count, 0);

        void Split(ConnectivityState state, int from, int to, int depth)
        {
            if (isOver()) return;
            if (to - from == 1)
            {
                visit(state, from);
                return;
            }

            var middle = (from + to) / 2;
            var other = state.Copy();
            void First() => Half(state, middle, to, from, middle, depth);
            void Second() => Half(other, from, middle, middle, to, depth);
            if (depth < 2) Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, First, Second);
            else
            {
                First();
                Second();
            }
        }

        void Half(ConnectivityState state, int buyFrom, int buyTo, int from, int to, int depth)
        {
            for (var k = buyFrom; k < buyTo && !isOver(); k++) state.Buy(units[k]);
            Split(state, from, to, depth + 1);
        }
    }
}
