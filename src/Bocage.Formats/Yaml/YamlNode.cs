using System.Globalization;

namespace Bocage.Formats;

/// <summary>A value in a YAML file: a scalar, a list or a mapping; every complaint names file, line and key.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Line">The line of the key, or of the list item, from 1.</param>
/// <param name="Key">The key with those above it, as in <c>dispersal.distance_m</c>.</param>
public sealed record YamlNode(string File, int Line, string Key)
{
    /// <summary>The text of a scalar as the file has it; null for a list or a mapping.</summary>
    public string? Scalar { get; init; }

    /// <summary>Whether the scalar stood in quotes or as a block, so that "null" and "" are texts.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>The items of a list, in the order of the file; null for anything else.</summary>
    public IReadOnlyList<YamlNode>? Items { get; init; }

    /// <summary>The values of a mapping by key, in the order of the file; null for anything else.</summary>
    public IReadOnlyDictionary<string, YamlNode>? Entries { get; init; }

    /// <summary>Refuses a mapping with any other key.</summary>
    /// <exception cref="BadInputException">This is not a mapping, or it has a key that is not allowed.</exception>
    public void AllowOnly(params IReadOnlyCollection<string> keys)
    {
        foreach (var (key, node) in AsMapping())
        {
            if (keys.Contains(key)) continue;
            var hint = node.IsNull && key.All(char.IsAsciiDigit) ? " (if a decimal was meant: write a point, as in 0.5)" : "";
            throw Error($"the key '{node.Key}' is not known{hint}; allowed {(Key.Length == 0 ? "" : $"in {Key} ")}are {string.Join(", ", keys)}.", node.Line);
        }
    }

    /// <summary>The value of a key that must be there.</summary>
    /// <exception cref="BadInputException">This is not a mapping, or the key is missing.</exception>
    public YamlNode Required(string key) =>
        Optional(key) ?? throw Error($"the key '{(Key.Length == 0 ? key : $"{Key}.{key}")}' is missing.");

    /// <summary>The value of a key; null when it is missing.</summary>
    /// <exception cref="BadInputException">This is not a mapping.</exception>
    public YamlNode? Optional(string key) => AsMapping().GetValueOrDefault(key);

    /// <summary>The values by key.</summary>
    /// <exception cref="BadInputException">This is not a mapping.</exception>
    public IReadOnlyDictionary<string, YamlNode> AsMapping() => Entries ?? throw Wrong(Key, "a mapping of keys to values");

    /// <summary>The items.</summary>
    /// <exception cref="BadInputException">This is not a list.</exception>
    public IReadOnlyList<YamlNode> AsList() => Items ?? throw Wrong(Key, "a list");

    /// <summary>The text without spaces at its ends.</summary>
    /// <exception cref="BadInputException">This is not a scalar, or nothing is there.</exception>
    public string AsText() => Scalar is { } text && !string.IsNullOrWhiteSpace(text) && !IsNull ? text.Trim() : throw Wrong(Key, "a text");

    /// <summary>The number, with a decimal point whatever the machine's language.</summary>
    /// <param name="expected">What is expected, for the message: "a number of metres above 0".</param>
    /// <param name="isAllowed">Whether a number is allowed.</param>
    /// <exception cref="BadInputException">This is not a finite number, or one that is not allowed.</exception>
    public double AsNumber(string expected, Func<double, bool> isAllowed) =>
        Scalar is not null && double.TryParse(Scalar, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && isAllowed(number)
            ? number
            : throw Wrong(Key, HasComma ? $"{expected}, with a decimal point and no comma" : expected);

    /// <summary>The whole number.</summary>
    /// <exception cref="BadInputException">This is not a whole number.</exception>
    public int AsWholeNumber() =>
        int.TryParse(Scalar, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(Key, "a whole number");

    /// <summary>The complaint that something must be other than it is, for the caller to throw.</summary>
    public BadInputException Wrong(string subject, string expected) => Error($"{subject} must be {expected}; got {Described}.");

    /// <summary>A complaint with file and line, for the caller to throw.</summary>
    /// <param name="complaint">A sentence that begins in lower case and ends with a full stop.</param>
    /// <param name="line">Another line than that of this value.</param>
    public BadInputException Error(string complaint, int? line = null) => new($"{File}, line {line ?? Line}: {complaint}");

    private bool HasComma => Scalar?.Contains(',') == true && Scalar.All(letter => char.IsAsciiDigit(letter) || letter is ',' or '.' or '-' or ' ');

    private bool IsNull => !IsQuoted && Scalar is "" or "~" or "null";

    private string Described => this switch
    {
        { Items: not null } => "a list",
        { Entries: not null } => "a mapping",
        { IsNull: true } => "nothing",
        _ => $"'{Scalar}'",
    };
}
