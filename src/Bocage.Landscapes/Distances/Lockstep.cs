namespace Bocage.Landscapes;

/// <summary>Keeps workers at the same bucket: each proposes what it could do next, all go on with the lowest.</summary>
/// <remarks>A meeting costs some 100 ns when every worker has a core; one that must wait long gives its core away.</remarks>
internal sealed class Lockstep(int workers)
{
    /// <summary>The proposal that makes everybody stop.</summary>
    public const long Stop = long.MinValue;

    private const int SpinsBeforeYielding = 500;
    private const int Spacing = 16; // longs: two cache lines, so that a worker's slots share none with another's

    private readonly long[] slots = new long[(workers + 1) * Spacing];

    /// <summary>Waits for all; returns the lowest proposal. Whatever a worker wrote before is seen by all others after.</summary>
    /// <param name="worker">Who proposes.</param>
    /// <param name="turn">Number of the meeting, from 1; the same for all.</param>
    /// <param name="proposal">What this worker could do next.</param>
    public long Agree(int worker, long turn, long proposal)
    {
        // Two slots in turn: nobody comes to overwrite one before all have read it, for that takes another meeting.
        var slot = 1 + (int)(turn & 1);
        slots[(worker + 1) * Spacing + slot] = proposal;
        Volatile.Write(ref slots[(worker + 1) * Spacing], turn);
        var lowest = proposal;
        for (var other = 0; other < workers; other++)
        {
            if (other == worker) continue;
            Await(other, turn);
            lowest = Math.Min(lowest, slots[(other + 1) * Spacing + slot]);
        }

        return lowest;
    }

    private void Await(int other, long turn)
    {
        for (var spins = 0; Volatile.Read(ref slots[(other + 1) * Spacing]) < turn; spins++)
        {
            if (spins < SpinsBeforeYielding) Thread.SpinWait(1);
            else Thread.Yield();
        }
    }
}
