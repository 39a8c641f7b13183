namespace Bocage.Landscapes;

/// <summary>A queue of cells, the one with the smallest key first, then the lowest cell: a heap with four children per place.</summary>
/// <remarks>So the order depends on what is in it and not on when that came. Keeps its memory when cleared.</remarks>
internal sealed class CellHeap
{
    private Entry[] entries = new Entry[1024];
    private int count;

    public void Clear() => count = 0;

    public void Push(double key, int cell)
    {
        if (count == entries.Length) Array.Resize(ref entries, 2 * count);
        var heap = entries;
        var entry = new Entry(key, cell);
        var place = count++;
        while (place > 0)
        {
            var parent = (place - 1) >> 2;
            if (!entry.IsBefore(heap[parent])) break;
            heap[place] = heap[parent];
            place = parent;
        }

        heap[place] = entry;
    }

    public bool TryPop(out double key, out int cell)
    {
        if (count == 0)
        {
            (key, cell) = (0, -1);
            return false;
        }

        (key, cell) = entries[0];
        count--;
        if (count > 0) SinkFromTop(entries[count]);
        return true;
    }

    private void SinkFromTop(Entry entry)
    {
        var heap = entries.AsSpan(0, count);
        var place = 0;
        while (true)
        {
            var child = 4 * place + 1;
            if (child >= heap.Length) break;
            var smallest = child;
            var end = Math.Min(child + 4, heap.Length);
            for (var other = child + 1; other < end; other++)
            {
                if (heap[other].IsBefore(heap[smallest])) smallest = other;
            }

            if (!heap[smallest].IsBefore(entry)) break;
            heap[place] = heap[smallest];
            place = smallest;
        }

        heap[place] = entry;
    }

    private readonly record struct Entry(double Key, int Cell)
    {
        public bool IsBefore(in Entry other) => Key < other.Key || (Key == other.Key && Cell < other.Cell);
    }
}
