namespace Bocage.Landscapes;

/// <summary>A binary tree over cells in Morton order, for the nearest cell with another label.</summary>
/// <remarks>Stored as a heap: node k has children 2k and 2k + 1; leaves hold runs of <see cref="LeafSize"/> cells. Every node knows its box, and its label when all below share it.</remarks>
internal sealed class OutlineTree
{
    private const int LeafSize = 8;
    private const int CellsPerCheck = 4096;
    private const int Mixed = 0;
    private readonly Grid grid;
    private readonly int[] labels;
    private readonly int[] cells;
    private readonly int leaves;
    private readonly Node[] nodes;

    private struct Node
    {
        public int Top, Left, Bottom, Right, Label;

        public readonly bool IsEmpty => Top > Bottom;
    }

    public OutlineTree(Grid grid, int[] labels, int[] cells)
    {
        (this.grid, this.labels, this.cells) = (grid, labels, cells);
        var keys = Array.ConvertAll(cells, cell => Morton(cell / grid.Columns, cell % grid.Columns));
        Array.Sort(keys, cells);
        leaves = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max((cells.Length + LeafSize - 1) / LeafSize, 1));
        nodes = new Node[2 * leaves];
        for (var leaf = 0; leaf < leaves; leaf++) nodes[leaves + leaf] = Leaf(leaf);
        for (var node = leaves - 1; node > 0; node--) nodes[node] = Joined(nodes[2 * node], nodes[2 * node + 1]);
    }

    /// <summary>Lowers, for the patch of every cell that is not settled, the squared distance to the nearest cell of another patch.</summary>
    public void Search(double[] squared, bool[] settled, CancellationToken cancellation)
    {
        for (var k = 0; k < cells.Length; k++)
        {
            if (k % CellsPerCheck == 0) cancellation.ThrowIfCancellationRequested();
            var label = labels[cells[k]];
            if (settled[label - 1]) continue;
            var (row, column) = grid.Position(cells[k]);
            Search(1, row, column, label, ref squared[label - 1]);
        }
    }

    private void Search(int node, int row, int column, int label, ref double best)
    {
        if (node >= leaves)
        {
            SearchLeaf(node - leaves, row, column, label, ref best);
            return;
        }

        var (near, far) = (2 * node, 2 * node + 1);
        var (toNear, toFar) = (Squared(nodes[near], row, column, label), Squared(nodes[far], row, column, label));
        if (toFar < toNear) (near, far, toNear, toFar) = (far, near, toFar, toNear);
        if (toNear < best) Search(near, row, column, label, ref best);
        if (toFar < best) Search(far, row, column, label, ref best);
    }

    private void SearchLeaf(int leaf, int row, int column, int label, ref double best)
    {
        for (var k = leaf * LeafSize; k < Math.Min((leaf + 1) * LeafSize, cells.Length); k++)
        {
            if (labels[cells[k]] == label) continue;
            var (r, c) = grid.Position(cells[k]);
            best = Math.Min(best, Squared(r - row, c - column));
        }
    }

    private double Squared(in Node box, int row, int column, int label)
    {
        if (box.Label == label || box.IsEmpty) return double.PositiveInfinity;
        return Squared(Math.Max(Math.Max(box.Top - row, row - box.Bottom), 0), Math.Max(Math.Max(box.Left - column, column - box.Right), 0));
    }

    private double Squared(int rows, int columns)
    {
        var (dy, dx) = (rows * grid.CellHeight, columns * grid.CellWidth);
        return dx * dx + dy * dy;
    }

    private Node Leaf(int leaf)
    {
        var node = new Node { Top = int.MaxValue, Left = int.MaxValue, Bottom = -1, Right = -1 };
        for (var k = leaf * LeafSize; k < Math.Min((leaf + 1L) * LeafSize, cells.Length); k++)
        {
            var (row, column) = grid.Position(cells[k]);
            var label = labels[cells[k]];
            node = Joined(node, new Node { Top = row, Left = column, Bottom = row, Right = column, Label = label });
        }

        return node;
    }

    private static Node Joined(in Node a, in Node b)
    {
        if (a.IsEmpty) return b;
        if (b.IsEmpty) return a;
        return new()
        {
            Top = Math.Min(a.Top, b.Top),
            Left = Math.Min(a.Left, b.Left),
            Bottom = Math.Max(a.Bottom, b.Bottom),
            Right = Math.Max(a.Right, b.Right),
            Label = a.Label == b.Label ? a.Label : Mixed,
        };
    }

    /// <summary>The bits of row and column interleaved, so that cells close in this order lie close on the map.</summary>
    private static ulong Morton(int row, int column) => Spread((uint)row) << 1 | Spread((uint)column);

    private static ulong Spread(ulong bits)
    {
        bits = (bits | bits << 16) & 0x0000FFFF0000FFFF;
        bits = (bits | bits << 8) & 0x00FF00FF00FF00FF;
        bits = (bits | bits << 4) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | bits << 2) & 0x3333333333333333;
        return (bits | bits << 1) & 0x5555555555555555;
    }
}
