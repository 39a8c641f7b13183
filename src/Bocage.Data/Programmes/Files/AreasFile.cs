using Bocage.Formats;
using Bocage.Planning;
using NetTopologySuite.Geometries;

namespace Bocage.Data.Programmes;

/// <summary>areas.yaml, and the outlines beside it.</summary>
internal static class AreasFile
{
    public static (ValueList<PackAreaKind> Kinds, ValueList<PackArea> Areas) Read(PackFields fields, IReadOnlyDictionary<string, Geometry?> outlines)
    {
        var parents = new Dictionary<string, (string Id, YamlNode Node)>();
        var kinds = fields.List("kinds", kind => new PackAreaKind { Id = kind.Id(IdKind.AreaKind), Name = kind.Text("name") });
        var areas = fields.List("areas", area => Area(area, outlines, parents));
        foreach (var (id, parent) in parents)
        {
            if (LeadsBack(id, parents)) fields.Reading.Add(parent.Node, $"{parent.Node.Key} must be an area that is not a part of '{id}' itself; got '{parent.Id}'.");
        }

        return (kinds, areas);
    }

    public static void Write(YamlWriter file, ProgrammePack pack)
    {
        file.List("kinds", pack.AreaKinds, (item, kind) =>
        {
            item.Text("id", kind.Id);
            item.Text("name", kind.Name);
        });
        file.List("areas", pack.Areas, WriteArea);
    }

    // More steps than there are areas can only go round.
    private static bool LeadsBack(string id, Dictionary<string, (string Id, YamlNode Node)> parents)
    {
        var at = id;
        for (var step = 0; step < parents.Count && parents.TryGetValue(at, out var parent); step++)
        {
            at = parent.Id;
            if (at == id) return true;
        }

        return false;
    }

    private static PackArea Area(PackFields fields, IReadOnlyDictionary<string, Geometry?> outlines, Dictionary<string, (string Id, YamlNode Node)> parents)
    {
        var id = fields.Id(IdKind.Area);
        var within = fields.OptionalReference("within", IdKind.Area);
        if (id is not null && within is not null) parents[id] = (within, fields.Node.Entries!["within"]);
        return new()
        {
            Id = id!,
            Name = fields.Name("name"),
            EarlierNames = fields.List("earlier_names", name => new PackEarlierName { Name = name.Name("name"), Until = name.OptionalDate("until") }),
            Kind = fields.Reference("kind", IdKind.AreaKind),
            Within = within,
            Country = fields.Required("country", PackWords.Country),
            Province = fields.OptionalWord("province"),
            Point = PointFields.Read(fields),
            Outline = Outline(fields, id!, outlines),
            Summary = fields.Text("summary"),
            Natura2000 = fields.Words("natura2000", node => node.AsText()),
            Pressures = fields.Words("pressures", Pressure),
            Tracks = fields.List("tracks", track => new PackTrack { Id = track.LocalId(), Text = track.Text("text"), Sources = track.Sources() }),
            Partners = fields.References("partners", IdKind.Partner),
            Agreements = fields.List("agreements", agreement => new PackAgreement
            {
                Id = agreement.LocalId(),
                Name = agreement.Text("name"),
                Date = agreement.OptionalDate("date"),
                Parties = agreement.OptionalText("parties"),
                Sources = agreement.Sources(),
            }),
            Timeline = fields.List("timeline", moment => new PackMoment { Date = moment.Date("date"), Text = moment.Text("text"), Sources = moment.Sources() }),
            Quantities = fields.List("quantities", FigureFields.Read),
            Budgets = fields.List("budgets", Budget),
            Sources = fields.Sources(),
        };
    }

    private static void WriteArea(YamlWriter item, PackArea area)
    {
        item.Text("id", area.Id);
        item.Text("name", area.Name);
        item.List("earlier_names", area.EarlierNames, (inner, name) =>
        {
            inner.Text("name", name.Name);
            inner.Date("until", name.Until);
        });
        item.Text("kind", area.Kind);
        item.OptionalText("within", area.Within);
        item.Text("country", area.Country);
        item.OptionalText("province", area.Province);
        item.Point(area.Point);
        if (area.Outline is { } outline) item.Mapping("outline", part => part.Text("source", outline.Source));
        item.Text("summary", area.Summary);
        item.Texts("natura2000", area.Natura2000);
        item.Words("pressures", area.Pressures);
        item.List("tracks", area.Tracks, (inner, track) =>
        {
            inner.Text("id", track.Id);
            inner.Text("text", track.Text);
            inner.Words("sources", track.Sources);
        });
        item.Words("partners", area.Partners);
        item.List("agreements", area.Agreements, (inner, agreement) =>
        {
            inner.Text("id", agreement.Id);
            inner.Text("name", agreement.Name);
            inner.Date("date", agreement.Date);
            inner.OptionalText("parties", agreement.Parties);
            inner.Words("sources", agreement.Sources);
        });
        item.List("timeline", area.Timeline, (inner, moment) =>
        {
            inner.Date("date", moment.Date);
            inner.Text("text", moment.Text);
            inner.Words("sources", moment.Sources);
        });
        item.List("quantities", area.Quantities, FigureFields.Write);
        item.List("budgets", area.Budgets, FigureFields.Write);
        item.Words("sources", area.Sources);
    }

    private static Figure Budget(PackFields fields)
    {
        var figure = FigureFields.Read(fields);
        if (figure.Unit is { IsMoney: false } unit && unit != Unit.Percent)
            fields.Reading.Add(fields.Node.Entries!["unit"], $"{fields.Node.Key}.unit must be money or a share of it ({string.Join(", ", Unit.All.Where(each => each.IsMoney || each == Unit.Percent))}); got '{unit}'.");
        return figure;
    }

    // The file of an outline is named after its area, so that no path stands in a pack.
    private static PackOutline? Outline(PackFields fields, string id, IReadOnlyDictionary<string, Geometry?> outlines)
    {
        var source = fields.OptionalPart("outline", part => part.Reference("source", IdKind.Source));
        if (id is null || !fields.Has("outline"))
        {
            if (id is not null && outlines.ContainsKey(id)) fields.Reading.Add(fields.Node, $"the key '{fields.Node.Key}.outline' is missing: {PackFileNames.Outlines}/{id}.geojson is there, and its source must be named.");
            return null;
        }

        if (!outlines.TryGetValue(id, out var shape)) fields.Reading.Add(fields.Node.Entries!["outline"], $"{fields.Node.Key}.outline needs the file {PackFileNames.Outlines}/{id}.geojson, which is not there.");
        return new() { Shape = shape!, Source = source! };
    }

    private static string Pressure(YamlNode node) =>
        Pressures.All.Contains(node.Scalar) ? node.Scalar! : throw node.Wrong(node.Key, $"a pressure ({string.Join(", ", Pressures.All)})");
}
