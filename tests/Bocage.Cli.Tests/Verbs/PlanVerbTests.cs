using System.Text.Json;

namespace Bocage.Cli.Tests.Verbs;

/// <remarks>
/// Cells of 1 ha, woods (2) of 1, 1 and 1 ha on arable land (1) of resistance 5; parcels a and b, each the one cell of land between two woods, 1,000 € of trees each.
/// Two species with different grids cannot be given: a plan takes map and species from the diagnosis, whose networks all lie on its one map; `diagnose` refuses a resistance raster on another grid.
/// </remarks>
public sealed class PlanVerbTests : IDisposable
{
    private const string Wood = """
        name: {en: Ours, nl: Van ons, fr: Les nôtres, de: Unsere}
        programmes: {ours: Ours}
        measures:
          wood:
            name: {en: New wood, nl: Nieuw bos, fr: Nouveau bois, de: Neuer Wald}
            description: {en: Trees, nl: Bomen, fr: Arbres, de: Bäume}
            kind: system
            shape: area
            unit: ha
            rules: [{land_cover: [arable], minimum_share: 0.5}]
            effects: [{land_cover: forest}]
            costs: {investment: PRICE, upkeep_per_year: 0, lost_income_per_year: 0, price_year: 2024, evidence: expert, sources: [{what: made up, where: here, year: 2024}]}
            years_until_effective: unknown
            evidence: expert
            sources: [{what: made up, where: here, year: unknown}]
            programmes: [ours]
        """;

    private readonly TemporaryFolder folder = new();

    public PlanVerbTests()
    {
        Diagnosis = folder.File("diagnosis");
        folder.Write("bird.yaml", "name: Bird\nhabitat: [2]\ndispersal: {distance_m: 1000, probability: 0.5}\nresistance: {1: 5, 2: 1, 3: 20}\n");
        var run = CommandLine.Run("diagnose", Maps.Write(folder, "map.asc", 100, "21212"), "--species", folder.File("bird.yaml"), "--out", Diagnosis, "--assume-crs", "EPSG:31370");
        Assert.True(run.ExitCode == 0, run.Errors);
        Catalogue("1000");
        folder.Write("cover.yaml", "legend: made\ncodes: {1: [arable], 2: [forest], 3: [water]}\ncreates: {forest: 2}\n");
        folder.Write("parcels.geojson", Parcels("[[[100,0],[200,0],[200,100],[100,100],[100,0]]]", "[[[300,0],[400,0],[400,100],[300,100],[300,0]]]"));
    }

    private string Diagnosis { get; }

    private string Out => folder.File("plan");

    private string[] Usual => ["plan", Diagnosis, "--measures", folder.File("catalogue.yaml"), "--land-cover", folder.File("cover.yaml"), "--parcels", folder.File("parcels.geojson"), "--parcels-id", "id", "--out", Out, "--seconds", "2"];

    [Fact]
    public void The_answer_as_table_and_as_json()
    {
        var run = CommandLine.Run([.. Usual, "--budget", "2500", "--weight", "bird=2", "--count", "wood=1-2", "--party", "the board=2500@wood", "--years", "1000,1000"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("wood@a", run.Output, StringComparison.Ordinal);
        Assert.Contains("wood@b", run.Output, StringComparison.Ordinal);
        var json = CommandLine.Run([.. Usual, "--budget", "2500", "--json"]).Json;
        Assert.Equal(("optimal", 2_000.0), (json.GetProperty("outcome").GetString(), json.GetProperty("cost").GetDouble()));
        // all five cells one wood
        Assert.Equal(5, json.GetProperty("species")[0].GetProperty("ecaAfterHa").GetDouble(), 9);
        Assert.Equal(5, json.GetProperty("species")[0].GetProperty("recomputedEcaHa").GetDouble(), 9);
    }

    [Fact]
    public void A_plan_can_be_run_again_to_the_byte_until_an_input_changes()
    {
        Assert.Equal(0, CommandLine.Run([.. Usual, "--budget", "1000"]).ExitCode);
        var record = Path.Combine(Out, "run.json");
        var again = CommandLine.Run("rerun", record, "--out", folder.File("again"));
        Assert.True(again.ExitCode == 0, again.Errors);
        Assert.EndsWith("All results are the same as before, to the byte.", again.Output.TrimEnd(), StringComparison.Ordinal);
        Catalogue("1001");
        var refused = CommandLine.Run("rerun", record, "--out", folder.File("third"));
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("catalogue.yaml is not the file that the run read", refused.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("third")));
    }

    [Fact]
    public void What_differs_is_named_and_a_search_ended_by_the_clock_is_given_as_the_reason_it_may()
    {
        Assert.Equal(0, CommandLine.Run([.. Usual, "--budget", "1000"]).ExitCode);
        var record = Path.Combine(Out, "run.json");
        // As if the first run had found something else.
        var hash = JsonDocument.Parse(File.ReadAllText(record)).RootElement.GetProperty("results").EnumerateArray().Single(result => result.GetProperty("name").GetString() == "plan.json").GetProperty("sha256").GetString()!;
        File.WriteAllText(record, File.ReadAllText(record).Replace(hash, new string('0', hash.Length), StringComparison.Ordinal));
        var again = CommandLine.Run("rerun", record, "--out", folder.File("again"));
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("Different from before: plan.json. A search that the clock ends (2 s each here)", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_little_money_is_an_answer_that_names_the_cheapest()
    {
        var run = CommandLine.Run([.. Usual, "--budget", "999"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("Nothing is chosen: the cheapest possible measure costs € 1000, which is more than the budget.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parcel_that_crosses_itself_is_mended_with_a_note_that_names_its_row()
    {
        folder.Write("parcels.geojson", Parcels("[[[100,0],[200,100],[200,0],[100,100],[100,0]]]", "[[[300,0],[400,0],[400,100],[300,100],[300,0]]]"));
        Assert.Equal(0, CommandLine.Run([.. Usual, "--budget", "1000"]).ExitCode);
        var page = File.ReadAllText(Path.Combine(Out, "plan.html"));
        Assert.Matches(@"parcels\.geojson: row 0[^:]*: the shape was mended", page);
        Assert.DoesNotContain(folder.Path, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parcel_outside_the_map_is_named_by_its_row()
    {
        folder.Write("parcels.geojson", Parcels("[[[100,0],[200,0],[200,100],[100,100],[100,0]]]", "[[[9300,0],[9400,0],[9400,100],[9300,100],[9300,0]]]"));
        Assert.Contains("parcels.geojson, row 1 (b): the place lies outside the map", Refusal("--budget", "1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--budget is a number, 0 or more; got “-1”.", "--budget", "-1")]
    [InlineData("--seconds is a number above 0; got “0”.", "--seconds", "0")]
    [InlineData("--years takes amounts of 0 or more, separated by commas; got “-5”.", "--years", "10,-5")]
    [InlineData("--years takes amounts of 0 or more, separated by commas; got “much”.", "--years", "much")]
    [InlineData("--party is name=amount@measure,measure, for instance \"water board=200000@rewetting\"; got “board=20”.", "--party", "board=20")]
    [InlineData("--party is name=amount@measure,measure, for instance \"water board=200000@rewetting\"; got “board=20@”.", "--party", "board=20@")]
    [InlineData("--party is name=amount@measure,measure, for instance \"water board=200000@rewetting\"; got “board=-20@wood”.", "--party", "board=-20@wood")]
    [InlineData("--party names “board” twice", "--party", "board=1@wood", "--party", "board=2@wood")]
    [InlineData("--count is measure=least-most, for instance hedge=2-10, pond=3- or system=-40; got “wood=3”.", "--count", "wood=3")]
    [InlineData("--count is measure=least-most, for instance hedge=2-10, pond=3- or system=-40; got “wood=5-3”.", "--count", "wood=5-3")]
    [InlineData("--target is name=number, the number 0 or more; got “forest”.", "--target", "forest")]
    [InlineData("--weight is name=number, the number 0 or more; got “bird=-1”.", "--weight", "bird=-1")]
    [InlineData("--weight is name=number, the number 0 or more; got “bird=heavy”.", "--weight", "bird=heavy")]
    [InlineData("--goal is connected-area, habitat, least-cost or relief:PRESSURE", "--goal", "happiness")]
    [InlineData("--goal is connected-area, habitat, least-cost or relief:PRESSURE", "--goal", "relief:sadness")]
    public void A_wrong_option_is_named_before_anything_is_read(string expected, params string[] options) =>
        Assert.StartsWith(expected, CommandLine.Refusal([.. Usual.Where(word => !options.Contains("--seconds") || word is not ("--seconds" or "2")), .. options]), StringComparison.Ordinal);

    [Theory]
    [InlineData("has no measure “hedge”; it has wood.", "--only", "hedge")]
    [InlineData("has no measure “hedge”; it has wood.", "--party", "board=5@hedge")]
    [InlineData("--target jungle: there is no such kind of land; the kinds are arable", "--target", "jungle=1")]
    [InlineData("--count pond: there is no such measure, nor kind; kinds are source, system and bridging.", "--count", "pond=1-")]
    [InlineData("--weight fox=2: the diagnosis has no such species; it has bird.", "--weight", "fox=2")]
    [InlineData("“wood@a” is both to be in the plan and to stay out of it.", "--lock-in", "wood@a", "--lock-out", "a")]
    [InlineData("“nowhere” is to be locked, but there is no such candidate or place; a candidate is written measure@place.", "--lock-out", "nowhere")]
    [InlineData("--goal least-cost needs something that the plan must reach", "--goal", "least-cost")]
    public void What_the_files_do_not_have_is_named(string expected, params string[] options) => Assert.Contains(expected, Refusal([.. options, "--budget", "1000"]), StringComparison.Ordinal);

    [Fact]
    public void A_negative_cost_and_an_unknown_kind_of_land_are_named_with_their_file()
    {
        Catalogue("-1");
        Assert.Matches(@"catalogue\.yaml.*investment.*-1", Refusal("--budget", "1"));
        Catalogue("1000");
        folder.Write("cover.yaml", "legend: made\ncodes: {1: [jungle], 2: [forest]}\ncreates: {forest: 2}\n");
        Assert.Matches(@"cover\.yaml.*jungle", Refusal("--budget", "1"));
    }

    [Fact]
    public void No_candidate_at_all_is_refused_with_the_count()
    {
        folder.Write("cover.yaml", "legend: made\ncodes: {1: [grassland], 2: [forest], 3: [water]}\ncreates: {forest: 2}\n");
        Assert.Contains("None of the measures in", Refusal("--budget", "1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_diagnosis_and_a_changed_map_are_refused()
    {
        Assert.Contains("run.json does not exist", RefusalOf(["plan", folder.Path, .. Usual[2..]]), StringComparison.Ordinal);
        File.AppendAllText(folder.File("bird.yaml"), "# later\n");
        Assert.Contains("bird.yaml is not the file that the run read", Refusal("--budget", "1"), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private void Catalogue(string price) => folder.Write("catalogue.yaml", Wood.Replace("PRICE", price, StringComparison.Ordinal));

    private static string Parcels(params string[] shapes) => JsonSerializer.Serialize(new
    {
        type = "FeatureCollection",
        crs = new { type = "name", properties = new { name = "urn:ogc:def:crs:EPSG::31370" } },
        features = shapes.Select((shape, k) => new
        {
            type = "Feature",
            properties = new Dictionary<string, string> { ["id"] = ((char)('a' + k)).ToString() },
            geometry = new { type = "Polygon", coordinates = JsonDocument.Parse(shape).RootElement },
        }),
    });

    private string Refusal(params string[] more) => RefusalOf([.. Usual, .. more]);

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
