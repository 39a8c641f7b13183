namespace Bocage.Landscapes;

/// <summary>The frontier of a search: numbers with a key, lowest key first, each number at most once. A 4-ary heap in flat arrays.</summary>
internal sealed class FrontierHeap(int capacity)
{
    private readonly double[] keys = new double[capacity];
    private readonly int[] items = new int[capacity];
    private readonly int[] places = Filled(capacity);

    public int Count { get; private set; }

    public bool Holds(int item) => places[item] >= 0;

    /// <summary>Puts a number in, or lowers its key; the key must not be above the one it has.</summary>
    public void Lower(int item, double key)
    {
        var place = places[item];
        if (place < 0) place = Count++;
        while (place > 0)
        {
            var above = (place - 1) >> 2;
            if (!(key < keys[above])) break;
            Put(place, items[above], keys[above]);
            place = above;
        }

        Put(place, item, key);
    }

    /// <summary>Takes out the number with the lowest key.</summary>
    public int TakeLowest(out double key)
    {
        var lowest = items[0];
        key = keys[0];
        places[lowest] = -1;
        if (--Count > 0) Sink(items[Count], keys[Count]);
        return lowest;
    }

    private void Sink(int item, double key)
    {
        var place = 0;
        for (var child = 1; child < Count; child = 4 * place + 1)
        {
            var best = child;
            var end = Math.Min(child + 4, Count);
            for (var other = child + 1; other < end; other++)
            {
                if (keys[other] < keys[best]) best = other;
            }

            if (!(keys[best] < key)) break;
            Put(place, items[best], keys[best]);
            place = best;
        }

        Put(place, item, key);
    }

    private void Put(int place, int item, double key)
    {
        items[place] = item;
        keys[place] = key;
        places[item] = place;
    }

    private static int[] Filled(int capacity)
    {
        var places = new int[capacity];
        Array.Fill(places, -1);
        return places;
    }
}
