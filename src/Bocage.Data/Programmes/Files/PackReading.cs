using Bocage.Formats;
using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>What is gathered while a pack is read: everything that is wrong, which ids there are, and which are used.</summary>
internal sealed class PackReading
{
    private readonly List<PackError> errors = [];
    private readonly Dictionary<(IdKind Kind, string Id), YamlNode> declared = [];
    private readonly List<(IdKind Kind, YamlNode Node)> used = [];
    private readonly List<Action> checks = [];
    private readonly HashSet<IdKind> unreadable = [];

    /// <summary>In which languages every text must be there.</summary>
    public IReadOnlyList<string> Languages { get; set; } = LocalizedText.KnownLanguages;

    /// <summary>Everything that is wrong, by file and line.</summary>
    public ValueList<PackError> Errors => [.. errors.Distinct().OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)];

    public void Add(YamlNode node, string complaint) => errors.Add(new(node.File, node.Line, node.Error(complaint).Message));

    public void Add(string file, int line, string sentence) => errors.Add(new(file, line, sentence));

    /// <summary>What reading a value gives; when it cannot be read that is noted, and the pack will be refused.</summary>
    public T Try<T>(YamlNode node, Func<YamlNode, T> read)
    {
        try
        {
            return read(node);
        }
        catch (BadInputException error)
        {
            errors.Add(new(node.File, node.Line, error.Message));
            return default!;
        }
    }

    /// <summary>A check that needs the whole pack; it runs when everything was read.</summary>
    public void Later(Action check) => checks.Add(check);

    public void Declare(IdKind kind, string id, YamlNode node)
    {
        if (!declared.TryAdd((kind, id), node)) Add(node, $"{node.Key} '{id}' stands here twice, first in line {declared[(kind, id)].Line}.");
    }

    public bool IsDeclared(IdKind kind, string id) => declared.ContainsKey((kind, id));

    public void Use(IdKind kind, YamlNode node) => used.Add((kind, node));

    /// <summary>A file could not be read at all: whether ids of these kinds exist cannot be said.</summary>
    public void CannotRead(params ReadOnlySpan<IdKind> kinds)
    {
        foreach (var kind in kinds) unreadable.Add(kind);
    }

    public void Finish()
    {
        foreach (var (kind, node) in used)
        {
            if (unreadable.Contains(kind) || declared.ContainsKey((kind, node.AsText()))) continue;
            var known = declared.Keys.Where(key => key.Kind == kind).Select(key => key.Id).Order(StringComparer.Ordinal).ToArray();
            Add(node, $"{node.Key} must be the id of {IdKinds.Word(kind)}{(known.Length == 0 ? ", and this pack has none" : known.Length <= 12 ? $" ({string.Join(", ", known)})" : $" in {IdKinds.File(kind)}")}; got '{node.AsText()}'.");
        }

        foreach (var check in checks) check();
    }
}
