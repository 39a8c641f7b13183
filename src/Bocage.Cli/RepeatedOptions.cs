namespace Bocage.Cli;

/// <summary>Lets options take several values in a row (<c>--habitat 41 42</c>) without swallowing the map that follows them.</summary>
/// <remarks>The parser's own way takes every word up to the next option, a file name or a misspelt option included.</remarks>
internal static class RepeatedOptions
{
    private static readonly Dictionary<string, Func<string, bool>> Belongs = new()
    {
        ["--habitat"] = word => word.Length > 0 && word.All(letter => char.IsAsciiDigit(letter) || letter is ',' or '-'),
        ["--pressure"] = word => word.Contains('=', StringComparison.Ordinal),
        ["--species"] = word => Path.GetExtension(word).ToLowerInvariant() is ".yaml" or ".yml",
    };

    /// <summary>The same arguments with the option's name before each of its values.</summary>
    public static IEnumerable<string> NameEach(IEnumerable<string> arguments)
    {
        var (option, values) = ("", 0);
        foreach (var word in arguments)
        {
            if (Belongs.ContainsKey(word)) (option, values) = (word, 0);
            else if (option.Length > 0 && (values == 0 || Belongs[option](word)))
            {
                if (values++ > 0) yield return option;
            }
            else option = "";

            yield return word;
        }
    }
}
