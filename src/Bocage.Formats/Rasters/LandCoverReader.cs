using System.Diagnostics;
using System.Numerics;
using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>Class codes from plain values, straight into a byte per cell: the file is read twice, first for the codes that occur.</summary>
internal static class LandCoverReader
{
    public static LandCover Read(RawRaster raw, CancellationToken cancellation)
    {
        if (raw.Band.Scale != 1 || raw.Band.Offset != 0)
            throw new BadInputException(FormattableString.Invariant($"{raw.Path} has a scale of {raw.Band.Scale} and an offset of {raw.Band.Offset}, so it holds measurements; a land-cover map holds class codes."));
        return raw.Band.Type switch
        {
            "Byte" => Read<byte>(raw, cancellation),
            "UInt16" => Read<ushort>(raw, cancellation),
            "Int16" => Read<short>(raw, cancellation),
            "UInt32" => Read<uint>(raw, cancellation),
            "Int32" => Read<int>(raw, cancellation),
            "Float32" => Read<float>(raw, cancellation),
            "Float64" => Read<double>(raw, cancellation),
            var type => throw new UnreachableException(type),
        };
    }

    private static LandCover Read<T>(RawRaster raw, CancellationToken cancellation)
        where T : unmanaged, INumber<T>
    {
        var noData = RawCells.NoDataOf<T>(raw.Band.NoData);
        var places = new Dictionary<T, byte>();
        RawCells.ForEachPiece<T>(raw, (first, values, mask) => Collect(raw, noData, first, values, mask, places), cancellation);
        var codes = places.Keys.Select(int.CreateChecked).Order().ToArray();
        foreach (var code in places.Keys) places[code] = (byte)(Array.BinarySearch(codes, int.CreateChecked(code)) + 1);
        var cells = new byte[raw.Grid.CellCount];
        RawCells.ForEachPiece<T>(raw, (first, values, mask) => Place(noData, values, mask, places, cells.AsSpan(first)), cancellation);
        return LandCover.FromPlaces(raw.Grid, cells, codes);
    }

    private static void Collect<T>(RawRaster raw, T? noData, int first, ReadOnlySpan<T> values, ReadOnlySpan<byte> mask, Dictionary<T, byte> places)
        where T : unmanaged, INumber<T>
    {
        var previous = T.Zero;
        var known = false;
        for (var k = 0; k < values.Length; k++)
        {
            var value = values[k];
            if ((known && value == previous) || IsUnknown(value, noData, mask, k)) continue;
            (previous, known) = (value, true);
            if (places.ContainsKey(value)) continue;
            Check(raw, first + k, value);
            places.Add(value, 0);
            if (places.Count > LandCover.MaximumClasses)
                throw new BadInputException($"{raw.Path} has more than {LandCover.MaximumClasses} different values, so it looks like measurements; a land-cover map has at most {LandCover.MaximumClasses} classes.");
        }
    }

    private static void Place<T>(T? noData, ReadOnlySpan<T> values, ReadOnlySpan<byte> mask, Dictionary<T, byte> places, Span<byte> cells)
        where T : unmanaged, INumber<T>
    {
        var previous = T.Zero;
        byte place = 0;
        for (var k = 0; k < values.Length; k++)
        {
            var value = values[k];
            if (IsUnknown(value, noData, mask, k)) continue;
            if (place == 0 || value != previous) (previous, place) = (value, places[value]);
            cells[k] = place;
        }
    }

    private static bool IsUnknown<T>(T value, T? noData, ReadOnlySpan<byte> mask, int k)
        where T : struct, INumber<T> =>
        (noData is { } missing && value == missing) || T.IsNaN(value) || (mask.Length > 0 && mask[k] == 0);

    private static void Check<T>(RawRaster raw, int cell, T value)
        where T : struct, INumber<T>
    {
        if (T.IsInteger(value) && double.CreateChecked(value) is >= int.MinValue and <= int.MaxValue) return;
        var (row, column) = raw.Grid.Position(cell);
        throw new BadInputException(FormattableString.Invariant($"{raw.Path} has the value {value} at row {row}, column {column}; a land-cover code is a whole number."));
    }
}
