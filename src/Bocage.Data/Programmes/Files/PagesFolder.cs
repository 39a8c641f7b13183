using Bocage.Formats;

namespace Bocage.Data.Programmes;

/// <summary>pages/name.language.md.</summary>
internal static class PagesFolder
{
    private static readonly string[] MustBeThere = ["home", "about", "data"];

    public static ValueList<PackPage> Read(string folder, IEnumerable<string> names, PackReading reading, Func<string, string> shown)
    {
        var texts = new Dictionary<string, Dictionary<string, string>>();
        foreach (var name in names)
        {
            if (NameOf(name) is not var (id, language)) reading.Add(shown(name), 0, $"{shown(name)} must be called page.language.md, such as home.{reading.Languages[0]}.md, in a language of this programme ({string.Join(", ", reading.Languages)}).");
            else if (Text(folder, name, reading, shown) is { } text) (texts.TryGetValue(id, out var page) ? page : texts[id] = []).Add(language, text);
        }

        foreach (var id in texts.Keys.Union(MustBeThere).Order(StringComparer.Ordinal))
        {
            foreach (var language in reading.Languages.Where(language => !names.Contains(FileName(id, language))))
                reading.Add(shown(FileName(id, language)), 0, $"{shown(FileName(id, language))} is missing: the page {id} must be there in {string.Join(", ", reading.Languages)}.");
        }

        return texts.OrderBy(page => page.Key, StringComparer.Ordinal).Select(page => new PackPage { Id = page.Key, Markdown = new(page.Value) }).ToValueList();

        (string Id, string Language)? NameOf(string name) =>
            Path.GetFileName(name).Split('.') is [var id, var language, "md"] && PackWords.IsId(id) && reading.Languages.Contains(language) ? (id, language) : null;
    }

    public static string FileName(string id, string language) => PackFileNames.Join(PackFileNames.Pages, $"{id}.{language}.md");

    private static string? Text(string folder, string name, PackReading reading, Func<string, string> shown)
    {
        try
        {
            var text = PackFolderFiles.Text(Path.Combine(folder, name), shown(name)).TrimEnd();
            var title = text.Split('\n')[0];
            if (title.StartsWith("# ", StringComparison.Ordinal) && title.Length > 2 && !string.IsNullOrWhiteSpace(title[2..])) return text;
            reading.Add(shown(name), 1, $"{shown(name)}, line 1: a page must begin with its title, '# Title'; got '{title}'.");
        }
        catch (BadInputException error)
        {
            reading.Add(shown(name), 0, error.Message);
        }

        return null;
    }
}
