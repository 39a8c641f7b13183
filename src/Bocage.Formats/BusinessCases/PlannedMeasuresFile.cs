using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Plans made by hand: what is done, how much of it, what it costs. The format: docs/schemes.md.</summary>
public static class PlannedMeasuresFile
{
    /// <summary>Reads a plan.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parties">Who takes part; what they say of measures is put in.</param>
    /// <param name="catalogue">The measures that the plan may take name, unit and costs from; null for none.</param>
    /// <exception cref="BadInputException">The file is missing or damaged, a key is unknown, missing, double or has a wrong value, or a party, land or measure is not there.</exception>
    public static HandMadePlan Read(string path, CaseParties parties, MeasureCatalogue? catalogue = null) => From(YamlReader.Read(path), parties, catalogue);

    /// <summary>Reads a plan from text; the name of the file is for messages.</summary>
    /// <exception cref="BadInputException">As for a file.</exception>
    public static HandMadePlan Parse(string yaml, string file, CaseParties parties, MeasureCatalogue? catalogue = null) => From(YamlReader.Parse(yaml, file), parties, catalogue);

    private static HandMadePlan From(YamlNode root, CaseParties parties, MeasureCatalogue? catalogue)
    {
        ArgumentNullException.ThrowIfNull(parties);
        root.AllowOnly("lands", "measures");
        var lands = PlannedMeasureReader.Lands(root.Optional("lands"), parties.Lands);
        var measures = root.Required("measures");
        if (measures.AsMapping().Count == 0) throw measures.Error("measures must hold at least one measure; got an empty mapping.");
        return new(parties.Complete([.. measures.AsMapping().Select(pair => Measure(pair.Key, pair.Value, parties, lands, catalogue))], lands), lands);
    }

    private static PlannedMeasure Measure(string id, YamlNode node, CaseParties parties, IReadOnlyList<Land> lands, MeasureCatalogue? catalogue)
    {
        node.AllowOnly([.. PlannedMeasureReader.Keys, "measure", "name", "quantity", "unit", "costs"]);
        var measure = CaseWords.IdOf(node.Required("measure"), "measure");
        var known = catalogue?.Find(measure);
        var details = PlannedMeasureReader.Details(node, parties.Setting);
        if (details.Party is { } party && parties.Parties.All(other => other.Id != party)) throw node.Required("party").Wrong(node.Required("party").Key, PartyReader.OneOf("the parties", parties.Parties.Select(other => other.Id)));
        if (details.Land is { } land && lands.All(other => other.Id != land)) throw node.Required("land").Wrong(node.Required("land").Key, PartyReader.OneOf("the lands", lands.Select(other => other.Id)));
        var unit = node.Optional("unit") is { } own ? MeasureWords.Unit(own) : known?.Unit ?? throw Missing(node, "unit", measure, catalogue);
        if (known is not null && node.Optional("costs") is null && unit != known.Unit)
            throw node.Required("unit").Error($"{node.Required("unit").Key} is another than that of {measure} in the catalogue, so costs must stand here too.");
        return details.On(new()
        {
            Id = id,
            Measure = measure,
            Name = node.Optional("name") is { } name ? MeasureWords.Text(name) : known?.Name ?? throw Missing(node, "name", measure, catalogue),
            Party = "",
            Quantity = node.Required("quantity").AsNumber("a number above 0", quantity => quantity > 0),
            Unit = unit,
            Costs = node.Optional("costs") is { } costs ? MeasureCostReader.From(costs) : known?.Costs ?? throw Missing(node, "costs", measure, catalogue),
        });
    }

    private static BadInputException Missing(YamlNode node, string key, string measure, MeasureCatalogue? catalogue) =>
        node.Error($"the key '{node.Key}.{key}' is missing{(catalogue is null ? "." : $", and {measure} is not in the catalogue, which could give it.")}");
}
