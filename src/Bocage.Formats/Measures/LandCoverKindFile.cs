using System.Globalization;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Files that say which kinds of land cover the codes of a map are. The format: docs/measure-catalogue.md.</summary>
public static class LandCoverKindFile
{
    /// <summary>Reads a mapping.</summary>
    /// <exception cref="BadInputException">The file is missing or damaged, or a key is unknown, missing, double or has a wrong value.</exception>
    public static LandCoverKindMap Read(string path) => From(YamlReader.Read(path));

    /// <summary>Reads a mapping from text; the name of the file is for messages.</summary>
    /// <exception cref="BadInputException">The text is damaged, or a key is unknown, missing, double or has a wrong value.</exception>
    public static LandCoverKindMap Parse(string yaml, string file) => From(YamlReader.Parse(yaml, file));

    private static LandCoverKindMap From(YamlNode root)
    {
        root.AllowOnly("legend", "codes", "creates");
        var legend = root.Required("legend").AsText();
        var codes = new Dictionary<LandCoverKind, List<int>>();
        var named = new HashSet<int>();
        foreach (var (key, kinds) in root.Required("codes").AsMapping())
        {
            if (!int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code))
                throw kinds.Error($"the keys of codes are class codes (whole numbers); got '{key}'.");
            if (!named.Add(code)) throw kinds.Error($"codes names class {code} twice.");
            foreach (var kind in MeasureWords.AtLeastOne(kinds, MeasureWords.Kind).Distinct())
            {
                if (!codes.TryGetValue(kind, out var list)) codes.Add(kind, list = []);
                list.Add(code);
            }
        }

        if (named.Count == 0) throw root.Required("codes").Error("codes must name at least one class; got an empty mapping.");
        return new(legend, codes.ToDictionary(pair => pair.Key, IReadOnlyList<int> (pair) => pair.Value), Creates(root.Required("creates"), named));
    }

    private static Dictionary<LandCoverKind, int> Creates(YamlNode node, HashSet<int> named)
    {
        var creates = new Dictionary<LandCoverKind, int>();
        foreach (var (key, value) in node.AsMapping())
        {
            var kind = LandCoverKinds.Find(key) ?? throw value.Error($"the keys of creates are kinds of land cover ({string.Join(", ", LandCoverKinds.Ids)}); got '{key}'.");
            var code = value.AsWholeNumber();
            creates.Add(kind, named.Contains(code) ? code : throw value.Error($"{value.Key} is {code}, which codes does not name."));
        }

        return creates;
    }
}
