namespace Bocage.Cli.Tests.Verbs;

public sealed class RerunVerbTests : IDisposable
{
    private const string Lambert72 = """
        PROJCS["Belge_Lambert_1972",GEOGCS["GCS_Belge_1972",DATUM["D_Belge_1972",SPHEROID["International_1924",6378388.0,297.0]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],
        PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",150000.013],PARAMETER["False_Northing",5400088.438],PARAMETER["Central_Meridian",4.36748666666667],
        PARAMETER["Standard_Parallel_1",51.1666672333333],PARAMETER["Standard_Parallel_2",49.8333339],PARAMETER["Latitude_Of_Origin",90.0],UNIT["Meter",1.0]]
        """;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_run_repeats_to_the_byte_until_a_file_beside_an_input_changes()
    {
        var map = Maps.Write(folder, "map.asc", 100, "221122", "221122", "111111", "113311");
        folder.Write("map.prj", Lambert72);
        var profile = folder.Write("bird.yaml", "name: Bird\nhabitat: [2]\ndispersal: {distance_m: 1000, probability: 0.5}\nresistance: {1: 5, 2: 1, 3: 20}\n");
        var first = CommandLine.Run("diagnose", map, "--species", profile, "--out", folder.File("first"));
        Assert.True(first.ExitCode == 0, first.Errors);
        var record = folder.File("first/run.json");
        Assert.Contains("All results are the same as before, to the byte.", CommandLine.Run("rerun", record, "--out", folder.File("second")).Output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(folder.File("first/report.html")), File.ReadAllBytes(folder.File("second/report.html")));
        folder.Write("map.prj", Lambert72 + " ");
        Assert.Contains("map.prj is not the file that the run read", CommandLine.Refusal("rerun", record, "--out", folder.File("third")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("class,resistance\n")]
    public void What_is_no_record_of_a_run_is_refused(string text) =>
        Assert.Contains("is not the record of a run", CommandLine.Refusal("rerun", folder.Write("run.json", text), "--out", folder.File("out")), StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();
}
