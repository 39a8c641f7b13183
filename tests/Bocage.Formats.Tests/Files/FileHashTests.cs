namespace Bocage.Formats.Tests.Files;

public class FileHashTests
{
    [Fact] // the published test vector of SHA-256 for "abc" (FIPS 180-2, B.1)
    public void A_file_has_the_hash_of_its_bytes()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", FileHash.Sha256(folder.Write("a", "abc")));
    }

    [Fact]
    public void A_missing_file_has_none() => Assert.Throws<BadInputException>(() => FileHash.Sha256("/nowhere/a"));
}
