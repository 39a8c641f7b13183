namespace Bocage.Formats;

/// <summary>Pictures for reports.</summary>
public static class PictureFile
{
    private const int BytesPerDot = 4;

    /// <summary>Makes a PNG of a picture; the same picture gives the same bytes.</summary>
    /// <param name="width">Dots across, 1 or more.</param>
    /// <param name="height">Dots down, 1 or more.</param>
    /// <param name="rgba">Four bytes a dot, row by row from the top: red, green, blue, opacity.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">The bytes are not four a dot.</exception>
    public static byte[] EncodePng(int width, int height, ReadOnlySpan<byte> rgba, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (rgba.Length != (long)width * height * BytesPerDot)
            throw new ArgumentException($"A picture of {width} × {height} dots has {(long)width * height * BytesPerDot} bytes; got {rgba.Length}.", nameof(rgba));
        using var folder = WorkFolder.Temporary();
        using (var values = File.Create(folder.File("values"))) values.Write(rgba);
        var target = folder.File("picture.png");
        GdalProgram.RunOnOwn("gdal_translate", ["-q", "-of", "PNG", "-co", "ZLEVEL=9", RawVrt.DescribePicture(folder, width, height), target], "A picture cannot be made", cancellation);
        return File.ReadAllBytes(target);
    }
}
