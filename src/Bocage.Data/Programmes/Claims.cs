namespace Bocage.Data.Programmes;

/// <summary>What several claims say together.</summary>
public static class Claims
{
    /// <summary>The claims that hold now: those of the latest year, or all where none names a year.</summary>
    /// <remarks>A figure of 2020 and one of 2024 do not disagree; two of 2024, or two without a year, can.</remarks>
    public static IEnumerable<Claim> Current(this IReadOnlyList<Claim> claims)
    {
        var latest = claims.Max(claim => claim.Year);
        return claims.Where(claim => claim.Year == latest);
    }

    /// <summary>Whether sources disagree: two claims for the same year, or without one, that say different things.</summary>
    public static bool AreDisputed(this IReadOnlyList<Claim> claims) =>
        claims.GroupBy(claim => claim.Year).Any(year => year.Select(claim => (claim.Low, claim.High)).Distinct().Count() > 1);
}
