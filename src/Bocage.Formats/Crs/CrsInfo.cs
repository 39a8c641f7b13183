using System.Globalization;
using System.Text.RegularExpressions;

namespace Bocage.Formats;

/// <summary>The coordinate reference system (CRS) of a map or layer: which place on Earth its coordinates mean, and in what unit.</summary>
public sealed partial record CrsInfo
{
    private const double MetreTolerance = 1e-9;

    // PROJ's figure for systems that are equal in all but their names.
    private const int SameUnderAnotherName = 70;

    private CrsInfo(CrsKind kind, string name, string wkt)
    {
        Kind = kind;
        Name = name;
        Wkt = wkt;
    }

    /// <summary>No CRS is stated.</summary>
    public static CrsInfo Unknown { get; } = new(CrsKind.Unknown, "not stated", "");

    /// <summary>What the coordinates mean.</summary>
    public CrsKind Kind { get; }

    /// <summary>Its name, such as "Amersfoort / RD New".</summary>
    public string Name { get; }

    /// <summary>Its full definition as WKT; empty when not stated.</summary>
    public string Wkt { get; }

    /// <summary>Its code in a register, such as "EPSG:28992"; null when it has none.</summary>
    public string? Code { get; private init; }

    /// <summary>Metres in one unit of a projected or local CRS; null when not stated or in degrees.</summary>
    public double? UnitInMetres { get; private init; }

    /// <summary>The unit of its coordinates, such as "metre", "degree" or "US survey foot"; null when not stated.</summary>
    public string? UnitName { get; private init; }

    /// <summary>Whether it says how it is tied to the Earth. Without, coordinates moved to another CRS can be off by over 100 m.</summary>
    public bool DatumKnown { get; private init; }

    /// <summary>Whether it is the web map's Mercator, whose metres are longer than real ones everywhere but at the equator.</summary>
    public bool IsWebMercator { get; private init; }

    /// <summary>Whether a length in map units is a length in metres on the ground, near enough.</summary>
    public bool IsMetric => Kind == CrsKind.Projected && !IsWebMercator && UnitInMetres is { } metres && Math.Abs(metres - 1) < MetreTolerance;

    /// <summary>What other programs take: the code, else the WKT; null when not stated.</summary>
    public string? Reference => Code ?? (Wkt.Length == 0 ? null : Wkt);

    /// <summary>Reads a CRS that a user names: a register's code ("EPSG:3035"), WKT or a PROJ string.</summary>
    /// <exception cref="BadInputException">It is none of these, or not known.</exception>
    public static CrsInfo Parse(string text, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var shown = trimmed.Length <= 60 ? trimmed : trimmed[..60] + "…";
        // GDAL would also take files and addresses here; a user of ours cannot.
        if (!Definition().IsMatch(trimmed)) throw new BadInputException($"\"{shown}\" is not a coordinate reference system; give a code such as EPSG:3035.");
        var wkt = GdalProgram.Run("gdalsrsinfo", ["-o", "wkt2", "--single-line", trimmed], $"The coordinate reference system \"{shown}\" is not known", cancellation).Output;
        return FromWkt(wkt);
    }

    /// <summary>Name and code, for messages.</summary>
    public override string ToString() => Code is null ? Name : $"{Name} ({Code})";

    /// <summary>Reads WKT as GDAL prints it; what is no CRS is <see cref="Unknown"/>.</summary>
    internal static CrsInfo FromWkt(string? wkt)
    {
        var text = wkt?.Trim() ?? "";
        if (WktNode.TryParse(text) is not { } root) return Unknown;
        var node = Horizontal(root);
        // GeoPackage's word for "not stated", which names degrees even for a layer in metres.
        if (node.Values.FirstOrDefault()?.StartsWith("Undefined ", StringComparison.OrdinalIgnoreCase) == true) return Unknown;
        var kind = KindOf(node.Keyword);
        var unit = kind == CrsKind.Unknown ? null : UnitOf(node);
        return new(kind, node.Values.FirstOrDefault() is { Length: > 0 } name ? name : "unnamed", text)
        {
            Code = CodeOf(node) ?? CodeOf(root),
            UnitName = unit?.Values.FirstOrDefault(),
            UnitInMetres = kind == CrsKind.Projected ? unit?.Number(1) : null,
            DatumKnown = kind != CrsKind.Unknown && (root.Keyword == "BOUNDCRS" || CodeOf(node) is not null || HasNamedDatum(node)),
            IsWebMercator = node.Child("CONVERSION")?.Child("METHOD")?.Values.FirstOrDefault()?.Contains("Pseudo Mercator", StringComparison.OrdinalIgnoreCase) == true,
        };
    }

    /// <summary>The same with its code in the EPSG register, when it says none but is exactly one of them under another name.</summary>
    /// <remarks>So that a map with a code and one with the same system spelt out lie on equal grids.</remarks>
    internal CrsInfo Identified(CancellationToken cancellation)
    {
        if (Code is not null || !DatumKnown) return this;
        var answer = GdalProgram.Run("gdalsrsinfo", ["-o", "epsg", Wkt], "The coordinate reference system cannot be read", cancellation).Output;
        var confidences = Confidence().Matches(answer).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        var codes = EpsgCode().Matches(answer).Select(match => match.Value).ToArray();
        return codes is [var code] && confidences.All(percent => percent >= SameUnderAnotherName) ? this with { Code = code } : this;
    }

    // A height system or a shift to WGS 84 may be wrapped around the CRS of the plane.
    private static WktNode Horizontal(WktNode node) => node.Keyword switch
    {
        "BOUNDCRS" when node.Child("SOURCECRS")?.Children is [var source, ..] => Horizontal(source),
        "COMPOUNDCRS" when node.Children is [var first, ..] => Horizontal(first),
        _ => node,
    };

    private static CrsKind KindOf(string keyword) => keyword switch
    {
        "PROJCRS" or "PROJECTEDCRS" or "DERIVEDPROJCRS" => CrsKind.Projected,
        "GEOGCRS" or "GEOGRAPHICCRS" or "GEODCRS" or "GEODETICCRS" => CrsKind.Geographic,
        _ => CrsKind.Unknown,
    };

    private static string? CodeOf(WktNode node) => node.Child("ID") is { Values: [var authority, var code, ..] } ? $"{authority}:{code}" : null;

    private static WktNode? UnitOf(WktNode node) =>
        (node.Child("AXIS") ?? node).Child("LENGTHUNIT", "ANGLEUNIT", "UNIT") ?? node.Child("LENGTHUNIT", "ANGLEUNIT", "UNIT");

    private static bool HasNamedDatum(WktNode node)
    {
        var geographic = node.Child("BASEGEOGCRS", "BASEGEODCRS") ?? node;
        if (geographic.Child("ENSEMBLE") is not null || CodeOf(geographic) is not null) return true;
        var name = geographic.Child("DATUM")?.Values.FirstOrDefault() ?? "";
        return name.Length > 0 && !UnnamedDatum().IsMatch(name);
    }

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9_]{1,15}:[A-Za-z0-9_]{1,16}|\+(proj|init)=.+|[A-Z_]{5,20}\s*\[.+)$", RegexOptions.Singleline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"Confidence in this match: (\d+) %")]
    private static partial Regex Confidence();

    [GeneratedRegex(@"^EPSG:\d+", RegexOptions.Multiline)]
    private static partial Regex EpsgCode();

    [GeneratedRegex("^(unknown|unnamed|not[ _]specified|d_unknown|undefined)", RegexOptions.IgnoreCase)]
    private static partial Regex UnnamedDatum();
}
