using Bocage.Formats;
using Bocage.Jobs.Pages;

namespace Bocage.Jobs.Plans.Report;

/// <summary>What is drawn on the map of a plan, for one species: today's patches, what was possible, what is chosen with its number, and what comes together.</summary>
internal sealed class PlanDrawing(PlanPageModel model, PlanSpecies species)
{
    // In thousandths of the map's width.
    private const double HalfMark = 9.5;
    private const double HalfDigit = 3.4;

    /// <summary>Today's habitat.</summary>
    public static readonly Colour Habitat = Colour.Of("#5fa55a");

    /// <summary>Land where something was possible.</summary>
    public static readonly Colour Possible = Colour.Of("#b9b4ae");

    private readonly PlanResult result = model.Result;

    /// <summary>A number on the map at X, Y, beside the place at SpotX, SpotY.</summary>
    public readonly record struct Mark(string Text, string Title, double X, double Y, double SpotX, double SpotY, double HalfWidth);

    /// <summary>The land, pale, with patches and with the land where a measure was possible.</summary>
    public Picture Land()
    {
        var map = result.Landscape.Map;
        var labels = species.Network.Patches.Labels;
        var possible = new bool[map.Grid.CellCount];
        foreach (var unit in result.Candidates.Units)
            foreach (var cell in unit.Changes[species.Index]?.Cells ?? []) possible[cell] = true;
        return Picture.Draw(map.Grid, cell => map.Cells[cell] != 0, cell => labels[cell] > 0 ? 1 : map.Cells[cell] == 0 ? -1 : 0,
            cell => labels[cell] > 0 ? Habitat : map.Cells[cell] == 0 ? null : possible[cell] ? model.LandColour(map.Cells[cell] - 1).Towards(Possible, 0.45) : model.LandColour(map.Cells[cell] - 1));
    }

    /// <summary>The chosen places as one SVG path.</summary>
    public string Chosen(Picture picture) => string.Concat(result.Chosen.Select(chosen => picture.Outline(ZoneGeometry.ToGeometry(chosen.Unit.Candidate.Facts.Place.Zone))));

    /// <summary>Straight lines between the patches that the plan brings together most, as one SVG path.</summary>
    public string Joins(Picture picture) => string.Concat(model.PairsOf(species).Select(pair =>
    {
        var ((x1, y1), (x2, y2)) = (picture.At(pair.From.X, pair.From.Y), picture.At(pair.To.X, pair.To.Y));
        return FormattableString.Invariant($"M{x1:0.#} {y1:0.#}L{x2:0.#} {y2:0.#}");
    }));

    /// <summary>The numbers of the places that the table lists; none hides another.</summary>
    public Mark[] Marks(Picture picture)
    {
        var room = new MarkPlacement(picture.Width, picture.Height);
        return [.. result.Chosen.Take(result.Request.Top).Select(chosen =>
        {
            var (x, y) = PlanPageModel.CentreOf(chosen.Unit);
            var text = Languages.Texts.Id(chosen.Rank);
            var spot = picture.At(x, y);
            var halfWidth = Math.Max(HalfMark, HalfDigit * text.Length + 3) * picture.Unit;
            var at = room.Place(spot.X, spot.Y, halfWidth, HalfMark * picture.Unit);
            return new Mark(text, model.Texts.Colon(text, model.MeasureName(chosen.Unit)), at.X, at.Y, spot.X, spot.Y, halfWidth);
        })];
    }

    /// <summary>Outlines of the protected sites.</summary>
    public string Sites(Picture picture) => string.Concat((result.Landscape.Sites ?? []).Select(site => picture.Outline(site.Shape)));
}
