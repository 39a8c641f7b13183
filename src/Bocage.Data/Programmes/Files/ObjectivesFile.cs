using Bocage.Formats;

namespace Bocage.Data.Programmes;

/// <summary>objectives.yaml.</summary>
internal static class ObjectivesFile
{
    public sealed record Content(ValueList<PackAxis> Axes, ValueList<PackObjective> Objectives, ValueList<PackCriterion> Criteria, ValueList<PackCategory> Categories);

    public static Content Read(PackFields fields) => new(
        fields.List("axes", axis => new PackAxis { Id = axis.Id(IdKind.Axis), Name = axis.Text("name"), Summary = axis.OptionalText("summary"), Sources = axis.Sources() }),
        fields.List("objectives", Objective),
        fields.List("criteria", Criterion),
        fields.List("categories", category => new PackCategory
        {
            Id = category.Id(IdKind.Category),
            Name = category.Text("name"),
            Objectives = category.References("objectives", IdKind.Objective),
            Sources = category.Sources(),
        }));

    public static void Write(YamlWriter file, ProgrammePack pack)
    {
        file.List("axes", pack.Axes, (item, axis) =>
        {
            item.Text("id", axis.Id);
            item.Text("name", axis.Name);
            item.OptionalText("summary", axis.Summary);
            item.Words("sources", axis.Sources);
        });
        file.List("objectives", pack.Objectives, WriteObjective);
        file.List("criteria", pack.Criteria, WriteCriterion);
        file.List("categories", pack.Categories, (item, category) =>
        {
            item.Text("id", category.Id);
            item.Text("name", category.Name);
            item.Words("objectives", category.Objectives);
            item.Words("sources", category.Sources);
        });
    }

    private static PackObjective Objective(PackFields fields) => new()
    {
        Id = fields.Id(IdKind.Objective),
        Code = fields.OptionalWord("code"),
        Axis = fields.OptionalReference("axis", IdKind.Axis),
        Name = fields.Text("name"),
        Summary = fields.OptionalText("summary"),
        Counters = fields.List("counters", Counter),
        Criteria = fields.List("criteria", Criterion),
        Sources = fields.Sources(),
    };

    private static void WriteObjective(YamlWriter item, PackObjective objective)
    {
        item.Text("id", objective.Id);
        item.OptionalText("code", objective.Code);
        item.OptionalText("axis", objective.Axis);
        item.Text("name", objective.Name);
        item.OptionalText("summary", objective.Summary);
        item.List("counters", objective.Counters, WriteCounter);
        item.List("criteria", objective.Criteria, WriteCriterion);
        item.Words("sources", objective.Sources);
    }

    private static PackCriterion Criterion(PackFields fields) => new() { Id = fields.Id(IdKind.Criterion), Text = fields.Text("text"), Sources = fields.Sources() };

    private static void WriteCriterion(YamlWriter item, PackCriterion criterion)
    {
        item.Text("id", criterion.Id);
        item.Text("text", criterion.Text);
        item.Words("sources", criterion.Sources);
    }

    private static PackCounter Counter(PackFields fields)
    {
        var id = fields.Id(IdKind.Counter);
        var name = fields.Text("name");
        var (unit, kind) = FigureFields.UnitAndKind(fields);
        if (kind == FigureKind.Level) fields.Reading.Add(fields.Node.Entries!["kind"], $"{fields.Node.Key}.kind must be stock, flow or share: levels are not counted; got 'level'.");
        return new()
        {
            Id = id,
            Name = name,
            Unit = unit,
            Kind = kind ?? default,
            Denominator = FigureFields.Denominator(fields, kind),
            Qualifier = fields.Has("qualifier") ? fields.OneOf("qualifier", PackWords.Qualifiers) : Qualifier.None,
            Condition = fields.OptionalText("condition"),
            Baseline = FigureFields.OptionalClaims(fields, "baseline"),
            Target = fields.OptionalPart("target", target => new PackTarget { Year = target.Required("year", PackWords.Year), Claims = FigureFields.Claims(target, "claims") }),
        };
    }

    private static void WriteCounter(YamlWriter item, PackCounter counter)
    {
        item.Text("id", counter.Id);
        item.Text("name", counter.Name);
        item.Text("unit", counter.Unit.Id);
        item.Text("kind", PackWords.Of(PackWords.FigureKinds, counter.Kind));
        item.OptionalText("denominator", counter.Denominator);
        if (counter.Qualifier != Qualifier.None) item.Text("qualifier", PackWords.Of(PackWords.Qualifiers, counter.Qualifier));
        item.OptionalText("condition", counter.Condition);
        item.List("baseline", counter.Baseline, FigureFields.WriteClaim);
        if (counter.Target is not { } target) return;
        item.Mapping("target", part =>
        {
            part.Number("year", target.Year);
            part.List("claims", target.Claims, FigureFields.WriteClaim);
        });
    }
}
