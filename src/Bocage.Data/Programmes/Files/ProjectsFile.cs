using Bocage.Formats;

namespace Bocage.Data.Programmes;

/// <summary>projects.yaml.</summary>
internal static class ProjectsFile
{
    public static ValueList<PackProject> Read(PackFields fields, Func<string, PackCounter?> counter) => fields.List("projects", project => new PackProject
    {
        Id = project.Id(IdKind.Project),
        Name = project.Name("name"),
        By = project.References("by", IdKind.Partner),
        Since = project.OptionalDate("since"),
        Location = project.OptionalText("location"),
        Point = PointFields.Read(project),
        Objectives = project.References("objectives", IdKind.Objective),
        Categories = project.References("categories", IdKind.Category),
        Contributions = project.List("contributions", contribution => Contribution(contribution, counter)),
        Costs = project.List("costs", FigureFields.Read),
        Participants = project.List("participants", participant => new PackParticipant { Name = participant.Name("name"), Role = participant.OptionalText("role") }),
        How = project.OptionalText("how"),
        Maintenance = project.OptionalText("maintenance"),
        Benefits = project.OptionalText("benefits"),
        Sources = project.Sources(),
    });

    public static void Write(YamlWriter file, ValueList<PackProject> projects) => file.List("projects", projects, (item, project) =>
    {
        item.Text("id", project.Id);
        item.Text("name", project.Name);
        item.Words("by", project.By);
        item.Date("since", project.Since);
        item.OptionalText("location", project.Location);
        item.Point(project.Point);
        item.Words("objectives", project.Objectives);
        item.Words("categories", project.Categories);
        item.List("contributions", project.Contributions, WriteContribution);
        item.List("costs", project.Costs, FigureFields.Write);
        item.List("participants", project.Participants, (inner, participant) =>
        {
            inner.Text("name", participant.Name);
            inner.OptionalText("role", participant.Role);
        });
        item.OptionalText("how", project.How);
        item.OptionalText("maintenance", project.Maintenance);
        item.OptionalText("benefits", project.Benefits);
        item.Words("sources", project.Sources);
    });

    private static PackContribution Contribution(PackFields fields, Func<string, PackCounter?> counter)
    {
        var id = fields.LocalId();
        var name = fields.Text("name");
        var countsTowards = fields.OptionalReference("counter", IdKind.Counter);
        var (unit, kind) = FigureFields.UnitAndKind(fields);
        if (countsTowards is not null) fields.Reading.Later(() => Compare(fields, counter(countsTowards), unit, kind));
        return new() { Id = id, Name = name, Counter = countsTowards, Unit = unit, Kind = kind ?? default, Denominator = FigureFields.Denominator(fields, kind), Claims = FigureFields.Claims(fields, "claims") };
    }

    private static void Compare(PackFields fields, PackCounter? counter, Unit unit, FigureKind? kind)
    {
        if (counter is null || unit is null || kind is not { } own) return;
        if (counter.Unit is { } its && its != unit) fields.Reading.Add(fields.Node.Entries!["unit"], $"{fields.Node.Key}.unit must be that of the counter {counter.Id} ({its}); got '{unit}'.");
        else if (counter.Kind != own) fields.Reading.Add(fields.Node.Entries!["kind"], $"{fields.Node.Key}.kind must be that of the counter {counter.Id} ({PackWords.Of(PackWords.FigureKinds, counter.Kind)}); got '{PackWords.Of(PackWords.FigureKinds, own)}'.");
    }

    private static void WriteContribution(YamlWriter item, PackContribution contribution)
    {
        item.Text("id", contribution.Id);
        item.Text("name", contribution.Name);
        item.OptionalText("counter", contribution.Counter);
        item.Text("unit", contribution.Unit.Id);
        item.Text("kind", PackWords.Of(PackWords.FigureKinds, contribution.Kind));
        item.OptionalText("denominator", contribution.Denominator);
        item.List("claims", contribution.Claims, FigureFields.WriteClaim);
    }
}
