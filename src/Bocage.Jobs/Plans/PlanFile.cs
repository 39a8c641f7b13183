using Bocage.Formats;
using Bocage.Jobs.Languages;
using Bocage.Jobs.Pages;
using Bocage.Jobs.Plans.Report;
using Bocage.Jobs.Runs;
using Bocage.Planning;
using NetTopologySuite.Geometries;

namespace Bocage.Jobs.Plans;

/// <summary>Writes plan.gpkg: what is chosen, what was possible or not and why, and which patches come together; styled for QGIS.</summary>
internal static class PlanFile
{
    private static readonly GeometryFactory Shapes = new();

    public static void Write(string path, PlanResult result, CancellationToken cancellation)
    {
        var model = new PlanPageModel(result, Texts.Load("Plans", result.Request.Language));
        GeoPackageFile.Write(path, result.Landscape.Map.Grid.Crs, [Joins(result), Chosen(result, model), Candidates(result, model)],
            $"Plan on {Path.GetFileName(result.Diagnosis.Map)}; Bocage {RunRecord.Version}", cancellation);
    }

    private static GeoPackageLayer Chosen(PlanResult result, PlanPageModel model) => new("chosen", "Chosen measures", OgcGeometryType.MultiPolygon,
        [Whole("rank"), Text("id"), Text("measure"), Text("place"), Text("kind"), Real("quantity"), Text("unit"), Real("cost_eur"), Real("adds_alone"), Real("adds_to_rest"),
            Real("replacement_cost_low"), Real("replacement_cost_high"), Real("selection_frequency"), Whole("year"), Text("why")],
        [.. result.Chosen.Select(chosen => new GeoPackageRow(ZoneGeometry.ToGeometry(chosen.Unit.Candidate.Facts.Place.Zone),
            [chosen.Rank, chosen.Unit.Candidate.Id, model.MeasureName(chosen.Unit), chosen.Unit.Candidate.Facts.Place.Id, chosen.Unit.Candidate.Measure.Kind.ToString(), chosen.Unit.Candidate.Quantity,
                chosen.Unit.Candidate.Measure.Unit.ToString(), chosen.Unit.Cost, chosen.Why.AddsAlone, chosen.Why.AddsGivenRest, Finite(chosen.Why.ReplacementCost.Lower), Finite(chosen.Why.ReplacementCost.Upper),
                Finite(chosen.Why.SelectionFrequency), chosen.Year, model.Why(chosen)]))])
    {
        Description = "adds_alone: what the measure would add to the goal if it were the only one; adds_to_rest: what the plan loses without it, nothing put in its place; replacement_cost: what the best plan without it "
            + "is worth less (between low and high when not proven); selection_frequency: share of near-best plans that hold it. These figures do not add up.",
        StyleQml = QgisStyle.Fills([("chosen", "TRUE", "#d9691e", "#7a2e00", 0.4)], "rank"),
    };

    private static GeoPackageLayer Candidates(PlanResult result, PlanPageModel model)
    {
        var units = result.Candidates.Units.ToDictionary(unit => unit.Candidate.Id, StringComparer.Ordinal);
        var chosen = result.Chosen.Select(one => one.Unit.Candidate.Id).ToHashSet(StringComparer.Ordinal);
        return new("candidates", "Every measure in every place", OgcGeometryType.MultiPolygon,
            [Text("id"), Text("measure"), Text("place"), Text("applicability"), new("chosen", FieldType.Boolean), Real("quantity"), Text("unit"), Real("cost_eur"), Real("habitat_ha"), Text("reasons")],
            [.. result.Candidates.All.Select(candidate =>
            {
                var unit = units.GetValueOrDefault(candidate.Id);
                return new GeoPackageRow(ZoneGeometry.ToGeometry(candidate.Facts.Place.Zone),
                    [candidate.Id, candidate.Measure.Name.In(model.Texts.Language), candidate.Facts.Place.Id, PlanNames.Of(candidate.Applicability), chosen.Contains(candidate.Id), candidate.Quantity, candidate.Measure.Unit.ToString(),
                        unit?.Cost, unit?.Changes.Max(change => change?.AddedHa), string.Join(" ", candidate.Reasons.Where(reason => reason.Verdict != Applicability.Applicable).Select(model.ReasonText))]);
            })])
        {
            Description = "applicability: applicable, not yet (something must change or be found out first) or never; reasons say which. cost_eur is empty when it is not known.",
            StyleQml = QgisStyle.Fills(
            [
                ("possible", "\"applicability\" = 'applicable'", "#b9b4ae", "#8a857f", 0.1),
                ("not yet", "\"applicability\" = 'not yet'", "#efe6c4", "#8a857f", 0.1),
                ("never", "\"applicability\" = 'never'", null, "#d5dbd3", 0.1),
            ]),
        };
    }

    private static GeoPackageLayer Joins(PlanResult result) => new("joins", "Patches that come together", OgcGeometryType.LineString,
        [Text("species"), Text("by"), Whole("from_patch"), Whole("to_patch"), Real("probability_before"), Real("probability_after"), Real("gain_ha2")],
        [.. result.Chosen.SelectMany(chosen => chosen.Why.Joins.Select(join => (chosen, join, species: result.Species[join.Case])))
            .Where(one => one.join.From < one.species.Model.PatchCount && one.join.To < one.species.Model.PatchCount)
            .Select(one => new GeoPackageRow(LineBetween(one.species, one.join),
                [one.species.Name, one.chosen.Unit.Candidate.Id, one.join.From + 1, one.join.To + 1, one.join.Before, one.join.After, one.join.Gain]))])
    {
        Description = "Straight lines between the middles of two patches that reach each other more easily through a chosen measure: the chance before and after, and what that adds to Σ a·a·p.",
    };

    private static LineString LineBetween(PlanSpecies species, JoinedPair join)
    {
        var (from, to) = (species.Network.Patches.Patches[join.From], species.Network.Patches.Patches[join.To]);
        return Shapes.CreateLineString([new(from.X, from.Y), new(to.X, to.Y)]);
    }

    // A table of a map has no word for infinity.
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static LayerField Text(string name) => new(name, FieldType.Text);

    private static LayerField Whole(string name) => new(name, FieldType.WholeNumber);

    private static LayerField Real(string name) => new(name, FieldType.Real);
}
