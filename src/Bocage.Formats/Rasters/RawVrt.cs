using System.Globalization;
using System.Xml.Linq;
using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>Describes plain values in a file to GDAL, so that one of its programs can write them in a real format.</summary>
internal static class RawVrt
{
    /// <summary>A raster whose bands are stored one after another, each row by row.</summary>
    /// <param name="folder">Where the description goes; the values lie there under the name "values".</param>
    /// <param name="grid">Where the cells lie.</param>
    /// <param name="type">GDAL's name of the type.</param>
    /// <param name="bytesPerCell">Size of that type.</param>
    /// <param name="bands">Per band its further elements, in the order of GDAL's schema.</param>
    /// <param name="metadata">Items of the whole raster.</param>
    public static string Describe(WorkFolder folder, Grid grid, string type, int bytesPerCell, IReadOnlyList<IEnumerable<XElement>> bands, IEnumerable<XElement> metadata)
    {
        var root = Root(grid.Columns, grid.Rows);
        if (grid.Crs is not null) root.Add(new XElement("SRS", grid.Crs));
        root.Add(new XElement("GeoTransform", string.Join(", ", new[] { grid.West, grid.CellWidth, 0, grid.North, 0, -grid.CellHeight }.Select(Text))));
        root.Add(new XElement("Metadata", metadata));
        var bytesPerBand = (long)bytesPerCell * grid.CellCount;
        for (var k = 0; k < bands.Count; k++) root.Add(Band(k + 1, type, k * bytesPerBand, bytesPerCell, (long)bytesPerCell * grid.Columns, bands[k]));
        return Save(folder, root);
    }

    /// <summary>A picture of four bytes a dot: red, green, blue, opacity.</summary>
    public static string DescribePicture(WorkFolder folder, int width, int height)
    {
        string[] colours = ["Red", "Green", "Blue", "Alpha"];
        var root = Root(width, height);
        for (var k = 0; k < colours.Length; k++) root.Add(Band(k + 1, "Byte", k, 4, 4L * width, [new("ColorInterp", colours[k])]));
        return Save(folder, root);
    }

    public static XElement Item(string key, string value) => new("MDI", new XAttribute("key", key), value);

    public static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static XElement Root(int columns, int rows) => new("VRTDataset", new XAttribute("rasterXSize", columns), new XAttribute("rasterYSize", rows));

    private static XElement Band(int number, string type, long offset, int bytesPerCell, long bytesPerRow, IEnumerable<XElement> details) =>
        new(
            "VRTRasterBand",
            new XAttribute("dataType", type),
            new XAttribute("band", number),
            new XAttribute("subClass", "VRTRawRasterBand"),
            details,
            new XElement("SourceFilename", new XAttribute("relativeToVRT", 1), "values"),
            new XElement("ImageOffset", offset),
            new XElement("PixelOffset", bytesPerCell),
            new XElement("LineOffset", bytesPerRow),
            new XElement("ByteOrder", "LSB"));

    private static string Save(WorkFolder folder, XElement root)
    {
        var path = folder.File("values.vrt");
        root.Save(path);
        return path;
    }
}
