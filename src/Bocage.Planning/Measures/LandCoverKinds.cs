namespace Bocage.Planning;

/// <summary>The kinds of land cover by the names that files use.</summary>
public static class LandCoverKinds
{
    private static readonly string[] Names = [.. Enum.GetNames<LandCoverKind>().Select(ToId)];

    /// <summary>All names, in the order of <see cref="LandCoverKind"/>.</summary>
    public static IReadOnlyList<string> Ids => Names;

    /// <summary>The name of a kind in files, such as <c>species_rich_grassland</c>.</summary>
    public static string IdOf(LandCoverKind kind) => Names[(int)kind];

    /// <summary>The kind with a name, or null.</summary>
    public static LandCoverKind? Find(string id)
    {
        var place = Array.IndexOf(Names, id);
        return place < 0 ? null : (LandCoverKind)place;
    }

    private static string ToId(string name) =>
        string.Concat(name.Select((letter, k) => char.IsUpper(letter) ? (k == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}
