using System.Numerics;

namespace Bocage.Planning;

/// <summary>At most 64 units to choose from, with the patches they touch: the part of a landscape that one circle sees. Sets of units and of patches are bits of a word.</summary>
internal sealed class RestorationWindow
{
    /// <summary>Bits of a word.</summary>
    public const int MostUnits = 64;

    private RestorationWindow(int[] units, double[] cost, ulong[] adjacent, ulong[] touches, ulong[] touched, long[] mass) =>
        (Units, Cost, Adjacent, Touches, Touched, Mass) = (units, cost, adjacent, touches, touched, mass);

    /// <summary>The units, the cheapest first.</summary>
    public int[] Units { get; }

    /// <summary>What each takes, in ha.</summary>
    public double[] Cost { get; }

    /// <summary>Per unit, the units that it touches.</summary>
    public ulong[] Adjacent { get; }

    /// <summary>Per unit, the patches that it touches.</summary>
    public ulong[] Touches { get; }

    /// <summary>Per patch, the units that touch it.</summary>
    public ulong[] Touched { get; }

    /// <summary>Units in each patch.</summary>
    public long[] Mass { get; }

    /// <summary>Makes a window, or null when the units touch more than 64 patches.</summary>
    public static RestorationWindow? Of(MeshLandscape landscape, IEnumerable<int> candidates)
    {
        var problem = landscape.Problem;
        int[] units = [.. candidates.OrderBy(unit => problem.RestorableHa[unit]).ThenBy(unit => unit)];
        var place = new Dictionary<int, int>(units.Length);
        for (var k = 0; k < units.Length; k++) place[units[k]] = k;
        var patches = new Dictionary<int, int>();
        var (adjacent, touches) = (new ulong[units.Length], new ulong[units.Length]);
        Span<int> around = stackalloc int[8];
        for (var k = 0; k < units.Length; k++)
        {
            foreach (var other in around[..UnitNeighbours.Fill(problem.Grid, units[k], problem.Neighbourhood, around)])
            {
                if (landscape.Labels[other] is var label and > 0)
                {
                    if (!patches.TryGetValue(label, out var local)) patches[label] = local = patches.Count;
                    if (local >= MostUnits) return null;
                    touches[k] |= 1UL << local;
                }
                else if (place.TryGetValue(other, out var near))
                {
                    adjacent[k] |= 1UL << near;
                }
            }
        }

        var (touched, mass) = (new ulong[patches.Count], new long[patches.Count]);
        foreach (var (label, local) in patches) mass[local] = landscape.Mass[label];
        for (var k = 0; k < units.Length; k++)
            for (var left = touches[k]; left != 0; left &= left - 1) touched[BitOperations.TrailingZeroCount(left)] |= 1UL << k;
        return new(units, [.. units.Select(unit => problem.RestorableHa[unit])], adjacent, touches, touched, mass);
    }

    /// <summary>The units of a set.</summary>
    public int[] UnitsOf(ulong set)
    {
        var units = new List<int>();
        for (; set != 0; set &= set - 1) units.Add(Units[BitOperations.TrailingZeroCount(set)]);
        return [.. units.Order()];
    }

    /// <summary>Everything of a set and of the patches that hangs together with a first unit: its units, its patches and its size.</summary>
    public (ulong Units, ulong Patches, long Mass) GroupOf(int first, ulong set)
    {
        var (units, patches, mass) = (1UL << first, 0UL, 0L);
        for (var open = units; open != 0;)
        {
            var unit = BitOperations.TrailingZeroCount(open);
            open &= open - 1;
            mass++;
            var reached = Adjacent[unit];
            for (var fresh = Touches[unit] & ~patches; fresh != 0; fresh &= fresh - 1)
            {
                var patch = BitOperations.TrailingZeroCount(fresh);
                mass += Mass[patch];
                reached |= Touched[patch];
            }

            patches |= Touches[unit];
            reached &= set & ~units;
            units |= reached;
            open |= reached;
        }

        return (units, patches, mass);
    }
}
