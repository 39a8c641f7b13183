using System.Diagnostics;

namespace Bocage.Cli.Tests.Verbs;

public sealed class DiagnoseVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Map => Maps.Write(folder, "map.asc", 100, "221122", "221122", "111111", "113311");

    private string Profile => folder.Write("bird.yaml", "name: Bird\nhabitat: [2]\ndispersal: {distance_m: 1000, probability: 0.5}\nresistance: {1: 5, 2: 1, 3: 20}\n");

    private string Out => folder.File("out");

    [Fact]
    public void A_map_that_does_not_say_where_it_lies_is_refused_until_the_user_does()
    {
        Assert.Contains("--assume-crs", RefusalOf("diagnose", Map, "--species", Profile, "--out", Out), StringComparison.Ordinal);
        var run = Run();
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Equal(["corridors.tif", "metrics.json", "network.gpkg", "report.html", "run.json"], Directory.EnumerateFiles(Out).Select(file => Path.GetFileName(file)!).Order());
        Assert.Contains("\"assumeCrs\": \"EPSG:31370\"", File.ReadAllText(Path.Combine(Out, "run.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void One_patch_and_none_at_all_are_answers()
    {
        Assert.Equal(0, Run(Maps.Write(folder, "one.asc", 100, "2")).ExitCode);
        var choosy = folder.Write("choosy.yaml", "name: Choosy\nhabitat: [2]\nminimum_patch_area_ha: 1000\ndispersal: {distance_m: 1000, probability: 0.5}\nresistance: {1: 5, 2: 1, 3: 20}\n");
        Assert.Equal(0, CommandLine.Run("diagnose", Map, "--species", choosy, "--out", Out, "--assume-crs", "EPSG:31370").ExitCode);
    }

    [Fact]
    public void The_same_species_twice_is_refused() => Assert.Contains("“Bird”", Refusal("--species", Profile), StringComparison.Ordinal);

    [Theory]
    [InlineData("--top", "0", "--top is a whole number, 1 or more; got “0”")]
    [InlineData("--top", "1.5", "got “1.5”")]
    [InlineData("--language", "sv", "--language is one of en, nl, fr, de; got “sv”")]
    [InlineData("--protected-name", "name", "--protected-name says how to read --protected, which is not given")]
    [InlineData("--window", "0,0,100", "--window is xmin,ymin,xmax,ymax, four numbers with xmin below xmax and ymin below ymax; got “0,0,100”")]
    [InlineData("--window", "300,0,100,100", "got “300,0,100,100”")]
    [InlineData("--window", "9000,9000,9100,9100", "The window 9000,9000,9100,9100 lies outside")]
    [InlineData("--size", "30 miles", "--size is a length above 0, such as 30km or 5000m; got “30 miles”")]
    [InlineData("--size", "30km", "--around and --size go together")]
    [InlineData("--around", "100,100", "--around and --size go together")]
    [InlineData("--cell-size", "1e-9", "Cells of 1E-09 m make")]
    [InlineData("--cell-size", "1e9", "The cell size must fit in the map")]
    public void A_wrong_option_is_named(string option, string value, string part) => Assert.Contains(part, Refusal(option, value), StringComparison.Ordinal);

    [Fact]
    public void A_resistance_of_zero_is_named_with_its_file()
    {
        var sentence = Refusal("--resistance", Maps.Write(folder, "zero.asc", 100, "221122", "221022", "111111", "113311"));
        Assert.Contains("zero.asc: A resistance must be above 0 and finite; got 0 at row 1, column 3", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Grids_that_differ_are_both_described() =>
        Assert.Contains("6 × 1 cells of 100 × 100 m", Refusal("--resistance", Maps.Write(folder, "short.asc", 100, "221122")), StringComparison.Ordinal);

    [Fact]
    public void Places_must_be_areas() => Assert.Contains("has no polygons", Refusal("--places", folder.Write("places.csv", "name,x\na,1\n")), StringComparison.Ordinal);

    [Fact]
    public void A_window_and_a_square_are_not_asked_for_together() =>
        Assert.Contains("give one of the two", Refusal("--window", "0,0,100,100", "--around", "0,0", "--size", "1km"), StringComparison.Ordinal);

    [Fact]
    public void A_name_needs_a_file_to_be_looked_up_in() => Assert.Contains("give one with --protected or --places", Refusal("--around", "Heath", "--size", "1km"), StringComparison.Ordinal);

    // The map is 600 × 400 m; the square of 200 m around (500, 300) is its north-eastern corner of 2 × 2 cells, all habitat.
    [Theory]
    [InlineData("--window", "400,200,600,400")]
    [InlineData("--around", "500,300", "--size", "200m")]
    [InlineData("--around", "500,300", "--size", "0.2km")]
    public void A_part_of_the_map_is_diagnosed_and_can_be_run_again(params string[] part)
    {
        var run = CommandLine.Run(["diagnose", Map, "--species", Profile, "--out", Out, "--assume-crs", "EPSG:31370", .. part]);
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Matches(@"Bird\W+1\W+4\W+4\W", run.Output);
        Assert.Contains("\"window\"", File.ReadAllText(Path.Combine(Out, "run.json")), StringComparison.Ordinal);
        Assert.Contains("to the byte", CommandLine.Run("rerun", Path.Combine(Out, "run.json"), "--out", folder.File("again")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_refused_leaves_no_folder()
    {
        var wanted = folder.File("new/deep/out");
        RefusalOf("diagnose", folder.File("nowhere.tif"), "--species", Profile, "--out", wanted);
        Assert.Equal(["bird.yaml"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_folder_below_a_file_is_refused()
    {
        var file = folder.Write("file", "x");
        Assert.Contains($"{file} is a file", CommandLine.Refusal("diagnose", Map, "--species", Profile, "--out", Path.Combine(file, "out")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_end_in_a_name_does_not_break_the_lines_of_progress()
    {
        var odd = folder.Write("odd.yaml", "name: \"Odd\\n\\e[31mbird\"\nhabitat: [2]\ndispersal: {distance_m: 1000, probability: 0.5}\nresistance: {1: 5, 2: 1, 3: 20}\n");
        var run = CommandLine.Run("diagnose", Map, "--species", odd, "--out", Out, "--assume-crs", "EPSG:31370");
        Assert.All(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("bocage: ", line, StringComparison.Ordinal));
        Assert.DoesNotContain('\e', run.Errors + run.Output);
    }

    [Fact] // not by SIGINT: a test run in the background inherits that it is ignored
    public void A_run_that_is_stopped_leaves_nothing()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "bocage-cli.dll"), "diagnose", Map, "--species", Profile, "--out", Out, "--assume-crs", "EPSG:31370"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        Assert.Contains("reading", process.StandardError.ReadLine(), StringComparison.Ordinal);
        Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
        process.WaitForExit();
        Assert.Equal(143, process.ExitCode);
        Assert.Equal(["bird.yaml", "map.asc"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    public void Dispose() => folder.Dispose();

    private CommandLine Run(string? map = null) => CommandLine.Run("diagnose", map ?? Map, "--species", Profile, "--out", Out, "--assume-crs", "EPSG:31370");

    private string Refusal(params string[] more) => RefusalOf(["diagnose", Map, "--species", Profile, "--out", Out, "--assume-crs", "EPSG:31370", .. more]);

    // Progress comes before the sentence here, so only the last line is it.
    private string RefusalOf(params string[] arguments)
    {
        var run = CommandLine.Run(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(folder.Path), entry => entry == Out || Path.GetFileName(entry).StartsWith(".bocage", StringComparison.Ordinal));
        return run.Errors.TrimEnd().Split('\n')[^1];
    }
}
