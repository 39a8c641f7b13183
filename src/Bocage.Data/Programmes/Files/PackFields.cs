using Bocage.Formats;
using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>One mapping in a file of a pack. Every key that is asked for is known; what is wrong is noted, and reading goes on.</summary>
/// <remarks>After something was noted a value may be missing from the record that is made of it; no such record leaves <see cref="PackReadResult"/>.</remarks>
internal sealed class PackFields
{
    private readonly HashSet<string> asked = [];

    private readonly Dictionary<string, YamlNode> siblings;

    private PackFields(YamlNode node, PackReading reading, Dictionary<string, YamlNode>? siblings) => (Node, Reading, this.siblings) = (node, reading, siblings ?? []);

    public YamlNode Node { get; }

    public PackReading Reading { get; }

    /// <summary>Reads a mapping, and notes every key that was not asked for.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="reading">Where what is wrong is noted.</param>
    /// <param name="make">Makes a record of it.</param>
    /// <param name="siblings">The ids of the items before it in its list.</param>
    public static T Read<T>(YamlNode node, PackReading reading, Func<PackFields, T> make, Dictionary<string, YamlNode>? siblings = null)
    {
        if (node.Entries is null) return reading.Try<T>(node, _ => throw node.Wrong(node.Key, "a mapping of keys to values"));
        var fields = new PackFields(node, reading, siblings);
        var made = make(fields);
        foreach (var (key, value) in node.Entries)
        {
            if (!fields.asked.Contains(key))
                reading.Add(value, $"the key '{value.Key}' is not known; allowed {(node.Key.Length == 0 ? "" : $"in {node.Key} ")}are {string.Join(", ", fields.asked)}.");
        }

        return made;
    }

    public bool Has(string key)
    {
        asked.Add(key);
        return Node.Entries!.ContainsKey(key);
    }

    /// <summary>The value of a key that must be there.</summary>
    public T Required<T>(string key, Func<YamlNode, T> read) => Has(key) ? Reading.Try(Node.Entries![key], read) : Missing<T>(key);

    /// <summary>The value of a key that may be left out.</summary>
    public T? Optional<T>(string key, Func<YamlNode, T> read)
        where T : class => Has(key) ? Reading.Try(Node.Entries![key], read) : null;

    /// <summary>The number or date of a key that may be left out.</summary>
    public T? OptionalValue<T>(string key, Func<YamlNode, T> read)
        where T : struct => Has(key) ? Reading.Try<T?>(Node.Entries![key], node => read(node)) : null;

    public T Part<T>(string key, Func<PackFields, T> make) => Has(key) ? Read(Node.Entries![key], Reading, make) : Missing<T>(key);

    public T? OptionalPart<T>(string key, Func<PackFields, T> make)
        where T : class => Has(key) ? Read(Node.Entries![key], Reading, make) : null;

    /// <summary>A list that may be left out.</summary>
    public ValueList<T> List<T>(string key, Func<PackFields, T> make) =>
        Optional(key, node => Items(node, make)) ?? [];

    public ValueList<T> AtLeastOne<T>(string key, Func<PackFields, T> make) => NotEmpty(key, Required(key, node => Items(node, make)));

    /// <summary>A text in every language of the programme.</summary>
    public LocalizedText Text(string key) => Required(key, Text);

    public LocalizedText? OptionalText(string key) => Optional(key, Text);

    /// <summary>A name: one for all languages, or one in each.</summary>
    public LocalizedText Name(string key) => Required(key, node => node.Entries is null ? new(node.AsText()) : Text(node));

    public string Word(string key) => Required(key, node => node.AsText());

    public string? OptionalWord(string key) => Optional(key, node => node.AsText());

    /// <summary>Words, in the order of the file.</summary>
    public ValueList<string> Words(string key, Func<YamlNode, string> read) =>
        Optional(key, node => Different(node, node.AsList().Select(item => Reading.Try(item, read)).ToArray())) ?? [];

    public ValueList<string> AtLeastOneWord(string key, Func<YamlNode, string> read) =>
        NotEmpty(key, Required(key, node => Different(node, node.AsList().Select(item => Reading.Try(item, read)).ToArray())));

    /// <summary>The id of this item, which no other of its kind may have.</summary>
    public string Id(IdKind kind)
    {
        var id = Required("id", PackWords.Id);
        if (id is not null) Reading.Declare(kind, id, Node.Entries!["id"]);
        return id!;
    }

    /// <summary>The id of an item within its list only, such as a track of an area.</summary>
    public string LocalId()
    {
        var id = Required("id", PackWords.Id);
        if (id is not null && !siblings.TryAdd(id, Node.Entries!["id"]))
            Reading.Add(Node.Entries["id"], $"{Node.Entries["id"].Key} '{id}' stands here twice, first in line {siblings[id].Line}.");
        return id!;
    }

    /// <summary>The id of something elsewhere in the pack.</summary>
    public string Reference(string key, IdKind kind) => Required(key, node => Use(node, kind));

    public string? OptionalReference(string key, IdKind kind) => Optional(key, node => Use(node, kind));

    public ValueList<string> References(string key, IdKind kind) => Words(key, node => Use(node, kind));

    /// <summary>The ids of one source or more.</summary>
    public ValueList<string> Sources() => AtLeastOneWord("sources", node => Use(node, IdKind.Source));

    public T OneOf<T>(string key, IReadOnlyList<(string Word, T Meaning)> words) => Required(key, node => PackWords.OneOf(node, words));

    public PartialDate Date(string key) => Required(key, PackWords.Date);

    public PartialDate? OptionalDate(string key) => OptionalValue(key, PackWords.Date);

    /// <summary>Notes two dates that stand upside down.</summary>
    public void InOrder(string firstKey, PartialDate? first, string lastKey, PartialDate? last)
    {
        if (first is { } start && last is { } end && start != default && end != default && start.IsAfter(end))
            Reading.Add(Node.Entries![lastKey], $"{Node.Entries[lastKey].Key} must not lie before {firstKey} ({start}); got '{end}'.");
    }

    private ValueList<T> Items<T>(YamlNode node, Func<PackFields, T> make)
    {
        var ids = new Dictionary<string, YamlNode>();
        return node.AsList().Select(item => Read(item, Reading, make, ids)).ToValueList();
    }

    private LocalizedText Text(YamlNode node)
    {
        var languages = Reading.Languages;
        if (node.Entries is null) throw node.Wrong(node.Key, $"a text in each of {string.Join(", ", languages)}");
        foreach (var (language, value) in node.Entries)
        {
            if (!languages.Contains(language)) Reading.Add(value, $"{node.Key} has a text in '{language}', which is not a language of this programme ({string.Join(", ", languages)}).");
        }

        var missing = languages.Where(language => !node.Entries.ContainsKey(language)).ToArray();
        if (missing.Length > 0) throw node.Error($"{node.Key} has no text in {string.Join(", ", missing)}; every text stands there in {string.Join(", ", languages)}.");
        var texts = languages.ToDictionary(language => language, language => Reading.Try(node.Entries[language], text => text.AsText()));
        return texts.ContainsValue(null!) ? null! : new(texts);
    }

    private string Use(YamlNode node, IdKind kind)
    {
        var id = node.AsText();
        Reading.Use(kind, node);
        return id;
    }

    private ValueList<string> Different(YamlNode node, string[] words)
    {
        for (var k = 0; k < words.Length; k++)
        {
            if (words[k] is { } word && Array.IndexOf(words, word) < k) Reading.Add(node.Items![k], $"{node.Key} names '{word}' twice.");
        }

        return [.. words];
    }

    private ValueList<T> NotEmpty<T>(string key, ValueList<T>? items)
    {
        if (items is { Count: 0 }) Reading.Add(Node.Entries![key], $"{Node.Entries[key].Key} must be a list of at least one; got an empty list.");
        return items ?? [];
    }

    private T Missing<T>(string key)
    {
        Reading.Add(Node, $"the key '{(Node.Key.Length == 0 ? key : $"{Node.Key}.{key}")}' is missing.");
        return default!;
    }
}
