using System.Globalization;
using Bocage.Formats;

namespace Bocage.Jobs.Diagnoses;

/// <summary>Writes metrics.json: every figure of the report, unrounded; "not known" and "unreachable" are null.</summary>
internal static class MetricsFile
{
    public static void Write(string path, DiagnosisResult result) => File.WriteAllText(path, JsonText.Of(new
    {
        Map = MapFacts(result),
        Species = result.Species.Select(species => SpeciesFacts(result, species)),
        result.Metrics.Landscape,
        Classes = result.Metrics.Classes.ToDictionary(pair => pair.Key.ToString(CultureInfo.InvariantCulture), pair => pair.Value),
        Pressures = result.Pressures.Select(pressure => new { pressure.Name, pressure.Thresholds, pressure.Minimum, pressure.Maximum, PictureCap = pressure.Cap }),
        Sites = result.Sites?.All.Select(site => new { site.Name, site.AreaHa, site.OnMapShare, site.HaByClass, site.Species, site.Pressures }),
        result.Mended,
        result.Notes,
    }) + "\n");

    private static object MapFacts(DiagnosisResult result)
    {
        var grid = result.Map.Grid;
        var (counts, noData) = result.Map.CountCells();
        return new
        {
            File = Path.GetFileName(result.Request.Map),
            grid.Crs,
            grid.Columns,
            grid.Rows,
            grid.CellWidth,
            grid.CellHeight,
            grid.West,
            grid.North,
            Classes = result.Map.Codes.Zip(counts, (code, cells) => new { Code = code, Name = result.Legend?.Find(code)?.Name.In(result.Request.Language), Cells = cells, AreaHa = cells * grid.CellAreaHa }),
            NoDataCells = noData,
        };
    }

    private static object SpeciesFacts(DiagnosisResult result, SpeciesDiagnosis species) => new
    {
        species.Name,
        species.Habitat,
        Patches = species.Patches.Patches.Count,
        species.HabitatHa,
        Links = species.Links.Count,
        Components = species.Components.Count,
        species.Importance.IicNumerator,
        Iic = species.IicIndex,
        species.Importance.PcNumerator,
        Pc = species.PcIndex,
        EcaPc = species.EcaHa,
        EcaIic = species.EcaIicHa,
        species.MeshHa,
        ProtectedHabitatShare = result.ProtectionOf(species)?.HabitatShare,
        ProtectedImportanceShare = result.ProtectionOf(species)?.ImportanceShare,
        Gaps = species.Gaps.Select(ranked => new { ranked.Rank, ranked.Gap.From, ranked.Gap.To, ranked.Gap.LengthM, EffortNowM = ranked.Gap.PresentDistance, GainEcaHa = ranked.GainHa, ranked.GainPercent }),
        PinchLinks = species.PinchLinks.Select(pinch => new { pinch.Link.From, pinch.Link.To, pinch.Link.LengthM, EffortM = pinch.Link.Distance, DPc = pinch.LossPercent, OnlyWay = pinch.Sides is not null }),
    };
}
