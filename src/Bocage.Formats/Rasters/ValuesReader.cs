using System.Diagnostics;
using System.Numerics;
using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>Measurements from plain values: scale and offset applied, NaN where nothing is known.</summary>
internal static class ValuesReader
{
    public static Raster<double> Read(RawRaster raw, CancellationToken cancellation) => raw.Band.Type switch
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

    private static Raster<double> Read<T>(RawRaster raw, CancellationToken cancellation)
        where T : unmanaged, INumber<T>
    {
        var result = new double[raw.Grid.CellCount];
        var noData = RawCells.NoDataOf<T>(raw.Band.NoData);
        var (scale, offset) = (raw.Band.Scale, raw.Band.Offset);
        RawCells.ForEachPiece<T>(
            raw,
            (first, values, mask) =>
            {
                for (var k = 0; k < values.Length; k++)
                {
                    var unknown = (noData is { } missing && values[k] == missing) || (mask.Length > 0 && mask[k] == 0);
                    result[first + k] = unknown ? double.NaN : double.CreateChecked(values[k]) * scale + offset;
                }
            },
            cancellation);
        return new(raw.Grid, result);
    }
}
