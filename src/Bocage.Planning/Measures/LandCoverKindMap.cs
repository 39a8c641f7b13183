namespace Bocage.Planning;

/// <summary>Which kinds of land cover the codes of one map can be, and with which code a new kind is written.</summary>
/// <remarks>
/// A map often does not tell all kinds apart: then several kinds share a code, and whether such a cell is one of them is not known. Of a code that the mapping does not
/// name nothing is known: it could be any kind.
/// </remarks>
public sealed class LandCoverKindMap
{
    private readonly Dictionary<int, LandCoverKind[]> kindsByCode;
    private readonly Dictionary<LandCoverKind, int> creates;

    /// <summary>A mapping.</summary>
    /// <param name="legend">The name of the legend that the codes belong to.</param>
    /// <param name="codes">Codes by kind; a code under several kinds can be any of them.</param>
    /// <param name="creates">The one code that stands for a kind once a measure has made it; a kind that is not there cannot be shown on the map.</param>
    public LandCoverKindMap(string legend, IReadOnlyDictionary<LandCoverKind, IReadOnlyList<int>> codes, IReadOnlyDictionary<LandCoverKind, int> creates)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(legend);
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(creates);
        Legend = legend;
        kindsByCode = codes.SelectMany(pair => pair.Value.Distinct().Select(code => (code, pair.Key)))
            .GroupBy(pair => pair.code, pair => pair.Key).ToDictionary(group => group.Key, group => group.Order().ToArray());
        this.creates = new(creates);
    }

    /// <summary>The legend that the codes belong to.</summary>
    public string Legend { get; }

    /// <summary>The kinds that a code can be; empty when the mapping does not name it.</summary>
    public IReadOnlyList<LandCoverKind> KindsOf(int code) => kindsByCode.GetValueOrDefault(code) ?? [];

    /// <summary>The code that stands for a kind that a measure has made, or null when the map cannot show it.</summary>
    public int? CodeFor(LandCoverKind kind) => creates.TryGetValue(kind, out var code) ? code : null;

    /// <summary>Whether a cell with a code is of one of some kinds: true, false, or null when the map does not tell.</summary>
    public bool? IsAny(int code, IReadOnlyCollection<LandCoverKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        var possible = KindsOf(code);
        if (possible.Count == 0) return null;
        var fitting = possible.Count(kinds.Contains);
        return fitting == possible.Count ? true : fitting == 0 ? false : null;
    }
}
