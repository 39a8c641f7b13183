using System.Text.Json;

namespace Bocage.Formats;

/// <summary>A value in a JSON file that knows where it stands, so that every complaint names file and key.</summary>
/// <param name="File">The file.</param>
/// <param name="Key">Where the value stands: cases.trout.arcs.</param>
/// <param name="Value">The value.</param>
internal readonly record struct JsonPlace(string File, string Key, JsonElement Value)
{
    /// <summary>The last part of the key, given apart because a name may hold dots.</summary>
    public string Name { get; private init; } = Key;

    /// <summary>This place, when it holds an object.</summary>
    public JsonPlace Object() => Value.ValueKind == JsonValueKind.Object ? this : throw Wrong("an object { }");

    /// <summary>Refuses keys that mean nothing here, and keys that stand there twice.</summary>
    public void AllowKeys(params ReadOnlySpan<string> allowed)
    {
        foreach (var property in Properties())
            if (!allowed.Contains(property.Name)) throw new BadInputException($"{File}, {property.Key}: not a known key; expected {string.Join(", ", allowed)}.");
    }

    /// <summary>The value of a key, or null.</summary>
    public JsonPlace? Find(string name) => Value.TryGetProperty(name, out var value) ? Inside(name, value) : null;

    /// <summary>The value of a key that must be there.</summary>
    public JsonPlace Require(string name) => Find(name) ?? throw new BadInputException($"{File}, {Key}: the key {name} is missing.");

    /// <summary>The members of an object, each name once.</summary>
    public List<JsonPlace> Properties()
    {
        var places = new List<JsonPlace>();
        foreach (var property in Value.EnumerateObject())
        {
            var place = Inside(property.Name, property.Value);
            if (places.Exists(other => other.Name == place.Name)) throw new BadInputException($"{File}, {place.Key}: this key stands there twice.");
            places.Add(place);
        }

        return places;
    }

    /// <summary>The items of a list.</summary>
    public IEnumerable<JsonPlace> Items()
    {
        var (file, key) = (File, Key);
        return Value.EnumerateArray().Select((item, k) => new JsonPlace(file, $"{key}[{k}]", item));
    }

    /// <summary>The text of a key that must hold one.</summary>
    public string Text() => Value.ValueKind == JsonValueKind.String && Value.GetString() is { Length: > 0 } text ? text : throw Wrong("a text");

    /// <summary>A complaint about this value.</summary>
    public BadInputException Wrong(string expected)
    {
        var raw = Value.GetRawText();
        return new($"{File}, {Key}: got {(raw.Length > 60 ? raw[..60] + "…" : raw)}, expected {expected}.");
    }

    private JsonPlace Inside(string name, JsonElement value) => new(File, Key == "the document" ? name : $"{Key}.{name}", value) { Name = name };
}
