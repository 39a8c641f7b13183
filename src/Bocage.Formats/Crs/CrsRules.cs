namespace Bocage.Formats;

/// <summary>Which coordinate reference systems lengths and areas can be measured in.</summary>
internal static class CrsRules
{
    /// <summary>Why not, as the end of a sentence that starts with "its coordinate reference system"; null when they can.</summary>
    public static string? WhyNotMetric(CrsInfo crs) => crs switch
    {
        { Kind: CrsKind.Unknown } => "is not stated",
        { Kind: CrsKind.Geographic } => $"is in degrees ({Short(crs)})",
        { IsWebMercator: true } => $"is the web map's Mercator ({Short(crs)}), in which areas come out far too large (2.5 times at 51 degrees north)",
        { IsMetric: false } => FormattableString.Invariant($"is in another unit than metres ({crs.UnitName ?? "not stated"}, {Short(crs)})"),
        _ => null,
    };

    /// <summary>Refuses a map that cannot be measured.</summary>
    public static void RequireMetric(string path, CrsInfo crs, bool allowUnknown)
    {
        if (WhyNotMetric(crs) is not { } reason) return;
        if (crs.Kind != CrsKind.Unknown)
            throw new BadInputException($"{path} {reason}; lengths and areas need metres. Give a metric system, for example --crs EPSG:3035.");
        if (!allowUnknown)
            throw new BadInputException($"{path} does not say its coordinate reference system; lengths and areas need one in metres. Name the one it is in, for example --assume-crs EPSG:31370.");
    }

    /// <summary>The CRS to count with: what the file says, else (or when that has no datum) what the user says it is.</summary>
    public static CrsInfo Effective(CrsInfo stated, string? assumed, CancellationToken cancellation) =>
        assumed is null || stated.DatumKnown ? stated : CrsInfo.Parse(assumed, cancellation);

    /// <summary>Refuses to move coordinates of which nobody knows where they are.</summary>
    public static void RequireMovable(string path, CrsInfo from, CrsInfo to)
    {
        if (from.Kind == CrsKind.Unknown)
            throw new BadInputException($"{path} does not say its coordinate reference system, so it cannot be brought into {to}; name the one it is in, for example --assume-crs EPSG:31370.");
        if (!from.DatumKnown)
            throw new BadInputException($"{path} has a coordinate reference system without a datum (\"{from.Name}\"), so bringing it into {to} could shift it by over 100 m; name the real one, for example --assume-crs EPSG:31370.");
    }

    private static string Short(CrsInfo crs) => crs.Code ?? crs.Name;
}
