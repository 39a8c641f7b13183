using System.Text.RegularExpressions;
using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>Names and colours of land-cover classes, from a table <c>value,class_en[,class_nl][,class_fr][,class_de][,colour]</c>.</summary>
/// <remarks>The same layout as <see cref="CostTable"/>; one name without a language (<c>class</c>) will do. A colour is written #rrggbb.</remarks>
public sealed partial class LegendTable
{
    private readonly Dictionary<int, LocalizedText> names = [];
    private readonly Dictionary<int, string> colours = [];

    private LegendTable()
    {
    }

    /// <summary>For a map without a legend: no class has a name.</summary>
    public static LegendTable None { get; } = new();

    /// <summary>The name of a class in a language, or null when the legend does not give it.</summary>
    public string? NameOf(int code, string language) => names.TryGetValue(code, out var name) ? name.In(language) : null;

    /// <summary>The colour of a class as #rrggbb, or null when the legend does not give it.</summary>
    public string? ColourOf(int code) => colours.GetValueOrDefault(code);

    /// <summary>Reads the table.</summary>
    /// <exception cref="BadInputException">The file is missing, no column has names, or a row is wrong; a class that stands there twice is, too.</exception>
    public static LegendTable Read(string path)
    {
        using var table = TableReader.WithHeader(path, "value");
        var value = table.Require("value");
        var (plain, colour) = (table.Find("class"), table.Find("colour"));
        var byLanguage = LocalizedText.KnownLanguages.Select(language => (Language: language, Column: table.Find("class_" + language))).Where(pair => pair.Column >= 0).ToArray();
        if (plain < 0 && byLanguage.Length == 0) throw new BadInputException($"{path}: the header has no column with names; expected class, or class_en, class_nl, class_fr, class_de.");
        var legend = new LegendTable();
        while (table.Next())
        {
            table.CheckWidth(2);
            var code = table.WholeNumber(value);
            var name = byLanguage.Length > 0 ? new LocalizedText(byLanguage.ToDictionary(pair => pair.Language, pair => table.Text(pair.Column))) : new LocalizedText(table.Text(plain));
            if (!legend.names.TryAdd(code, name)) throw table.Wrong(value, "a class that is not yet in the table");
            if (colour >= 0) legend.colours.Add(code, HexColour().IsMatch(table.Text(colour)) ? table.Text(colour) : throw table.Wrong(colour, "a colour such as #5fa55a"));
        }

        return legend;
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex HexColour();
}
