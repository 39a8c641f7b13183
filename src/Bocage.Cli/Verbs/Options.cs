using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using Bocage.Jobs.Languages;
using Bocage.Landscapes;

namespace Bocage.Cli.Verbs;

/// <summary>Options that several verbs share.</summary>
internal static class Options
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document and nothing else." };

    /// <param name="standard">What the verb takes when nothing is said; only told here.</param>
    public static Option<Neighbourhood?> Neighbours(Neighbourhood standard = Neighbourhood.Queen) => new("--neighbours")
    {
        Description = $"8: cells touch by side or corner; 4: by side only. [default: {(int)standard}]",
        HelpName = "8|4",
        CustomParser = result => result.Tokens[0].Value switch
        {
            "8" => Neighbourhood.Queen,
            "4" => Neighbourhood.Rook,
            var other => Wrong<Neighbourhood?>(result, $"--neighbours is 8 or 4; got {other}."),
        },
    };

    /// <summary>Class codes, separated by commas or given one by one.</summary>
    public static Option<int[]> Habitat(bool required) => new("--habitat")
    {
        Description = "Codes of the classes that are habitat, for instance 2 or 41,42.",
        HelpName = "codes",
        Required = required,
        CustomParser = result =>
        {
            var codes = new List<int>();
            foreach (var word in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries)))
            {
                if (!int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)) return Wrong<int[]>(result, $"--habitat takes whole numbers; got “{word}”.");
                codes.Add(code);
            }

            return [.. codes.Distinct()];
        },
    };

    /// <summary>A language of Bocage.</summary>
    public static Option<string> Language() => new("--language")
    {
        Description = "Language of the report.",
        HelpName = string.Join('|', Texts.Languages),
        DefaultValueFactory = _ => "en",
        CustomParser = result => Texts.Languages.Contains(result.Tokens[0].Value)
            ? result.Tokens[0].Value
            : Wrong<string>(result, $"--language is one of {string.Join(", ", Texts.Languages)}; got “{result.Tokens[0].Value}”."),
    };

    /// <summary>A folder to write to.</summary>
    public static Option<string> Folder(string description) => new("--out")
    {
        Description = description,
        HelpName = "folder",
        CustomParser = result => string.IsNullOrWhiteSpace(result.Tokens[0].Value) ? Wrong<string>(result, "--out names no folder; give one for the results.") : result.Tokens[0].Value,
    };

    /// <summary>A number that may be left out; one that is given is finite and allowed.</summary>
    public static Option<T?> Number<T>(string name, string description, string expected, Func<T, bool> isAllowed)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            HelpName = "number",
            CustomParser = result => T.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && T.IsFinite(number) && isAllowed(number)
                ? number
                : Wrong<T?>(result, $"{name} is {expected}; got “{result.Tokens[0].Value}”."),
        };

    public static T? Wrong<T>(ArgumentResult result, string sentence)
    {
        result.AddError(sentence);
        return default;
    }
}
