using System.Text.RegularExpressions;
using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>Names and colours of land-cover classes, from a table <c>value,class_en[,class_nl][,class_fr][,class_de][,colour]</c>.</summary>
/// <remarks>The same layout as <see cref="CostTable"/>; one name without a language (<c>class</c>) will do. A colour is written #rrggbb.</remarks>
public static partial class LegendTable
{
    /// <summary>Reads the table; the legend is named after the file.</summary>
    /// <exception cref="BadInputException">The file is missing, no column has names, or a row is wrong; a class that stands there twice is, too.</exception>
    public static LandCoverLegend Read(string path)
    {
        using var table = TableReader.WithHeader(path, "value");
        var value = table.Require("value");
        var (plain, colour) = (table.Find("class"), table.Find("colour"));
        var byLanguage = LocalizedText.KnownLanguages.Select(language => (Language: language, Column: table.Find("class_" + language))).Where(pair => pair.Column >= 0).ToArray();
        if (plain < 0 && byLanguage.Length == 0)
            throw new BadInputException($"{path}: the header has no column with names; expected class, or class_en, class_nl, class_fr, class_de.");
        var classes = new List<LandCoverClass>();
        while (table.Next())
        {
            table.CheckWidth(2);
            var code = table.WholeNumber(value);
            if (classes.Exists(known => known.Code == code)) throw table.Wrong(value, "a class that is not yet in the table");
            var name = byLanguage.Length > 0 ? new LocalizedText(byLanguage.ToDictionary(pair => pair.Language, pair => table.Text(pair.Column))) : new LocalizedText(table.Text(plain));
            if (colour >= 0 && !HexColour().IsMatch(table.Text(colour))) throw table.Wrong(colour, "a colour such as #5fa55a");
            classes.Add(new(code, name, colour >= 0 ? table.Text(colour) : null));
        }

        return new(Path.GetFileNameWithoutExtension(path), classes);
    }

    /// <summary>Writes a legend as such a table, in all languages; a colour that is not known is refused when read back, so every class must have one.</summary>
    public static void Write(string path, LandCoverLegend legend)
    {
        ArgumentNullException.ThrowIfNull(legend);
        string[] header = ["value", .. LocalizedText.KnownLanguages.Select(language => "class_" + language), "colour"];
        var rows = legend.Classes.Select(entry => (string[])[
            FormattableString.Invariant($"{entry.Code}"), .. LocalizedText.KnownLanguages.Select(language => Quoted(entry.Name.In(language))), entry.Colour ?? ""]);
        File.WriteAllLines(path, rows.Prepend(header).Select(row => string.Join(",", row)));
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex HexColour();
}
