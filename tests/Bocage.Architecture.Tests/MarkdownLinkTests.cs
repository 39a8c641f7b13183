using System.Text.RegularExpressions;

namespace Bocage.Architecture.Tests;

/// <summary>A page that leads nowhere is worse than none.</summary>
public partial class MarkdownLinkTests
{
    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
        .Select(page => Path.GetRelativePath(Repository.Root, page))
        .Where(page => !page.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or ".git"))];

    [Theory, MemberData(nameof(Pages))]
    public void Every_link_to_a_file_finds_it(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        var targets = Link().Matches(File.ReadAllText(Repository.PathOf(page))).Select(match => match.Groups[1].Value).Where(target => !target.Contains("://", StringComparison.Ordinal));
        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(folder, target)), $"{page} links to {target}"));
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}
