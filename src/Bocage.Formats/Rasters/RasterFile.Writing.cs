using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml.Linq;
using Bocage.Landscapes;

namespace Bocage.Formats;

public static partial class RasterFile
{
    private const byte LandCoverNoData = 255;

    /// <summary>Writes measurements as a cloud-optimised GeoTIFF of one band.</summary>
    /// <inheritdoc cref="WriteCog(string, IReadOnlyList{ValueBand}, float, CancellationToken)"/>
    public static void WriteCog(string path, Raster<float> raster, string description, float noData = float.NaN, CancellationToken cancellation = default) =>
        WriteCog(path, [new ValueBand(description, raster)], noData, cancellation);

    /// <summary>Writes measurements as a cloud-optimised GeoTIFF, which opens fast at any scale, also over a network.</summary>
    /// <remarks>The same rasters give the same bytes. The file appears whole or not at all. Cost: O(cells).</remarks>
    /// <param name="path">The file to make or replace.</param>
    /// <param name="bands">The values of each band, all on one grid; NaN and NoData become <paramref name="noData"/>.</param>
    /// <param name="noData">The stored value for "not known"; NaN unless another program needs a number.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">There is no band, or the grids differ.</exception>
    /// <exception cref="BadInputException">The file cannot be written there.</exception>
    public static void WriteCog(string path, IReadOnlyList<ValueBand> bands, float noData = float.NaN, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(bands);
        if (bands.Count == 0) throw new ArgumentException("A raster file has at least one band.", nameof(bands));
        var grid = bands[0].Raster.Grid;
        if (bands.FirstOrDefault(band => band.Raster.Grid != grid) is { } other)
            throw new ArgumentException($"All bands of a file lie on one grid; got {other.Raster.Grid} beside {grid}.", nameof(bands));
        OutputFile.Write(path, (folder, target) =>
        {
            SaveValues(folder, [.. bands.Select(band => band.Raster)], noData);
            var details = bands.Select(band => (XElement[])[new("Description", band.Description), new("NoDataValue", float.IsNaN(noData) ? "nan" : RawVrt.Text(noData))]);
            var source = RawVrt.Describe(folder, grid, "Float32", sizeof(float), [.. details], []);
            string[] options = ["-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=YES", "-co", "OVERVIEW_RESAMPLING=AVERAGE", "-co", "BIGTIFF=IF_SAFER"];
            GdalProgram.RunOnOwn("gdal_translate", ["-q", "-of", "COG", .. options, source, target], $"{path} cannot be written", cancellation);
        });
    }

    /// <summary>Writes a land-cover map as a GeoTIFF, with the colours and names of its classes when they are given.</summary>
    /// <remarks>The same map gives the same bytes. Codes from 0 to 254 take a byte a cell, with 255 for no data; others four bytes, without colours.</remarks>
    /// <param name="path">The file to make or replace.</param>
    /// <param name="landCover">The map.</param>
    /// <param name="legend">Names and colours; may leave codes out.</param>
    /// <param name="language">The language of the names.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="BadInputException">The file cannot be written there.</exception>
    public static void WriteGeoTiff(
        string path, LandCover landCover, LandCoverLegend? legend = null, string language = "en", CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(landCover);
        var known = (legend?.Classes ?? []).OrderBy(entry => entry.Code).ToArray();
        var isByte = landCover.Codes.All(code => code is >= 0 and < LandCoverNoData);
        OutputFile.Write(path, (folder, target) =>
        {
            SaveCodes(folder, landCover, isByte);
            List<XElement> band = [new("NoDataValue", isByte ? LandCoverNoData : int.MinValue)];
            if (isByte && known.Any(entry => entry.Colour is not null)) band.AddRange([new("ColorInterp", "Palette"), ColourTable(legend!)]);
            var names = known.Select(entry => RawVrt.Item(FormattableString.Invariant($"CLASS_{entry.Code}"), entry.Name.In(language)));
            var source = RawVrt.Describe(folder, landCover.Grid, isByte ? "Byte" : "Int32", isByte ? 1 : sizeof(int), [band], names);
            string[] options = ["-co", "COMPRESS=DEFLATE", "-co", "TILED=YES", "-co", "BIGTIFF=IF_SAFER"];
            GdalProgram.RunOnOwn("gdal_translate", ["-q", "-of", "GTiff", .. options, source, target], $"{path} cannot be written", cancellation);
        });
    }

    private static void SaveValues(WorkFolder folder, IReadOnlyList<Raster<float>> rasters, float noData)
    {
        using var file = File.Create(folder.File("values"));
        var values = new float[rasters[0].Grid.Columns];
        foreach (var raster in rasters)
        {
            for (var first = 0; first < raster.Values.Length; first += values.Length)
            {
                for (var column = 0; column < values.Length; column++) values[column] = raster.IsNoData(first + column) ? noData : raster[first + column];
                file.Write(MemoryMarshal.AsBytes(values.AsSpan()));
            }
        }
    }

    private static void SaveCodes(WorkFolder folder, LandCover landCover, bool isByte)
    {
        using var file = File.Create(folder.File("values"));
        int[] codes = [isByte ? LandCoverNoData : int.MinValue, .. landCover.Codes];
        var wide = new int[landCover.Grid.Columns];
        var narrow = new byte[wide.Length];
        for (var row = 0; row < landCover.Grid.Rows; row++)
        {
            var cells = landCover.Cells.AsSpan(landCover.Grid.CellAt(row, 0), wide.Length);
            for (var column = 0; column < wide.Length; column++)
            {
                wide[column] = codes[cells[column]];
                narrow[column] = unchecked((byte)wide[column]);
            }

            file.Write(isByte ? narrow : MemoryMarshal.AsBytes(wide.AsSpan()));
        }
    }

    private static XElement ColourTable(LandCoverLegend legend) =>
        new("ColorTable", Enumerable.Range(0, LandCoverNoData + 1).Select(code => Entry(
            legend.Find(code)?.Colour is { } colour ? int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : 0,
            opacity: code == LandCoverNoData ? 0 : byte.MaxValue)));

    private static XElement Entry(int rgb, int opacity) =>
        new("Entry", new XAttribute("c1", rgb >> 16), new XAttribute("c2", (rgb >> 8) & byte.MaxValue), new XAttribute("c3", rgb & byte.MaxValue), new XAttribute("c4", opacity));
}
