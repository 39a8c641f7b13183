namespace Bocage.Landscapes;

internal static class ListExtensions
{
    /// <summary>Place of the first equal item, or -1.</summary>
    public static int IndexOf<T>(this IReadOnlyList<T> list, T item)
        where T : IEquatable<T>
    {
        for (var place = 0; place < list.Count; place++)
        {
            if (list[place].Equals(item)) return place;
        }

        return -1;
    }
}
