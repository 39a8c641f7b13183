using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Files of schemes: who pays what for which measure, and with what it may be stacked. The format: docs/schemes.md.</summary>
public static class SchemesFile
{
    /// <summary>Reads a file of schemes.</summary>
    /// <exception cref="BadInputException">The file is missing or damaged, a key is unknown, missing, double or has a wrong value, or the rules of schemes contradict each other.</exception>
    public static SchemeLibrary Read(string path) => From([YamlReader.Read(path)]);

    /// <summary>Reads several files as one: a scheme of one may name a scheme or a scorecard of another.</summary>
    /// <exception cref="BadInputException">As for one file, or a name stands in two of them.</exception>
    public static SchemeLibrary Read(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return From([.. paths.Select(YamlReader.Read)]);
    }

    /// <summary>Reads schemes from text; the name of the file is for messages.</summary>
    /// <exception cref="BadInputException">The text is damaged, a key is unknown, missing, double or has a wrong value, or the rules of schemes contradict each other.</exception>
    public static SchemeLibrary Parse(string yaml, string file) => From([YamlReader.Parse(yaml, file)]);

    private static SchemeLibrary From(IReadOnlyList<YamlNode> roots)
    {
        foreach (var root in roots)
        {
            root.AllowOnly("schemes", "scorecards");
            if (root.Optional("schemes") is null && root.Optional("scorecards") is null) throw root.Error("the file must have schemes, scorecards or both.");
        }

        var cards = Together(roots, "scorecards");
        Scorecard[] scorecards = [.. cards.Select(pair => ScorecardReader.From(pair.Key, pair.Value))];
        var nodes = Together(roots, "schemes");
        Scheme[] schemes = [.. nodes.Select(pair => SchemeReader.From(pair.Key, pair.Value, cards.Keys))];
        CheckPayers(schemes, nodes);
        if (SchemeRuleCheck.FirstFault(schemes) is var (scheme, rule, sentence))
        {
            var at = nodes[scheme].Required("rules").Required(rule);
            throw at.Error($"{at.Key}: {sentence}");
        }

        return new(schemes, scorecards);
    }

    private static Dictionary<string, YamlNode> Together(IReadOnlyList<YamlNode> roots, string key)
    {
        var all = new Dictionary<string, YamlNode>();
        foreach (var (id, node) in roots.SelectMany(root => root.Optional(key)?.AsMapping() ?? new Dictionary<string, YamlNode>()))
            if (!all.TryAdd(id, node)) throw node.Error($"{node.Key} stands in {all[id].File}, line {all[id].Line}, too.");
        return all;
    }

    private static void CheckPayers(Scheme[] schemes, Dictionary<string, YamlNode> nodes)
    {
        var first = new Dictionary<string, Scheme>();
        foreach (var scheme in schemes)
        {
            if (first.TryAdd(scheme.Payer, scheme) || first[scheme.Payer].PayerKind == scheme.PayerKind) continue;
            var kind = nodes[scheme.Id].Required("payer").Required("kind");
            throw kind.Wrong(kind.Key, $"{CaseWords.WordOf(first[scheme.Payer].PayerKind)}, which {first[scheme.Payer].Id} calls the payer {scheme.Payer}");
        }
    }
}
