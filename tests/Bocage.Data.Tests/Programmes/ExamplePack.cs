using System.Text.RegularExpressions;
using Bocage.Data.Programmes;

namespace Bocage.Data.Tests.Programmes;

/// <summary>The pack that docs/programme-packs.md shows, in a folder of its own.</summary>
internal sealed class ExamplePack : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ExamplePack()
    {
        foreach (var (name, text) in Files) Write(name, text);
    }

    public static string Page { get; } = System.IO.File.ReadAllText(Repository.PathOf("docs/programme-packs.md"));

    /// <summary>What the page shows under "### `name`" and "`name`:", and the pages it asks for.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = Read();

    public string Folder => folder.Path;

    public PackReadResult ReadIt() => ProgrammePackFolder.Read(Folder);

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        System.IO.File.WriteAllText(PathOf(name), text);
    }

    public void Replace(string name, string right, string wrong)
    {
        var text = System.IO.File.ReadAllText(PathOf(name));
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{name} of the example has no '{right}'");
        System.IO.File.WriteAllText(PathOf(name), text[..at] + wrong + text[(at + right.Length)..]);
    }

    public void Dispose() => folder.Dispose();

    private static SortedDictionary<string, string> Read()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in Regex.Matches(Page, "(?:### `([a-z]+\\.yaml)`|`(outlines/[a-z]+\\.geojson)`:)\n\n```(?:yaml|json)\n(.*?)```", RegexOptions.Singleline))
            files.Add(match.Groups[1].Value + match.Groups[2].Value, match.Groups[3].Value);
        foreach (var page in (string[])["about", "data", "home"])
        {
            foreach (var language in (string[])["en", "nl"]) files.Add($"pages/{page}.{language}.md", $"# {page} {language}\n\nText.\n");
        }

        return files;
    }
}
