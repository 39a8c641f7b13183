namespace Bocage.Planning;

/// <summary>The pair of a part of S and a part of T: the columns that bound its probability from above; see <see cref="PathTree"/>.</summary>
/// <param name="target">The part of T.</param>
/// <param name="unit">The unit it needs; -1 for none.</param>
/// <param name="weight">S · T.</param>
/// <param name="least">Probability when nothing is chosen; 0 when the pair needs a unit to count.</param>
internal sealed class PathTerm(int target, int unit, double weight, double least)
{
    private int[] nodes = [];
    private double[] values = [];

    /// <summary>The part of T.</summary>
    public int Target => target;

    /// <summary>The unit that the part of T needs.</summary>
    public int Unit => unit;

    /// <summary>S · T.</summary>
    public double Weight => weight;

    /// <summary>Probability whatever is chosen.</summary>
    public double Least => least;

    /// <summary>Number of columns.</summary>
    public int Count { get; private set; }

    /// <summary>The node of a column, and whether it is open.</summary>
    public (int Node, bool IsOpen) this[int column] => nodes[column] < 0 ? (~nodes[column], true) : (nodes[column], false);

    /// <summary>How far a column lifts the probability above <see cref="Least"/>.</summary>
    public double Gain(int column) => values[column] - least;

    /// <summary>Adds an open column, or lifts it when there is one; a closed one stays as it is.</summary>
    /// <returns>Whether a column was added.</returns>
    public bool Put(int node, double value)
    {
        for (var k = 0; k < Count; k++)
        {
            if (nodes[k] == node) return false;
            if (nodes[k] != ~node) continue;
            values[k] = Math.Max(values[k], value);
            return false;
        }

        if (Count == nodes.Length)
        {
            Array.Resize(ref nodes, Math.Max(4, 2 * Count));
            Array.Resize(ref values, nodes.Length);
        }

        nodes[Count] = ~node;
        values[Count++] = value;
        return true;
    }

    /// <summary>Closes an open column. A closed column that lifts nothing goes: false.</summary>
    public bool Close(int node, double value)
    {
        for (var k = 0; k < Count; k++)
        {
            if (nodes[k] != ~node) continue;
            (nodes[k], values[k]) = (node, value);
            if (value > least) return true;
            Count--;
            (nodes[k], values[k]) = (nodes[Count], values[Count]);
            return false;
        }

        return true;
    }
}
