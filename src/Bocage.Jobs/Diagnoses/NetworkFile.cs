using Bocage.Formats;
using Bocage.Jobs.Pages;
using Bocage.Jobs.Runs;
using Bocage.Landscapes;
using NetTopologySuite.Geometries;

namespace Bocage.Jobs.Diagnoses;

/// <summary>Writes network.gpkg: patches, links, components and gaps of every species, styled for QGIS.</summary>
internal static class NetworkFile
{
    private static readonly GeometryFactory Shapes = new();

    public static void Write(string path, DiagnosisResult result, CancellationToken cancellation) => GeoPackageFile.Write(path, result.Map.Grid.Crs,
        [Gaps(result), Links(result), Patches(result), Groups(result)],
        $"Network of {string.Join(", ", result.Species.Select(s => s.Name))} on {Path.GetFileName(result.Request.Map)}; Bocage {RunRecord.Version}", cancellation);

    private static GeoPackageLayer Patches(DiagnosisResult result) => new("patches", "Patches of habitat", OgcGeometryType.MultiPolygon,
        [Text("species"), Whole("id"), Real("area_ha"), Whole("component"), Real("dpc"), Real("dpc_intra"), Real("dpc_flux"), Real("dpc_connector"), Real("diic"), Real("protected_share")],
        [.. result.Species.SelectMany(species => species.Patches.Patches.Select((patch, k) =>
        {
            var worth = species.Importance.Nodes[k];
            return new GeoPackageRow(MultiPolygonOf(species.Outlines[k]),
                [species.Name, patch.Id, patch.AreaHa, species.Components.ComponentOf[k] + 1, worth.DPc, worth.Intra, worth.Flux, worth.Connector, worth.DIic, result.ProtectionOf(species)?.ShareOfPatch[k]]);
        }))])
    {
        Description = "dpc: share of all connectivity (PC) that would be lost without the patch, %, as the sum of its own size (intra), exchange (flux) and stepping stone (connector); "
            + "diic: the same for IIC, %; component: group of patches that reach each other; protected_share: part inside protected sites, 0–1, empty when not known.",
        StyleQml = QgisStyle.RisingFill("dpc", [.. result.Species.Select(s => new QgisStyle.Network(s.Name, [.. s.Importance.Nodes.Select(n => n.DPc)]))], [0.6, 0.9], "#a5d08f", "#5fa55a", "#0b5d2f"),
    };

    private static GeoPackageLayer Links(DiagnosisResult result) => new("links", "Links that the species can use", OgcGeometryType.LineString,
        [Text("species"), Whole("from_patch"), Whole("to_patch"), Real("effort_m"), Real("length_m"), Real("probability"), Real("dpc"), Real("diic")],
        [.. result.Species.SelectMany(species => species.Links.Select((link, k) => new GeoPackageRow(LineOf(result.Map.Grid, link.Path),
            [species.Name, link.From, link.To, link.Distance, link.LengthM, species.Profile.Dispersal.Probability(link.Distance), species.Importance.Links[k].DPc, species.Importance.Links[k].DIic])))])
    {
        Description = "Least-cost paths. effort_m: metres times resistance; dpc, diic: share of connectivity that would be lost without the link, %.",
        StyleQml = QgisStyle.RisingLine("dpc", [.. result.Species.Select(s => new QgisStyle.Network(s.Name, [.. s.Importance.Links.Select(l => l.DPc)]))], "#33312e", [0.75, 0.95], 0.2, 0.4, 0.9),
    };

    private static GeoPackageLayer Groups(DiagnosisResult result) => new("components", "Groups of patches that reach each other", OgcGeometryType.MultiPolygon,
        [Text("species"), Whole("id"), Whole("patches"), Real("area_ha")],
        [.. result.Species.SelectMany(species => species.Patches.Patches.GroupBy(patch => species.Components.ComponentOf[patch.Id - 1]).OrderBy(group => group.Key).Select(group => new GeoPackageRow(
            Shapes.CreateMultiPolygon([.. group.SelectMany(patch => species.Outlines[patch.Id - 1]).Select(PolygonOf)]),
            [species.Name, group.Key + 1, group.Count(), group.Sum(patch => patch.AreaHa)])))])
    {
        Description = "The patches of each group as one shape.",
        StyleQml = QgisStyle.Outline([.. result.Species.Select(s => s.Name)], "#6b7a70", 0.3),
    };

    private static GeoPackageLayer Gaps(DiagnosisResult result) => new("gaps", "Gaps: links that do not exist yet", OgcGeometryType.LineString,
        [Text("species"), Whole("rank"), Whole("from_patch"), Whole("to_patch"), Real("length_m"), Real("effort_now_m"), Real("gain_eca_ha"), Real("gain_percent"), new("joins_groups", FieldType.Boolean), Text("crosses")],
        [.. result.Species.SelectMany(species => species.Gaps.Select(ranked => new GeoPackageRow(LineOf(result.Map.Grid, [ranked.Line[0], ranked.Line[^1]]),
            [species.Name, ranked.Rank, ranked.Gap.From, ranked.Gap.To, ranked.Gap.LengthM, double.IsFinite(ranked.Gap.PresentDistance) ? ranked.Gap.PresentDistance : null, ranked.GainHa, ranked.GainPercent,
                species.Components.ComponentOf[ranked.Gap.From - 1] != species.Components.ComponentOf[ranked.Gap.To - 1], CrossesOf(result, ranked)])))])
    {
        Description = "Straight lines between neighbouring patches without a working link, ranked by what closing them adds to the equivalent connected area (gain_eca_ha). effort_now_m is empty when every way is barred.",
        StyleQml = QgisStyle.LabelledLine([.. result.Species.Select(s => s.Name)], "#b3261e", 0.7, "rank"),
    };

    private static string CrossesOf(DiagnosisResult result, RankedGap ranked) => string.Join("; ", ranked.Crosses.Select(part =>
        FormattableString.Invariant($"{(part.Code is { } code ? result.Legend?.Find(code)?.Name.In(result.Request.Language) ?? $"class {code}" : "no data")} {part.LengthM:0} m")));

    internal static MultiPolygon MultiPolygonOf(IReadOnlyList<PatchOutlines.Outline> outlines) => Shapes.CreateMultiPolygon([.. outlines.Select(PolygonOf)]);

    private static Polygon PolygonOf(PatchOutlines.Outline outline) => Shapes.CreatePolygon(RingOf(outline.Shell), [.. outline.Holes.Select(RingOf)]);

    private static LinearRing RingOf(IReadOnlyList<(double X, double Y)> ring) => Shapes.CreateLinearRing([.. ring.Select(point => new Coordinate(point.X, point.Y))]);

    // Only the corners of the path: cells in a straight row add nothing but bytes.
    private static LineString LineOf(Grid grid, IReadOnlyList<int> cells)
    {
        var points = new List<Coordinate>();
        for (var k = 0; k < cells.Count; k++)
        {
            if (k > 0 && k < cells.Count - 1 && cells[k] - cells[k - 1] == cells[k + 1] - cells[k]) continue;
            var (x, y) = grid.Centre(cells[k]);
            points.Add(new(x, y));
        }

        if (points.Count == 1) points.Add(points[0].Copy());
        return Shapes.CreateLineString([.. points]);
    }

    private static LayerField Text(string name) => new(name, FieldType.Text);

    private static LayerField Whole(string name) => new(name, FieldType.WholeNumber);

    private static LayerField Real(string name) => new(name, FieldType.Real);
}
