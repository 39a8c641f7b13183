using Bocage.Data.Programmes;
using Bocage.Formats;
using Bocage.Landscapes;

namespace Bocage.Data.Tests.Programmes;

public class ProgrammePackRoundTripTests
{
    public static TheoryData<string> Packs => [.. Directory.EnumerateDirectories(Repository.PathOf("programmes")).Select(folder => Path.GetFileName(folder))];

    [Theory, MemberData(nameof(Packs))]
    public void The_packs_of_the_repository_are_canonical(string pack)
    {
        var folder = Repository.PathOf($"programmes/{pack}");
        var exported = ProgrammePackFolder.Export(ProgrammePackFolder.Read(folder).PackOrThrow());
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllText);
        if (files.Count == exported.Count && files.All(file => exported.TryGetValue(file.Key, out var text) && text == file.Value)) return;
        var received = Directory.CreateTempSubdirectory($"{pack}-").FullName;
        ProgrammePackFolder.Write(ProgrammePackFolder.Read(folder).PackOrThrow(), received);
        Assert.Fail($"programmes/{pack} is not in the canonical form. To make it so: cp -r {received}/. programmes/{pack}");
    }

    [Theory, MemberData(nameof(Packs))]
    public void Exporting_and_reading_again_gives_an_equal_pack(string pack) => AssertRoundTrip(ProgrammePackFolder.Read(Repository.PathOf($"programmes/{pack}")).PackOrThrow());

    [Fact]
    public void So_it_is_with_every_key_there_is()
    {
        using var example = new ExamplePack();
        AssertRoundTrip(example.ReadIt().PackOrThrow());
    }

    [Fact]
    public void And_with_hostile_texts()
    {
        using var example = new ExamplePack();
        var pack = example.ReadIt().PackOrThrow();
        var hostile = new LocalizedText(new Dictionary<string, string> { ["en"] = "a: b # \"c\"\n\n  - [x]\n\u00A0<script>", ["nl"] = "null" });
        AssertRoundTrip(pack with
        {
            Programme = pack.Programme with { Summary = hostile, ShortName = "~" },
            Pages = [.. pack.Pages.Select(page => page with { Markdown = new(new Dictionary<string, string> { ["en"] = "# x\n\n---\n<b>\tend", ["nl"] = "# é" }) })],
        });
    }

    [Fact]
    public void Packs_that_differ_in_one_deep_place_are_not_equal()
    {
        using var example = new ExamplePack();
        var pack = example.ReadIt().PackOrThrow();
        example.Replace("projects.yaml", "value: 320", "value: 321");
        Assert.NotEqual(pack, example.ReadIt().PackOrThrow());
        example.Replace("projects.yaml", "value: 321", "value: 320");
        Assert.Equal(pack, example.ReadIt().PackOrThrow());
        example.Replace("outlines/valley.geojson", "52.11]", "52.12]");
        Assert.NotEqual(pack, example.ReadIt().PackOrThrow());
    }

    [Fact]
    public void Windows_line_ends_make_no_difference()
    {
        using var example = new ExamplePack();
        var pack = example.ReadIt().PackOrThrow();
        foreach (var (name, text) in ExamplePack.Files) example.Write(name, text.ReplaceLineEndings("\r\n"));
        Assert.Equal(pack, example.ReadIt().PackOrThrow());
    }

    [Fact]
    public void A_folder_that_holds_something_is_not_written_over()
    {
        using var example = new ExamplePack();
        Assert.EndsWith("must be a new or an empty folder; something is there.", Assert.Throws<BadInputException>(() => ProgrammePackFolder.Write(example.ReadIt().PackOrThrow(), example.Folder)).Message, StringComparison.Ordinal);
    }

    private static void AssertRoundTrip(ProgrammePack pack)
    {
        using var folder = new TemporaryFolder();
        ProgrammePackFolder.Write(pack, folder.File("out"));
        var again = ProgrammePackFolder.Read(folder.File("out")).PackOrThrow();
        Assert.Equal(pack, again);
        Assert.Equal(ProgrammePackFolder.Export(pack), ProgrammePackFolder.Export(again));
    }
}
