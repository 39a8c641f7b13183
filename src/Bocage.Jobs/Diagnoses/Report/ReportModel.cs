using System.Globalization;
using Bocage.Formats;
using Bocage.Jobs.Languages;
using Bocage.Jobs.Pages;
using Bocage.Landscapes;

namespace Bocage.Jobs.Diagnoses.Report;

/// <summary>What the report says, in words of one language; the .razor files only lay it out.</summary>
public sealed class ReportModel(DiagnosisResult result, Texts texts)
{
    /// <summary>The science behind the method.</summary>
    public static IReadOnlyList<string> Sources { get; } =
    [
        "Saura, S. & Pascual-Hortal, L. (2007). A new habitat availability index to integrate connectivity in landscape conservation planning. Landscape and Urban Planning 83: 91–103. doi:10.1016/j.landurbplan.2007.03.005",
        "Saura, S., Estreguil, C., Mouton, C. & Rodríguez-Freire, M. (2011). Network analysis to assess landscape connectivity trends: application to European forests (1990–2000). Ecological Indicators 11: 407–416. doi:10.1016/j.ecolind.2010.06.011",
        "Saura, S. & Rubio, L. (2010). A common currency for the different ways in which patches and links can contribute to habitat availability and connectivity in the landscape. Ecography 33: 523–537. doi:10.1111/j.1600-0587.2009.05760.x",
        "Fall, A., Fortin, M.-J., Manseau, M. & O’Brien, D. (2007). Spatial graphs: principles and applications for habitat connectivity. Ecosystems 10: 448–461. doi:10.1007/s10021-007-9038-7",
        "Jaeger, J. A. G. (2000). Landscape division, splitting index, and effective mesh size: new measures of landscape fragmentation. Landscape Ecology 15: 115–130. doi:10.1023/A:1008129329289",
    ];

    /// <summary>What was found.</summary>
    public DiagnosisResult Result => result;

    /// <summary>The words.</summary>
    public Texts Texts => texts;

    /// <summary>What the map is called: the name that was given, else its file name without folder and extension.</summary>
    public string MapName => result.Request.MapName ?? Path.GetFileNameWithoutExtension(result.Request.Map).Replace('_', ' ');

    /// <summary>The classes that are habitat to any species, by name.</summary>
    public string HabitatNames
    {
        get
        {
            var names = texts.List([.. result.Species.SelectMany(s => s.Habitat).Distinct().Order().Select(ClassName)]);
            return names.Length == 0 ? names : char.ToUpperInvariant(names[0]) + names[1..];
        }
    }

    /// <summary>The id of a species' section.</summary>
    public static string Anchor(SpeciesDiagnosis species) => FormattableString.Invariant($"species-{species.Number}");

    /// <summary>Name of a class, or its code when there is no legend.</summary>
    public string ClassName(int code) => result.Legend?.Find(code)?.Name.In(texts.Language) ?? texts.Format("metrics.habitatClass", ("name", code.ToString(CultureInfo.InvariantCulture)));

    /// <summary>" near Place", or nothing when no place is known there.</summary>
    public string Near(double x, double y) => result.Places.At(x, y) is { } place ? texts.Format("place.near", ("name", place)) : "";

    internal Colour ColourOf(int place) =>
        (result.Legend?.Find(result.Map.Codes[place])?.Colour is { } colour ? Colour.Of(colour) : Colour.OfClass(place)).Towards(Colour.Paper, 0.55);

    internal IEnumerable<(string Name, Colour Colour)> LandLegend() =>
        result.Map.Codes.Select((code, place) => (ClassName(code), ColourOf(place)));

    /// <summary>Patches, habitat and connected area in one sentence.</summary>
    public string NetworkSentence(SpeciesDiagnosis species) => species.Patches.Patches.Count switch
    {
        0 => texts.Format("brief.networkNone", ("species", species.Name), ("minimum", texts.Hectares(species.Profile.MinimumPatchAreaHa))),
        1 => texts.Format("brief.networkOne", ("species", species.Name), ("habitat", texts.Hectares(species.HabitatHa))),
        var count => texts.Format("brief.network", ("species", species.Name), ("patches", texts.Number(count)), ("habitat", texts.Hectares(species.HabitatHa)),
            ("eca", texts.Hectares(species.EcaHa)), ("share", texts.Percent(species.EcaHa / species.HabitatHa))),
    };

    /// <summary>What to know of a network that has patches to connect.</summary>
    public IEnumerable<string> FindingsOf(SpeciesDiagnosis species)
    {
        var groups = Groups(species);
        yield return groups.Count == 1 ? texts["brief.groupsOne"]
            : texts.Format("brief.groups", ("groups", texts.Number(groups.Count)), ("share", texts.Percent(groups[0].AreaHa / species.HabitatHa)));
        if (species.Gaps.Count == 0)
        {
            yield return texts["brief.repairNone"];
        }
        else
        {
            var gap = species.Gaps[0];
            yield return texts.Format("brief.repair", ("number", texts.Number(gap.Rank)), ("place", PlaceOf(gap.Line)), ("length", texts.Length(gap.Gap.LengthM)),
                ("gain", texts.Hectares(gap.GainHa)), ("percent", "+" + texts.RoundPercent(gap.GainPercent / 100)));
        }

        if (TopLinks(species) is [var pinch, ..])
        {
            yield return texts.Format("brief.pinch", ("letter", LetterOf(0)), ("from", Languages.Texts.Id(pinch.Link.From)), ("to", Languages.Texts.Id(pinch.Link.To)), ("place", PlaceOf(pinch.Link.Path)),
                ("percent", texts.RoundPercent(pinch.LossPercent / 100)));
        }

        var (patch, worth) = TopPatches(species)[0];
        yield return texts.Format("brief.patch", ("id", Languages.Texts.Id(patch.Id)), ("place", Near(patch.X, patch.Y)), ("area", texts.Hectares(patch.AreaHa)), ("why", WhyPatch(worth)));
        if (result.ProtectionOf(species) is { } protection) yield return texts.Format("brief.protected", ("share", texts.Percent(protection.HabitatShare)));
    }

    /// <summary>How many sites lie in the highest class of each pressure.</summary>
    public IEnumerable<string> PressureFindings()
    {
        if (result.Sites is null) yield break;
        for (var k = 0; k < result.Pressures.Count; k++)
        {
            var pressure = result.Pressures[k];
            if (pressure.Thresholds.Count == 0) continue;
            var known = result.Sites.All.Where(site => !double.IsNaN(site.Pressures[k].Mean)).ToArray();
            yield return texts.Format("brief.pressure", ("name", pressure.Name), ("known", texts.Number(known.Length)), ("threshold", texts.Given(pressure.Thresholds[^1])),
                ("over", texts.Number(known.Count(site => pressure.ClassOf(site.Pressures[k].Mean) == pressure.Thresholds.Count))));
        }
    }

    /// <summary>The gaps that the report lists.</summary>
    public IReadOnlyList<RankedGap> TopGaps(SpeciesDiagnosis species) => [.. species.Gaps.Take(result.Request.Top)];

    /// <summary>The links that the report lists, with what hangs on them.</summary>
    public IReadOnlyList<PinchLink> TopLinks(SpeciesDiagnosis species) => [.. species.PinchLinks.Take(result.Request.Top)];

    /// <summary>The patches that the report lists.</summary>
    public IReadOnlyList<(Patch Patch, NodeImportance Worth)> TopPatches(SpeciesDiagnosis species) =>
        [.. species.Patches.Patches.Zip(species.Importance.Nodes).OrderByDescending(pair => pair.Second.DPc).ThenBy(pair => pair.First.Id).Take(result.Request.Top)];

    /// <summary>The groups of patches, the largest first.</summary>
    public IReadOnlyList<(string Name, int Patches, double AreaHa)> Groups(SpeciesDiagnosis species) =>
        [.. species.Patches.Patches.GroupBy(patch => species.Components.ComponentOf[patch.Id - 1])
            .Select(group => (Count: group.Count(), AreaHa: group.Sum(patch => patch.AreaHa), Largest: group.MaxBy(patch => patch.AreaHa)!))
            .OrderByDescending(group => group.AreaHa).ThenBy(group => group.Largest.Id)
            .Select((group, place) => (texts.Number(place + 1) + Near(group.Largest.X, group.Largest.Y), group.Count, group.AreaHa))];

    /// <summary>"patch 3 (12 ha) and patch 7 (40 ha) near …".</summary>
    public string PairOf(SpeciesDiagnosis species, string key, int from, int to, IReadOnlyList<int> line) => texts.Format(key,
        ("from", Languages.Texts.Id(from)), ("fromArea", texts.Hectares(species.Patches.Patches[from - 1].AreaHa)),
        ("to", Languages.Texts.Id(to)), ("toArea", texts.Hectares(species.Patches.Patches[to - 1].AreaHa)), ("place", PlaceOf(line)));

    /// <summary>Why a gap is there, and what closing it would do.</summary>
    public string WhyGap(SpeciesDiagnosis species, RankedGap gap)
    {
        var land = gap.Crosses.Count == 0 ? texts["gaps.touches"] : texts.Format("gaps.crosses", ("land", texts.List([.. gap.Crosses.Take(3).Select(part =>
            texts.Format("gaps.landPart", ("length", texts.Length(part.LengthM)), ("name", part.Code is { } code ? ClassName(code) : texts["gaps.landUnknown"])))])));
        var today = double.IsPositiveInfinity(gap.Gap.PresentDistance) ? texts.Format("gaps.blocked", ("distance", texts.Length(species.SearchedM)))
            : texts.Format("gaps.far", ("distance", texts.Length(gap.Gap.PresentDistance)), ("limit", texts.Length(species.Profile.MaximumLinkM)));
        var (first, second) = (species.Components.ComponentOf[gap.Gap.From - 1], species.Components.ComponentOf[gap.Gap.To - 1]);
        var alike = species.Gaps.First(other => JoinsSame(species, other, gap));
        var effect = first == second ? texts["gaps.shortens"]
            : alike.Rank < gap.Rank ? texts.Format("gaps.joinsToo", ("number", texts.Number(alike.Rank)))
            : texts.Format("gaps.joins", ("first", texts.Hectares(species.Components.AreaHa[first])), ("second", texts.Hectares(species.Components.AreaHa[second])));
        return $"{land} {today} {effect}";
    }

    /// <summary>What a link is called on the map and in the table, by its place from 0: A to Z, then AA.</summary>
    public static string LetterOf(int place) => (place < 26 ? "" : LetterOf(place / 26 - 1)) + (char)('A' + place % 26);

    /// <summary>Why so much hangs on a link.</summary>
    public string WhyLink(PinchLink pinch) => pinch.Sides is { } sides
        ? texts.Format("links.only", ("first", texts.Hectares(sides.FirstHa)), ("second", texts.Hectares(sides.SecondHa)))
        : texts["links.detour"];

    /// <summary>Why a patch matters, by the largest of the three fractions.</summary>
    public string WhyPatch(NodeImportance worth) =>
        worth.Connector >= worth.Flux && worth.Connector >= worth.Intra ? texts["patches.whyStepping"]
        : worth.Flux >= worth.Intra ? texts["patches.whyExchange"]
        : texts["patches.whyOwn"];

    /// <summary>How much of the network's importance is not protected, and which important patches that concerns.</summary>
    public string OutsideSentence(SpeciesDiagnosis species)
    {
        var protection = result.ProtectionOf(species)!;
        var unprotected = TopPatches(species).Where(top => protection.ShareOfPatch[top.Patch.Id - 1] < 0.5).Select(top => Languages.Texts.Id(top.Patch.Id) + Near(top.Patch.X, top.Patch.Y)).ToArray();
        return unprotected.Length == 0 ? texts.Format("sites.outsideNone", ("species", species.Name))
            : texts.Format("sites.outside", ("species", species.Name), ("share", texts.Percent(1 - protection.ImportanceShare)), ("patches", texts.List(unprotected)));
    }

    internal IEnumerable<(string Name, Colour Colour, double AreaHa, double Share)> LandCoverRows()
    {
        var (counts, _) = result.Map.CountCells();
        var total = (double)counts.Sum();
        return counts.Select((count, place) => (ClassName(result.Map.Codes[place]), ColourOf(place), count * result.Map.Grid.CellAreaHa, count / total)).OrderByDescending(row => row.Item4);
    }

    /// <summary>Tables of figures: the network of each species, then the landscape, then each habitat class.</summary>
    public IEnumerable<(string Title, IReadOnlyList<MetricRow> Rows)> MetricTables()
    {
        foreach (var species in result.Species.Where(s => s.Patches.Patches.Count > 0))
            yield return (texts.Format("metrics.network", ("species", species.Name)), MetricRow.OfNetwork(texts, species));
        yield return (texts["metrics.landscape"], MetricRow.OfLandscape(texts, result.Metrics));
        foreach (var code in result.Species.SelectMany(s => s.Habitat).Distinct().Order())
            yield return (texts.Format("metrics.habitatClass", ("name", ClassName(code))), MetricRow.OfClass(texts, result.Metrics, code));
    }

    /// <summary>A figure with its unit.</summary>
    public string ValueOf(MetricRow row) => double.IsNaN(row.Value) || row.Unit.Length == 0 ? texts.Figure(row.Value)
        : texts.Figure(row.Value) + "\u00A0" + row.Unit.Replace("per 100 ha", texts["metrics.per100ha"], StringComparison.Ordinal);

    /// <summary>How it was computed, in sentences.</summary>
    public IEnumerable<string> MethodSentences()
    {
        foreach (var species in result.Species)
        {
            yield return texts.Colon(species.Name, texts.Format("method.patches", ("neighbours", texts.Number((int)species.Profile.Neighbours)), ("minimum", texts.Hectares(species.Profile.MinimumPatchAreaHa))));
        }

        if (result.Request.Resistance is { } raster) yield return texts.Format("method.resistanceRaster", ("file", Path.GetFileName(raster)));
        yield return texts["method.links"];
        foreach (var species in result.Species)
        {
            yield return texts.Format("method.kernel", ("species", species.Name), ("percent", texts.Percent(species.Profile.DispersalProbability)),
                ("distance", texts.Length(species.Profile.DispersalDistanceM)), ("limit", texts.Length(species.Profile.MaximumLinkM)),
                ("least", texts.Percent(species.Profile.Dispersal.Probability(species.Profile.MaximumLinkM), 1)));
        }

        yield return texts["method.index"];
        yield return texts["method.gaps"];
        if (result.Sites is not null) yield return texts["method.zonal"];
    }

    /// <summary>That profiles are assumptions, naming those whose author does not claim high confidence; null when all do.</summary>
    public string? Caution()
    {
        string[] assumed = [.. result.Species.Where(species => species.Profile.Confidence != Confidence.High).Select(species => species.Name)];
        return assumed.Length == 0 ? null : texts.Format("method.caution", ("species", texts.List(assumed)));
    }

    /// <summary>Resistance of a class for a species: a number, "barrier", or a dash when a raster is used.</summary>
    public string ResistanceOf(SpeciesDiagnosis species, int code)
    {
        if (result.Request.Resistance is not null) return "–";
        var resistance = species.Profile.Resistance.TryGetValue(code, out var own) ? own : species.Profile.OtherClasses ?? double.NaN;
        return double.IsNaN(resistance) ? texts["method.barrier"] : texts.Given(resistance);
    }

    /// <summary>What an input was used as.</summary>
    public string RoleName(string role) => texts["method.role." + role];

    private static bool JoinsSame(SpeciesDiagnosis species, RankedGap one, RankedGap other)
    {
        (int, int) Groups(RankedGap gap)
        {
            var (from, to) = (species.Components.ComponentOf[gap.Gap.From - 1], species.Components.ComponentOf[gap.Gap.To - 1]);
            return (Math.Min(from, to), Math.Max(from, to));
        }

        return Groups(one) == Groups(other);
    }

    private string PlaceOf(IReadOnlyList<int> line)
    {
        var (first, last) = (result.Map.Grid.Centre(line[0]), result.Map.Grid.Centre(line[^1]));
        var (here, there) = (result.Places.At(first.X, first.Y), result.Places.At(last.X, last.Y));
        return (here, there) switch
        {
            (null, null) => "",
            (not null, not null) when here != there => texts.Format("place.between", ("first", here), ("second", there)),
            _ => texts.Format("place.near", ("name", here ?? there!)),
        };
    }
}
