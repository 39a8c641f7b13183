using Bocage.Jobs.Pages;

namespace Bocage.Jobs.Diagnoses.Report;

/// <summary>A pressure drawn in classes when it has thresholds, else from low to high; values above the cap are drawn as the cap.</summary>
internal sealed class PressureDrawing
{
    private const int StepsWithoutThresholds = 5;

    private readonly ReportModel model;
    private readonly PressureLayer pressure;

    public PressureDrawing(ReportModel model, PressureLayer pressure)
    {
        this.model = model;
        this.pressure = pressure;
        Picture = Picture.Draw(pressure.Raster.Grid, cell => !pressure.Raster.IsNoData(cell), _ => 0, cell => pressure.Raster.IsNoData(cell) ? null : ColourOf(pressure.Raster.Values[cell]));
        Sites = model.Result.Sites is null ? "" : string.Concat(pressure.SiteShapes.Select(Picture.Outline));
        Line = FormattableString.Invariant($"{1.2 * Picture.Unit:0.##}");
        Dashes = FormattableString.Invariant($"{4 * Picture.Unit:0.##} {3 * Picture.Unit:0.##}");
    }

    public Picture Picture { get; }

    public string Sites { get; }

    public string Line { get; }

    public string Dashes { get; }

    public Colour ColourOfClass(int place) => Colour.OfPressure(pressure.Thresholds.Count == 0 ? 0.5 : (double)place / pressure.Thresholds.Count);

    public string NameOfClass(int place)
    {
        var limits = pressure.Thresholds;
        return place == 0 ? model.Texts.Format("pressures.below", ("to", model.Texts.Given(limits[0])))
            : place == limits.Count ? model.Texts.Format("pressures.above", ("from", model.Texts.Given(limits[^1])))
            : model.Texts.Format("pressures.from", ("from", model.Texts.Given(limits[place - 1])), ("to", model.Texts.Given(limits[place])));
    }

    /// <summary>The classes, or evenly spaced values from the lowest to the cap.</summary>
    public IEnumerable<(Colour Colour, string Label)> Legend() => pressure.Thresholds.Count > 0
        ? Enumerable.Range(0, pressure.Thresholds.Count + 1).Select(place => (ColourOfClass(place), NameOfClass(place)))
        : Enumerable.Range(0, StepsWithoutThresholds).Select(step => pressure.Minimum + (pressure.Cap - pressure.Minimum) * step / (StepsWithoutThresholds - 1))
            .Select(value => (ColourOf(value), model.Texts.Figure(value)));

    private Colour ColourOf(double value) => pressure.Thresholds.Count > 0
        ? ColourOfClass(pressure.ClassOf(value))
        : Colour.OfPressure(pressure.Cap > pressure.Minimum ? (value - pressure.Minimum) / (pressure.Cap - pressure.Minimum) : 0);
}
