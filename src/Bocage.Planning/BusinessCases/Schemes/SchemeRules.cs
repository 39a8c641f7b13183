namespace Bocage.Planning;

/// <summary>With what a scheme may be stacked.</summary>
/// <remarks>
/// Two uses of schemes meet when the measures that they pay for lie on the same land, or when one of them pays the party as a whole. Rules hold among uses that meet.
/// </remarks>
public sealed record SchemeRules
{
    /// <summary>Schemes that it never goes with; holds both ways.</summary>
    public IReadOnlyList<string> Excludes { get; init; } = [];

    /// <summary>The only schemes that it goes with; null for any. Holds both ways.</summary>
    public IReadOnlyList<string>? StacksOnlyWith { get; init; }

    /// <summary>Schemes that the same party must have too; any one of its measures will do.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>Whether it is refused as soon as another scheme pays from public money.</summary>
    public bool ExcludesOtherPublicMoney { get; init; }

    /// <summary>The most that all public money together may be of the cost of the measure, 0 to 1; null for no limit.</summary>
    /// <remarks>
    /// Cost = investment, upkeep and lost income over the years of the case, not discounted. Where public money passes it, this scheme's payments are cut in one proportion to what is left; where nothing is left it is refused.
    /// Of several such schemes the one with the least share is cut first, of equals the one that comes first; each keeps its own limit, so that one that is cut to nothing binds the others no more. Where the cost is not known, neither is what is left.
    /// </remarks>
    public double? MostPublicShareOfCost { get; init; }

    /// <summary>Whether it pays for hectares that no other such scheme may pay for: never twice for the same hectare.</summary>
    public bool OncePerHectare { get; init; }

    /// <summary>Whether a result that it pays for is sold by it: no other scheme may pay for the same result of the same measure. A tonne of CO₂ has one buyer.</summary>
    public bool OncePerResult { get; init; }
}
