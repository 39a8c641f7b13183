namespace Bocage.Landscapes;

/// <summary>Labels the patches of all classes at once: union-find over one pass in reading order, then one pass that numbers them.</summary>
internal static class ClassLabelling
{
    /// <summary>Fills labels with patch numbers from 1 in reading order of the first cell, 0 where the class is 0; returns the number of patches.</summary>
    public static int Label(Grid grid, byte[] classes, Neighbourhood neighbourhood, int[] labels, PhaseProgress phase)
    {
        var sets = new LabelSets();
        var queen = neighbourhood == Neighbourhood.Queen;
        for (var row = 0; row < grid.Rows; row++)
        {
            phase.Row(row, grid.Rows);
            var here = classes.AsSpan(row * grid.Columns, grid.Columns);
            var hereLabels = labels.AsSpan(row * grid.Columns, grid.Columns);
            if (row == 0)
            {
                LabelFirstRow(here, hereLabels, sets);
                continue;
            }

            LabelRow(classes.AsSpan((row - 1) * grid.Columns, grid.Columns), labels.AsSpan((row - 1) * grid.Columns, grid.Columns), here, hereLabels, queen, sets);
        }

        var count = sets.Number();
        for (var cell = 0; cell < grid.CellCount; cell++) labels[cell] = sets.NumberOf(labels[cell]);
        return count;
    }

    private static void LabelFirstRow(ReadOnlySpan<byte> here, Span<int> hereLabels, LabelSets sets)
    {
        for (var x = 0; x < here.Length; x++)
            hereLabels[x] = here[x] == 0 ? 0 : x > 0 && here[x - 1] == here[x] ? hereLabels[x - 1] : sets.Add();
    }

    private static void LabelRow(ReadOnlySpan<byte> above, ReadOnlySpan<int> aboveLabels, ReadOnlySpan<byte> here, Span<int> hereLabels, bool queen, LabelSets sets)
    {
        for (var x = 0; x < here.Length; x++)
        {
            var c = here[x];
            if (c == 0)
            {
                hereLabels[x] = 0;
                continue;
            }

            var left = x > 0 && here[x - 1] == c;
            var label = left ? hereLabels[x - 1] : 0;
            if (above[x] == c)
            {
                // Left, above-left and above all of one class were joined a step ago.
                if (!left || above[x - 1] != c) label = sets.Join(label, aboveLabels[x]);
            }
            else if (queen)
            {
                if (!left && x > 0 && above[x - 1] == c) label = sets.Join(label, aboveLabels[x - 1]);
                if (x + 1 < here.Length && above[x + 1] == c) label = sets.Join(label, aboveLabels[x + 1]);
            }

            hereLabels[x] = label == 0 ? sets.Add() : label;
        }
    }

    /// <summary>Growing disjoint sets of labels; the lowest label stands for its set.</summary>
    private sealed class LabelSets
    {
        private int[] parent = new int[1024];
        private int last;

        public int Add()
        {
            if (++last == parent.Length) Array.Resize(ref parent, (int)Math.Min(2L * last, Array.MaxLength));
            return parent[last] = last;
        }

        public int Join(int a, int b)
        {
            if (a == b || a == 0) return b;
            (a, b) = (Root(a), Root(b));
            var (low, high) = a < b ? (a, b) : (b, a);
            return parent[high] = low;
        }

        /// <summary>Gives the sets numbers from 1, by their lowest label; after this only <see cref="NumberOf"/> may be called.</summary>
        public int Number()
        {
            var count = 0;
            for (var label = 1; label <= last; label++) parent[label] = parent[label] == label ? ++count : parent[parent[label]];
            return count;
        }

        public int NumberOf(int label) => parent[label];

        private int Root(int label)
        {
            while (parent[label] != label) label = parent[label] = parent[parent[label]];
            return label;
        }
    }
}
