namespace Bocage.Formats.Tests.Rasters;

public class PictureFileTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_picture_keeps_every_dot_and_is_the_same_each_time()
    {
        using var folder = new TemporaryFolder();
        byte[] rgba = [.. Enumerable.Range(0, 7 * 5 * 4).Select(k => (byte)(k * 37))];
        var png = PictureFile.EncodePng(7, 5, rgba, Cancellation);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal(png, PictureFile.EncodePng(7, 5, rgba, Cancellation));
        File.WriteAllBytes(folder.File("a.png"), png);
        MadeMaps.Converted("gdal_translate", folder.File("a.png"), folder.File("raw"), "-of", "ENVI", "-co", "INTERLEAVE=BIP");
        Assert.Equal(rgba, File.ReadAllBytes(folder.File("raw")));
    }

    [Fact]
    public void Bytes_that_are_not_four_a_dot_are_a_mistake() =>
        Assert.Throws<ArgumentException>(() => PictureFile.EncodePng(2, 2, new byte[15], Cancellation));
}
