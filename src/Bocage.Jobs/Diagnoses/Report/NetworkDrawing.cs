using Bocage.Jobs.Pages;

namespace Bocage.Jobs.Diagnoses.Report;

/// <summary>What is drawn on the network map: patches coloured by importance, links by how much depends on them, gaps with their rank.</summary>
internal sealed class NetworkDrawing(ReportModel model, SpeciesDiagnosis species)
{
    // In thousandths of the map's width.
    private const double HalfMark = 9.5;
    private const double HalfDigit = 3.4;

    /// <summary>A number or letter on the map, at X, Y; it names what lies at SpotX, SpotY. HalfWidth is half its width.</summary>
    public readonly record struct Mark(string Kind, string Text, string Title, double X, double Y, double SpotX, double SpotY, double HalfWidth);

    private readonly DiagnosisResult result = model.Result;

    /// <summary>The land, pale, with the patches in three greens: the tenth that matters most, the next three tenths, the rest.</summary>
    public Picture Patches()
    {
        var greens = GreenOfPatch();
        var labels = species.Patches.Labels;
        return Picture.Draw(result.Map.Grid, cell => result.Map.Cells[cell] != 0,
            cell => labels[cell] > 0 ? 1 + greens[labels[cell] - 1] : result.Map.Cells[cell] == 0 ? -1 : 0,
            cell => labels[cell] > 0 ? Colour.Importance[greens[labels[cell] - 1]] : LandColour(cell));
    }

    /// <summary>The corridors, or null when there are no links.</summary>
    public Picture? Corridors()
    {
        if (species.Links.Count == 0) return null;
        var width = species.CorridorWidthM;
        var slack = species.Corridors.Values;
        var labels = species.Patches.Labels;
        return Picture.Draw(result.Map.Grid, cell => result.Map.Cells[cell] != 0,
            cell => labels[cell] > 0 ? 2_000_001 : float.IsNaN(slack[cell]) ? result.Map.Cells[cell] == 0 ? -1 : 0 : 1 + (int)(1e6 * (1 - slack[cell] / width)),
            cell => labels[cell] > 0 ? Colour.Importance[1]
                : float.IsNaN(slack[cell]) ? LandColour(cell)?.Towards(Colour.Paper, 0.6)
                : Colour.CorridorBest.Towards(Colour.CorridorEdge, slack[cell] / width));
    }

    /// <summary>The links as SVG paths in three widths, the thinnest first.</summary>
    public (double Width, string Path)[] Links(Picture picture)
    {
        var order = Enumerable.Range(0, species.Links.Count).OrderByDescending(k => species.Importance.Links[k].DPc).ToArray();
        var heavy = Math.Min(model.Result.Request.Top, order.Length);
        var middle = Math.Max(heavy, order.Length / 4);
        string Join(IEnumerable<int> links) => string.Concat(links.Order().Select(k => picture.LineThrough(species.Links[k].Path)));
        return [.. new[] { (0.6, Join(order[middle..])), (1.4, Join(order[heavy..middle])), (3.2, Join(order[..heavy])) }.Where(part => part.Item2.Length > 0)];
    }

    /// <summary>The gaps that the table lists, as one SVG path.</summary>
    public string Gaps(Picture picture) => string.Concat(model.TopGaps(species).Select(ranked => picture.LineThrough([ranked.Line[0], ranked.Line[^1]])));

    /// <summary>The gaps, links and patches that the tables list, by rank, letter and number; none hides another.</summary>
    public Mark[] Marks(Picture picture)
    {
        var room = new MarkPlacement(picture.Width, picture.Height);
        Mark Put(string kind, string text, string title, double x, double y)
        {
            var spot = picture.At(x, y);
            var halfWidth = Math.Max(HalfMark, HalfDigit * text.Length + 3) * picture.Unit;
            var at = room.Place(spot.X, spot.Y, halfWidth, HalfMark * picture.Unit);
            return new(kind, text, title, at.X, at.Y, spot.X, spot.Y, halfWidth);
        }

        Mark OnLine(string kind, string text, string title, IReadOnlyList<int> cells)
        {
            var (x, y) = result.Map.Grid.Centre(cells[cells.Count / 2]);
            return Put(kind, text, title, x, y);
        }

        var texts = model.Texts;
        return
        [
            .. model.TopGaps(species).Select(gap => OnLine("gap", texts.Number(gap.Rank), texts.Colon($"{texts["gaps.rank"]} {gap.Rank}", texts.Length(gap.Gap.LengthM)), gap.Line)),
            .. model.TopLinks(species).Select((pinch, place) => OnLine("link", ReportModel.LetterOf(place), $"{texts["links.rank"]} {ReportModel.LetterOf(place)}", pinch.Link.Path)),
            .. model.TopPatches(species).Select(top => Put("patch", Languages.Texts.Id(top.Patch.Id), texts.Colon($"{texts["patches.rank"]} {top.Patch.Id}", texts.Hectares(top.Patch.AreaHa)), top.Patch.X, top.Patch.Y)),
        ];
    }

    /// <summary>Outlines of the protected sites.</summary>
    public string Sites(Picture picture) => result.Sites is null ? "" : string.Concat(result.Sites.All.Select(site => picture.Outline(site.Shape)));

    private int[] GreenOfPatch()
    {
        var greens = new int[species.Patches.Patches.Count];
        var order = Enumerable.Range(0, greens.Length).OrderByDescending(k => species.Importance.Nodes[k].DPc).ToArray();
        for (var place = 0; place < order.Length; place++)
            greens[order[place]] = place < Math.Max(1, order.Length / 10) ? 2 : place < 4 * order.Length / 10 ? 1 : 0;
        return greens;
    }

    private Colour? LandColour(int cell) =>
        result.Map.Cells[cell] == 0 ? null : model.ColourOf(result.Map.Cells[cell] - 1);
}
