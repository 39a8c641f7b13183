using Bocage.Formats;
using Bocage.Jobs.Diagnoses;
using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Jobs.Plans;

/// <summary>What a measure in a place changes for one species, from what the catalogue and the profile say.</summary>
/// <remarks>
/// Land that becomes a class of the species' habitat is habitat, with the quality that the measure names (1 when it names none); land that is habitat already adds nothing.
/// Resistance is what the measure names, else that of the class the land becomes in the species' profile. A measure that changes neither leaves the network as it is.
/// </remarks>
internal static class SpeciesEffect
{
    /// <summary>The change, or null when this species would not notice.</summary>
    /// <param name="unit">Index of the planning unit.</param>
    /// <param name="candidate">The measure and its place.</param>
    /// <param name="network">The species' network today.</param>
    /// <param name="map">The land-cover map.</param>
    public static PlaceChange? Of(int unit, CandidateMeasure candidate, SpeciesNetwork network, LandCover map)
    {
        var code = candidate.Measure.CreatedLandCover is { } kind ? candidate.Facts.Kinds.CodeFor(kind) : null;
        var isHabitat = code is { } made && network.Habitat.Contains(made);
        var quality = candidate.Measure.Effects.OfType<HabitatQualityBecomes>().Select(effect => effect.Quality).FirstOrDefault(1.0);
        var cells = CellsOf(candidate, network, map);
        if (cells.Count == 0) return null;
        var resistance = ResistanceOf(candidate.Measure, code, cells, network);
        var addedHa = isHabitat ? quality * candidate.AppliesToCodes.Where(one => !network.Habitat.Contains(one)).Sum(one => candidate.Facts.HaByCode[one]) : 0;
        return addedHa > 0 || resistance is not null ? new(unit, cells, addedHa, resistance, isHabitat && addedHa > 0) : null;
    }

    // Only land on which the measure is carried out, and which the species does not have as habitat already.
    private static IReadOnlyList<int> CellsOf(CandidateMeasure candidate, SpeciesNetwork network, LandCover map) =>
        [.. PlaceChange.CellsOf(map.Grid, candidate.Facts.Place.Zone).Where(cell => map.CodeAt(cell) is { } code && candidate.AppliesToCodes.Contains(code) && !network.Habitat.Contains(code))];

    private static double? ResistanceOf(Measure measure, int? code, IReadOnlyList<int> cells, SpeciesNetwork network)
    {
        var today = cells.Average(cell => network.Surface[cell]);
        double? named = null;
        foreach (var effect in measure.Effects)
        {
            if (effect is ResistanceBecomes becomes) named = becomes.Resistance;
            if (effect is ResistanceMultiplied multiplied && double.IsFinite(today)) named = today * multiplied.Factor;
        }

        var after = named ?? (code is { } made && ResistanceOfClass(network.Profile, made) is { } ofClass ? ofClass : null);
        // A barrier that opens is a change too; where no cell gets easier and none harder, nobody would notice.
        return after is { } value && !double.IsNaN(value) && cells.Any(cell => network.Surface[cell] != value) ? value : null;
    }

    private static double? ResistanceOfClass(SpeciesProfile profile, int code) => profile.Resistance.TryGetValue(code, out var own) ? own : profile.OtherClasses;
}
