using System.Globalization;
using System.Xml.Linq;

namespace Bocage.Jobs.Diagnoses;

/// <summary>Styles in QGIS's own format (QML), so that the layers open as the report draws them.</summary>
internal static class QgisStyle
{
    /// <summary>Fills in rising colours by the value of a field, in classes of equal number.</summary>
    public static string GraduatedFill(string field, IReadOnlyList<double> values, params IReadOnlyList<string> colours) =>
        Graduated("fill", field, values, colours.Count, place => FillLayer(colours[place], "#6b7a70", 0.1));

    /// <summary>Lines of rising width by the value of a field, in classes of equal number.</summary>
    public static string GraduatedLine(string field, IReadOnlyList<double> values, string colour, params IReadOnlyList<double> widthsMm) =>
        Graduated("line", field, values, widthsMm.Count, place => LineLayer(colour, widthsMm[place]));

    /// <summary>One line for all, with a label from a field.</summary>
    public static string LabelledLine(string colour, double widthMm, string labelField) => Document(
        new XElement("renderer-v2", new XAttribute("type", "singleSymbol"), new XElement("symbols", Symbol("line", 0, LineLayer(colour, widthMm)))),
        new XElement("labeling", new XAttribute("type", "simple"),
            new XElement("settings",
                new XElement("text-style", new XAttribute("fieldName", labelField), new XAttribute("fontSize", 10), new XAttribute("fontWeight", 75), new XAttribute("textColor", Rgba(colour)),
                    new XElement("text-buffer", new XAttribute("bufferDraw", 1), new XAttribute("bufferSize", 1), new XAttribute("bufferColor", "255,255,255,255"))),
                new XElement("placement", new XAttribute("placement", 2)),
                new XElement("rendering", new XAttribute("drawLabels", 1)))));

    /// <summary>An outline without a fill.</summary>
    public static string Outline(string colour, double widthMm) => Document(
        new XElement("renderer-v2", new XAttribute("type", "singleSymbol"), new XElement("symbols", Symbol("fill", 0, FillLayer(null, colour, widthMm)))));

    private static string Graduated(string kind, string field, IReadOnlyList<double> values, int classes, Func<int, XElement> layer)
    {
        var limits = Limits(values, classes);
        return Document(new XElement("renderer-v2", new XAttribute("type", "graduatedSymbol"), new XAttribute("attr", field), new XAttribute("graduatedMethod", "GraduatedColor"),
            new XElement("ranges", Enumerable.Range(0, classes).Select(place => new XElement("range",
                new XAttribute("symbol", place), new XAttribute("lower", Text(limits[place])), new XAttribute("upper", Text(limits[place + 1])),
                new XAttribute("label", $"{limits[place].ToString("G3", CultureInfo.InvariantCulture)} – {limits[place + 1].ToString("G3", CultureInfo.InvariantCulture)}"), new XAttribute("render", "true")))),
            new XElement("symbols", Enumerable.Range(0, classes).Select(place => Symbol(kind, place, layer(place))))));
    }

    // Lowest value, limits between classes of equal number, highest value.
    private static double[] Limits(IReadOnlyList<double> values, int classes)
    {
        var known = values.Where(double.IsFinite).Order().DefaultIfEmpty(0).ToArray();
        return [.. Enumerable.Range(0, classes + 1).Select(place => known[(int)((long)place * (known.Length - 1) / classes)])];
    }

    private static XElement Symbol(string kind, int place, XElement layer) =>
        new("symbol", new XAttribute("type", kind), new XAttribute("name", place), new XAttribute("alpha", 1), layer);

    private static XElement FillLayer(string? colour, string outline, double widthMm) => Layer("SimpleFill",
        ("color", Rgba(colour ?? "#ffffff")), ("style", colour is null ? "no" : "solid"), ("outline_color", Rgba(outline)), ("outline_style", "solid"),
        ("outline_width", Text(widthMm)), ("outline_width_unit", "MM"));

    private static XElement LineLayer(string colour, double widthMm) => Layer("SimpleLine",
        ("line_color", Rgba(colour)), ("line_style", "solid"), ("line_width", Text(widthMm)), ("line_width_unit", "MM"), ("capstyle", "round"), ("joinstyle", "round"));

    private static XElement Layer(string type, params ReadOnlySpan<(string Key, string Value)> properties)
    {
        var layer = new XElement("layer", new XAttribute("class", type), new XAttribute("enabled", 1), new XAttribute("pass", 0), new XAttribute("locked", 0));
        foreach (var (key, value) in properties) layer.Add(new XElement("prop", new XAttribute("k", key), new XAttribute("v", value)));
        return layer;
    }

    private static string Document(params ReadOnlySpan<XElement> content)
    {
        var root = new XElement("qgis", new XAttribute("version", "3.22.0"), new XAttribute("styleCategories", "Symbology|Labeling"), new XAttribute("labelsEnabled", content.Length > 1 ? 1 : 0));
        foreach (var element in content) root.Add(element);
        return root.ToString();
    }

    private static string Rgba(string hex)
    {
        var colour = Report.Colour.Of(hex);
        return $"{colour.Red},{colour.Green},{colour.Blue},255";
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
