using System.Globalization;
using System.Reflection;
using Bocage.Landscapes;
using YamlDotNet.Serialization;

namespace Bocage.Jobs.Languages;

/// <summary>The words of a page in one language, by key, and numbers as that language writes them.</summary>
/// <remarks>Words live in YAML files beside what they belong to (<c>Texts/en.yaml</c> …), one file per language with the same keys; a new language is a new file and a line in <see cref="Languages"/>.</remarks>
public sealed class Texts
{
    /// <summary>The languages Bocage speaks.</summary>
    public static IReadOnlyList<string> Languages => LocalizedText.KnownLanguages;

    private readonly Dictionary<string, string> words = [];
    private readonly NumberFormatInfo numbers;

    private Texts(string language)
    {
        Language = language;
        // Written out because the program runs without the system's culture data, so that it gives the same result on every machine.
        numbers = language switch
        {
            "en" => new() { NumberDecimalSeparator = ".", NumberGroupSeparator = "," },
            "fr" => new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u202F" },
            _ => new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." },
        };
    }

    /// <summary>The language, as a two-letter code.</summary>
    public string Language { get; }

    /// <summary>All keys, for comparing languages.</summary>
    public IReadOnlyCollection<string> Keys => words.Keys;

    /// <summary>The words of a key.</summary>
    /// <exception cref="KeyNotFoundException">The key is not in the file: our mistake, caught by the tests.</exception>
    public string this[string key] => words.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text “{key}” in language {Language}.");

    /// <summary>Reads the words of one part of Bocage, for instance <c>Diagnoses</c>.</summary>
    /// <exception cref="ArgumentException">The language is not one of <see cref="Languages"/>.</exception>
    public static Texts Load(string part, string language)
    {
        if (!Languages.Contains(language)) throw new ArgumentException($"Bocage speaks {string.Join(", ", Languages)}; got “{language}”.", nameof(language));
        var name = $"Bocage.Jobs.{part}.Texts.{language}.yaml";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new ArgumentException($"There are no texts {name}.", nameof(part));
        using var reader = new StreamReader(stream);
        var texts = new Texts(language);
        texts.Flatten("", new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(reader));
        return texts;
    }

    /// <summary>The words of a key with every {name} filled in.</summary>
    public string Format(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = this[key];
        foreach (var (name, value) in values) text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>A number with so many decimals; NaN is "not known".</summary>
    public string Number(double value, int decimals = 0) =>
        double.IsNaN(value) ? this["notKnown"] : value.ToString("N" + decimals, numbers).Replace("-", "−", StringComparison.Ordinal);

    /// <summary>A number that names something, such as a patch: without separators.</summary>
    public static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A heading and what it is about, as the language puts a colon.</summary>
    public string Colon(string term, string text) => Format("colon", ("term", term), ("text", text));

    /// <summary>A number with about three figures that count, for tables of mixed size.</summary>
    public string Figure(double value) => Math.Abs(value) switch
    {
        _ when double.IsNaN(value) => this["notKnown"],
        >= 100 => Number(value),
        var size when size == Math.Round(size) => Number(value),
        >= 1e-6 and var size => Number(value, 2 - (int)Math.Floor(Math.Log10(size))),
        _ => value.ToString("0.##E+0", numbers),
    };

    /// <summary>A number that somebody chose, such as a threshold: as it was given.</summary>
    public string Given(double value) => value.ToString("#,##0.######", numbers).Replace("-", "−", StringComparison.Ordinal);

    /// <summary>An area in hectares; a little is never shown as nothing.</summary>
    public string Hectares(double areaHa) => double.IsNaN(areaHa) ? this["notKnown"]
        : (areaHa is > 0 and < 0.05 ? "<\u00A0" + Number(0.1, 1) : Number(areaHa, areaHa is > 0 and < 9.95 ? 1 : 0)) + "\u00A0ha";

    /// <summary>A distance in metres, to tens from fifty on, or in kilometres: more a map of cells does not know.</summary>
    public string Length(double metres) => double.IsNaN(metres) ? this["notKnown"]
        : metres < 50 ? Number(metres) + "\u00A0m"
        : metres < 995 ? Number(Math.Round(metres / 10) * 10) + "\u00A0m"
        : Number(metres / 1000, metres < 99_950 ? 1 : 0) + "\u00A0km";

    /// <summary>Money in whole euros, from a million on in millions; the words euro and million must be there.</summary>
    public string Euro(double amount) => double.IsNaN(amount) ? this["notKnown"]
        : (Math.Round(amount) < 0 ? "−" : "") + Format("euro", ("amount", Math.Abs(amount) >= 1e6 ? Format("million", ("amount", Given(Math.Round(Math.Abs(amount) / 1e6, 2)))) : Number(Math.Abs(Math.Round(amount)))));

    /// <summary>A share of one, as a percentage; a little is never shown as nothing.</summary>
    public string Percent(double share, int decimals = 0)
    {
        if (double.IsNaN(share)) return this["notKnown"];
        var least = Math.Pow(10, -decimals);
        var percent = share > 0 && 100 * share < least / 2 ? "<\u00A0" + Number(least, decimals) : Number(100 * share, share is 0 or 1 ? 0 : decimals);
        return percent + "\u00A0%";
    }

    /// <summary>A share of one, as a percentage with the two figures that count.</summary>
    public string RoundPercent(double share) => Percent(share, Math.Abs(share) switch { >= 0.0995 => 0, >= 0.00995 => 1, _ => 2 });

    /// <summary>Several things in a row: "a, b and c".</summary>
    public string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => this["none"],
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " " + this["and"] + " " + items[^1],
    };

    private void Flatten(string prefix, Dictionary<object, object> node)
    {
        foreach (var (key, value) in node)
        {
            if (value is Dictionary<object, object> inner) Flatten(prefix + key + ".", inner);
            else words.Add(prefix + key, (string)value);
        }
    }
}
