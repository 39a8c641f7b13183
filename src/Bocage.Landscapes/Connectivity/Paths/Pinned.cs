namespace Bocage.Landscapes;

/// <summary>An array that stays where it is in memory, so that inner loops can go through it without bound checks.</summary>
/// <remarks>For places that were made, not read: nothing checks them.</remarks>
internal readonly unsafe struct Pinned<T>
    where T : unmanaged
{
    private readonly T[] array;
    private readonly T* start;

    public Pinned(int length)
    {
        array = GC.AllocateArray<T>(Math.Max(1, length), pinned: true);
        start = (T*)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
    }

    /// <summary>An item; the place is not checked.</summary>
    public ref T this[int place] => ref start[place];

    public Span<T> Span => array;
}
