namespace Bocage.Planning;

/// <summary>What weighs on nature, by the names that catalogues use.</summary>
public static class Pressures
{
    /// <summary>Nitrogen that comes down from the air.</summary>
    public const string NitrogenDeposition = "nitrogen_deposition";

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        NitrogenDeposition, "eutrophication", "acidification", "desiccation", "pollution", "fragmentation", "sealing", "heat", "flooding", "uniformity",
    ];

    /// <summary>Whether a pressure comes from the air, so that only a source measure can lower it.</summary>
    public static bool IsDeposition(string pressure)
    {
        ArgumentNullException.ThrowIfNull(pressure);
        return pressure.EndsWith("_deposition", StringComparison.Ordinal);
    }
}
