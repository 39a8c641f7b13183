using System.Numerics;
using System.Runtime.InteropServices;

namespace Bocage.Formats;

/// <summary>Walks over the values of a <see cref="RawRaster"/> in pieces, with what is not known marked.</summary>
internal static class RawCells
{
    private const int CellsPerPiece = 1 << 18;

    /// <summary>Gets one piece: the number of its first cell, its values, and per cell 0 where nothing is known (empty when a mask does not exist).</summary>
    public delegate void Visit<T>(int firstCell, ReadOnlySpan<T> values, ReadOnlySpan<byte> mask);

    public static void ForEachPiece<T>(RawRaster raw, Visit<T> visit, CancellationToken cancellation)
        where T : unmanaged
    {
        using var valuesFile = File.OpenRead(raw.ValuesFile);
        using var maskFile = raw.MaskFile is null ? null : File.OpenRead(raw.MaskFile);
        var values = new T[Math.Min(CellsPerPiece, raw.Grid.CellCount)];
        var mask = new byte[maskFile is null ? 0 : values.Length];
        for (var first = 0; first < raw.Grid.CellCount;)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(values.Length, raw.Grid.CellCount - first);
            Fill(raw, valuesFile, MemoryMarshal.AsBytes(values.AsSpan(0, count)));
            if (maskFile is not null) Fill(raw, maskFile, mask.AsSpan(0, count));
            visit(first, values.AsSpan(0, count), maskFile is null ? [] : mask.AsSpan(0, count));
            first += count;
        }
    }

    /// <summary>The NoData value as the file's own type holds it; null when there is none or the type has no such value.</summary>
    public static T? NoDataOf<T>(double? noData)
        where T : struct, INumber<T>
    {
        if (noData is not { } value || double.IsNaN(value)) return null;
        var own = T.CreateSaturating(value);
        // A float's NoData is printed with more or fewer digits than the float has.
        return typeof(T) == typeof(float) || double.CreateSaturating(own) == value ? own : null;
    }

    private static void Fill(RawRaster raw, FileStream stream, Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new BadInputException($"{raw.Path} cannot be read to its end: it holds fewer cells than it says.");
    }
}
