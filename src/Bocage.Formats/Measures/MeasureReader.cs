using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Turns one entry of a catalogue into a <see cref="Measure"/>, or says in one sentence what is wrong.</summary>
internal static class MeasureReader
{
    private static readonly string[] Keys =
        ["name", "description", "kind", "shape", "unit", "rules", "effects", "costs", "years_until_effective", "evidence", "sources", "programmes"];

    public static Measure From(string id, YamlNode node, IReadOnlyCollection<string> programmes)
    {
        node.AllowOnly(Keys);
        var kind = MeasureWords.OneOf(node.Required("kind"), ("source", MeasureKind.Source), ("system", MeasureKind.System), ("bridging", MeasureKind.Bridging));
        var shape = MeasureWords.OneOf(node.Required("shape"), ("area", MeasureShape.Area), ("line", MeasureShape.Line), ("point", MeasureShape.Point));
        return new()
        {
            Id = MeasureWords.Id(id, node, "measure"),
            Name = MeasureWords.Text(node.Required("name")),
            Description = MeasureWords.Text(node.Required("description")),
            Kind = kind,
            Shape = shape,
            Unit = Unit(node.Required("unit"), shape),
            Rules = [.. node.Required("rules").AsList().Select(rule => MeasureRuleReader.From(rule))],
            Effects = [.. node.Required("effects").AsList().Select(effect => MeasureEffectReader.From(effect, id, kind))],
            Costs = MeasureCostReader.From(node.Required("costs")),
            YearsUntilEffective = MeasureWords.Number(node.Required("years_until_effective"), "a number of years, 0 or more", years => years >= 0),
            Evidence = MeasureWords.Evidence(node.Required("evidence")),
            Sources = MeasureWords.Sources(node.Required("sources")),
            Programmes = MeasureWords.AtLeastOne(node.Required("programmes"), programme =>
                programmes.Contains(programme.AsText()) ? programme.AsText() : throw programme.Wrong(programme.Key, $"one of the programmes of this file ({string.Join(", ", programmes)})")),
        };
    }

    private static MeasureUnit Unit(YamlNode node, MeasureShape shape)
    {
        var unit = MeasureWords.Unit(node);
        return (unit, shape) switch
        {
            (MeasureUnit.Metre, not MeasureShape.Line) => throw node.Error($"{node.Key} is m, which goes with the shape line only."),
            (MeasureUnit.Piece, not MeasureShape.Point) => throw node.Error($"{node.Key} is piece, which goes with the shape point only."),
            (not MeasureUnit.Piece, MeasureShape.Point) => throw node.Error($"{node.Key} must be piece, because the shape is point; got '{node.Scalar}'."),
            _ => unit,
        };
    }
}
