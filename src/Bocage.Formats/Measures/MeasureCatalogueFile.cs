using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Catalogues of measures, written in YAML by the people of a programme. The format: docs/measure-catalogue.md.</summary>
public static class MeasureCatalogueFile
{
    /// <summary>Reads a catalogue.</summary>
    /// <exception cref="BadInputException">The file is missing or damaged, or a key is unknown, missing, double or has a wrong value.</exception>
    public static MeasureCatalogue Read(string path) => From(YamlReader.Read(path));

    /// <summary>Reads a catalogue from text; the name of the file is for messages.</summary>
    /// <exception cref="BadInputException">The text is damaged, or a key is unknown, missing, double or has a wrong value.</exception>
    public static MeasureCatalogue Parse(string yaml, string file) => From(YamlReader.Parse(yaml, file));

    private static MeasureCatalogue From(YamlNode root)
    {
        root.AllowOnly("name", "programmes", "measures");
        var name = MeasureWords.Text(root.Required("name"));
        var programmes = new Dictionary<string, LocalizedText>();
        foreach (var (id, node) in root.Required("programmes").AsMapping()) programmes.Add(id, node.Entries is null ? new(node.AsText()) : MeasureWords.Text(node));
        var measures = root.Required("measures");
        if (measures.AsMapping().Count == 0) throw measures.Error("measures must hold at least one measure; got an empty mapping.");
        return new(name, programmes, measures.AsMapping().Select(pair => MeasureReader.From(pair.Key, pair.Value, programmes.Keys)));
    }
}
