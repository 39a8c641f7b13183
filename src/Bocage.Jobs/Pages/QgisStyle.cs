using System.Globalization;
using System.Xml.Linq;

namespace Bocage.Jobs.Pages;

/// <summary>Styles in QGIS's own format (QML), so that the layers open as the report draws them: one species at a time, the first of them switched on.</summary>
internal static class QgisStyle
{
    /// <summary>Values of a field for one species, from which the limits of its classes follow.</summary>
    public readonly record struct Network(string Species, IReadOnlyList<double> Values);

    /// <summary>Fills in rising colours by the value of a field; each but the first colour starts above a share of the values.</summary>
    public static string RisingFill(string field, IReadOnlyList<Network> networks, IReadOnlyList<double> shares, params IReadOnlyList<string> colours) =>
        Document(Rules("fill", [.. networks.Select(network => (network.Species, Classes(field, network.Values, shares)))], place => FillLayer(colours[place], "#6b7a70", 0.1)));

    /// <summary>Lines of rising width by the value of a field; each but the first width starts above a share of the values.</summary>
    public static string RisingLine(string field, IReadOnlyList<Network> networks, string colour, IReadOnlyList<double> shares, params IReadOnlyList<double> widthsMm) =>
        Document(Rules("line", [.. networks.Select(network => (network.Species, Classes(field, network.Values, shares)))], place => LineLayer(colour, widthsMm[place])));

    /// <summary>One line for all, with a label from a field.</summary>
    public static string LabelledLine(IReadOnlyList<string> species, string colour, double widthMm, string labelField) => Document(
        Rules("line", [.. species.Select(name => (name, Whole))], _ => LineLayer(colour, widthMm)),
        Labels(labelField, colour));

    /// <summary>An outline without a fill.</summary>
    public static string Outline(IReadOnlyList<string> species, string colour, double widthMm) =>
        Document(Rules("fill", [.. species.Select(name => (name, Whole))], _ => FillLayer(null, colour, widthMm)));

    /// <summary>Fills by rule: each with a label, the features it takes, its fill (null for none) and its outline; labels from a field when one is named.</summary>
    public static string Fills(IReadOnlyList<(string Label, string Filter, string? Fill, string Outline, double WidthMm)> rules, string? labelField = null)
    {
        var root = new XElement("rules", new XAttribute("key", "root"));
        var symbols = new XElement("symbols");
        foreach (var (rule, k) in rules.Select((rule, k) => (rule, k)))
        {
            symbols.Add(Symbol("fill", k, FillLayer(rule.Fill, rule.Outline, rule.WidthMm)));
            root.Add(new XElement("rule", new XAttribute("key", $"rule{k}"), new XAttribute("symbol", k), new XAttribute("label", rule.Label), new XAttribute("filter", rule.Filter)));
        }

        var renderer = new XElement("renderer-v2", new XAttribute("type", "RuleRenderer"), root, symbols);
        return labelField is null ? Document(renderer) : Document(renderer, Labels(labelField, rules[0].Outline));
    }

    // A rule that takes every feature of its species.
    private static (string Label, string Filter)[] Whole => [("", "TRUE")];

    private static XElement Rules(string kind, IReadOnlyList<(string Species, (string Label, string Filter)[] Classes)> networks, Func<int, XElement> layer)
    {
        var root = new XElement("rules", new XAttribute("key", "root"));
        var symbols = new XElement("symbols");
        for (var k = 0; k < networks.Count; k++)
        {
            var (species, classes) = networks[k];
            var ofSpecies = new XElement("rule", new XAttribute("key", $"species{k}"), new XAttribute("label", species), new XAttribute("checkstate", k == 0 ? 1 : 0),
                new XAttribute("filter", $"\"species\" = '{species.Replace("'", "''", StringComparison.Ordinal)}'"));
            for (var place = 0; place < classes.Length; place++)
            {
                // QGIS gives a symbol to the first rule that asks for it, and none to the next: each rule has its own.
                var symbol = k * classes.Length + place;
                symbols.Add(Symbol(kind, symbol, layer(place)));
                ofSpecies.Add(new XElement("rule", new XAttribute("key", $"species{k}class{place}"), new XAttribute("symbol", symbol),
                    new XAttribute("label", classes[place].Label), new XAttribute("filter", classes[place].Filter)));
            }

            root.Add(ofSpecies);
        }

        return new("renderer-v2", new XAttribute("type", "RuleRenderer"), root, symbols);
    }

    private static (string Label, string Filter)[] Classes(string field, IReadOnlyList<double> values, IReadOnlyList<double> shares)
    {
        var known = values.Where(double.IsFinite).Order().DefaultIfEmpty(0).ToArray();
        double[] limits = [.. shares.Select(share => known[(int)(share * (known.Length - 1))])];
        return
        [
            .. Enumerable.Range(0, limits.Length + 1).Select(place => place == 0 ? ($"{field} ≤ {Short(limits[0])}", $"\"{field}\" <= {Text(limits[0])}")
                : place == limits.Length ? ($"{field} > {Short(limits[^1])}", $"\"{field}\" > {Text(limits[^1])}")
                : ($"{field} {Short(limits[place - 1])} – {Short(limits[place])}", $"\"{field}\" > {Text(limits[place - 1])} AND \"{field}\" <= {Text(limits[place])}")),
        ];
    }

    private static XElement Labels(string field, string colour) => new("labeling", new XAttribute("type", "simple"),
        new XElement("settings",
            new XElement("text-style", new XAttribute("fieldName", field), new XAttribute("fontSize", 10), new XAttribute("fontWeight", 75), new XAttribute("textColor", Rgba(colour)),
                new XElement("text-buffer", new XAttribute("bufferDraw", 1), new XAttribute("bufferSize", 1), new XAttribute("bufferColor", "255,255,255,255"))),
            new XElement("placement", new XAttribute("placement", 2)),
            new XElement("rendering", new XAttribute("drawLabels", 1))));

    private static string Short(double value) => value.ToString("G3", CultureInfo.InvariantCulture);

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
        var colour = Colour.Of(hex);
        return $"{colour.Red},{colour.Green},{colour.Blue},255";
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
