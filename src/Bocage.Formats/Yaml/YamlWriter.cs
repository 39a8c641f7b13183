using System.Globalization;
using System.Text;

namespace Bocage.Formats;

/// <summary>Writes a mapping in one canonical YAML form: the same values in the same order give the same bytes.</summary>
/// <remarks>
/// Block style with two spaces a level, "\n" as the end of a line, no comments. A text stands bare where that is safe whatever it says, as a literal block (|-) where it has several lines,
/// and otherwise in double quotes. Lists of words stand in one line, [a, b]. <see cref="YamlReader"/> reads the same values back.
/// </remarks>
public sealed class YamlWriter
{
    private readonly StringBuilder text = new();
    private int level;
    private bool startsItem;

    /// <summary>What was written so far.</summary>
    public override string ToString() => text.ToString();

    /// <summary>A key with a text. Spaces at the ends of a text are not kept by <see cref="YamlNode.AsText"/>.</summary>
    public void Text(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Key(key);
        Value(value);
    }

    /// <summary>A key with a number, written so that reading gives the same number.</summary>
    /// <exception cref="ArgumentException">The number is not finite.</exception>
    public void Number(string key, double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"Only finite numbers can be written; got {value}.", nameof(value));
        Key(key);
        text.Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>A key with a list of words, in one line; nothing when there are none.</summary>
    /// <exception cref="ArgumentException">A word has anything but letters, digits, - and _.</exception>
    public void Words(string key, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var word in words)
        {
            if (word.Length == 0 || !word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
                throw new ArgumentException($"A word has letters, digits, - and _ only; got '{word}'.", nameof(words));
        }

        if (words.Count == 0) return;
        Key(key);
        text.Append(" [").AppendJoin(", ", words).Append("]\n");
    }

    /// <summary>A key with a list of texts, one a line; nothing when there are none.</summary>
    public void Texts(string key, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0) return;
        Key(key);
        text.Append('\n');
        level++;
        foreach (var value in values)
        {
            text.Append(' ', 2 * level).Append('-');
            Value(value);
        }

        level--;
    }

    /// <summary>A key with a mapping that the action writes.</summary>
    public void Mapping(string key, Action<YamlWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        Key(key);
        text.Append('\n');
        var before = text.Length;
        level++;
        write(this);
        level--;
        if (text.Length == before) text.Insert(before - 1, " {}");
    }

    /// <summary>A key with a list of mappings that the action writes; nothing when the list is empty.</summary>
    public void List<T>(string key, IReadOnlyList<T> items, Action<YamlWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(write);
        if (items.Count == 0) return;
        Key(key);
        text.Append('\n');
        level += 2;
        foreach (var item in items)
        {
            startsItem = true;
            write(this, item);
            if (startsItem) text.Append(' ', 2 * (level - 1)).Append("- {}\n");
        }

        startsItem = false;

        level -= 2;
    }

    private void Key(string key)
    {
        if (startsItem) text.Append(' ', 2 * (level - 1)).Append("- ");
        else text.Append(' ', 2 * level);
        startsItem = false;
        text.Append(key).Append(':');
    }

    private void Value(string value)
    {
        if (IsBare(value)) text.Append(' ').Append(value).Append('\n');
        else if (IsBlock(value)) Block(value);
        else Quoted(value);
    }

    // Letters and digits first: nothing in YAML begins like that but a plain text. "null" would be read as nothing.
    private static bool IsBare(string value) =>
        value.Length > 0 && char.IsLetterOrDigit(value[0]) && value is not "null" && value[^1] is not (' ' or ':')
        && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal) && !value.Any(NeedsQuotes);

    // A literal block keeps lines as they are, but neither an indented first line nor lines of spaces.
    private static bool IsBlock(string value) =>
        value.Contains('\n', StringComparison.Ordinal) && !value.Any(letter => letter != '\n' && NeedsQuotes(letter)) && value[^1] != '\n'
        && Array.TrueForAll(value.Split('\n'), line => line.Length == 0 || line[^1] != ' ') && value[0] is not (' ' or '\n');

    // Spaces that do not break stand in every French text; to YAML they are letters.
    private static bool NeedsQuotes(char letter) => char.IsControl(letter) || letter is '\uFEFF' || (letter is not (' ' or '\u00A0' or '\u202F') && char.IsWhiteSpace(letter));

    private void Block(string value)
    {
        text.Append(" |-\n");
        foreach (var line in value.Split('\n'))
        {
            if (line.Length > 0) text.Append(' ', 2 * (level + 1)).Append(line);
            text.Append('\n');
        }
    }

    private void Quoted(string value)
    {
        text.Append(" \"");
        foreach (var letter in value)
        {
            if (letter is '"' or '\\') text.Append('\\').Append(letter);
            else if (letter == '\n') text.Append("\\n");
            else if (NeedsQuotes(letter)) text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
            else text.Append(letter);
        }

        text.Append("\"\n");
    }
}
