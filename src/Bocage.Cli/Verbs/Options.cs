using System.CommandLine;
using System.CommandLine.Parsing;
using Bocage.Landscapes;

namespace Bocage.Cli.Verbs;

/// <summary>Options that several verbs share.</summary>
internal static class Options
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document and nothing else." };

    public static Option<Neighbourhood> Neighbours() => new("--neighbours")
    {
        Description = "8: cells touch by side or corner; 4: by side only.",
        DefaultValueFactory = _ => Neighbourhood.Queen,
        CustomParser = result => result.Tokens[0].Value switch
        {
            "8" => Neighbourhood.Queen,
            "4" => Neighbourhood.Rook,
            var other => Wrong<Neighbourhood>(result, $"--neighbours is 8 or 4; got {other}."),
        },
    };

    /// <summary>Class codes, separated by commas or given one by one.</summary>
    public static Option<int[]> Habitat(bool required) => new("--habitat")
    {
        Description = "Codes of the classes that are habitat, for instance 2 or 41,42.",
        Required = required,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result =>
        {
            var codes = new List<int>();
            foreach (var word in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            {
                if (!int.TryParse(word, out var code)) return Wrong<int[]>(result, $"--habitat takes whole numbers; got “{word}”.");
                codes.Add(code);
            }

            return [.. codes.Distinct()];
        },
    };

    public static T? Wrong<T>(ArgumentResult result, string sentence)
    {
        result.AddError(sentence);
        return default;
    }
}
