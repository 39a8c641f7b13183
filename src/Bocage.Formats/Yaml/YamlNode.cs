using System.Globalization;

namespace Bocage.Formats;

/// <summary>A value in a YAML file: a scalar, a list or a mapping; every complaint names file, line and key.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Line">The line of the key, or of the list item, from 1.</param>
/// <param name="Key">The key with those above it, as in <c>dispersal.distance_m</c>.</param>
internal sealed record YamlNode(string File, int Line, string Key)
{
    public string? Scalar { get; init; }

    public bool IsQuoted { get; init; }

    public IReadOnlyList<YamlNode>? Items { get; init; }

    public IReadOnlyDictionary<string, YamlNode>? Entries { get; init; }

    public void AllowOnly(params IReadOnlyCollection<string> keys)
    {
        foreach (var (key, node) in AsMapping())
        {
            if (keys.Contains(key)) continue;
            var hint = node.IsNull && key.All(char.IsAsciiDigit) ? " (if a decimal was meant: write a point, as in 0.5)" : "";
            throw Error($"the key '{node.Key}' is not known{hint}; allowed {(Key.Length == 0 ? "" : $"in {Key} ")}are {string.Join(", ", keys)}.", node.Line);
        }
    }

    public YamlNode Required(string key) =>
        Optional(key) ?? throw Error($"the key '{(Key.Length == 0 ? key : $"{Key}.{key}")}' is missing.");

    public YamlNode? Optional(string key) => AsMapping().GetValueOrDefault(key);

    public IReadOnlyDictionary<string, YamlNode> AsMapping() => Entries ?? throw Wrong(Key, "a mapping of keys to values");

    public IReadOnlyList<YamlNode> AsList() => Items ?? throw Wrong(Key, "a list");

    public string AsText() => Scalar is { } text && !string.IsNullOrWhiteSpace(text) && !IsNull ? text.Trim() : throw Wrong(Key, "a text");

    public double AsNumber(string expected, Func<double, bool> isAllowed) =>
        Scalar is not null && double.TryParse(Scalar, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && isAllowed(number)
            ? number
            : throw Wrong(Key, HasComma ? $"{expected}, with a decimal point and no comma" : expected);

    public int AsWholeNumber() =>
        int.TryParse(Scalar, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(Key, "a whole number");

    public BadInputException Wrong(string subject, string expected) => Error($"{subject} must be {expected}; got {Described}.");

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
