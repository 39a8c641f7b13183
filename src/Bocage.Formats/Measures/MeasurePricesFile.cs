using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Prices that a user gives for measures of a catalogue. The format: docs/measure-catalogue.md.</summary>
public static class MeasurePricesFile
{
    /// <summary>A catalogue with the prices of a file in place of its own.</summary>
    /// <exception cref="BadInputException">The file is missing or damaged, or a key is unknown, missing, double or has a wrong value.</exception>
    public static MeasureCatalogue Apply(string path, MeasureCatalogue catalogue) => From(YamlReader.Read(path), catalogue);

    /// <summary>A catalogue with prices from text; the name of the file is for messages.</summary>
    /// <exception cref="BadInputException">The text is damaged, or a key is unknown, missing, double or has a wrong value.</exception>
    public static MeasureCatalogue Parse(string yaml, string file, MeasureCatalogue catalogue) => From(YamlReader.Parse(yaml, file), catalogue);

    private static MeasureCatalogue From(YamlNode root, MeasureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        root.AllowOnly("prices");
        var costs = new Dictionary<string, MeasureCosts>();
        foreach (var (id, node) in root.Required("prices").AsMapping())
        {
            if (catalogue.Find(id) is null) throw node.Error($"there is a price for '{id}', which the catalogue does not have; it has {string.Join(", ", catalogue.Measures.Select(measure => measure.Id))}.");
            costs.Add(id, MeasureCostReader.From(node));
        }

        return catalogue.WithPrices(costs);
    }
}
