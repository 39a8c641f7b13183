namespace Bocage.Data.Programmes;

/// <summary>The files of a pack.</summary>
internal static class PackFileNames
{
    public const string Programme = "programme.yaml";
    public const string Sources = "sources.yaml";
    public const string Partners = "partners.yaml";
    public const string Objectives = "objectives.yaml";
    public const string Areas = "areas.yaml";
    public const string Projects = "projects.yaml";
    public const string Toolbox = "toolbox.yaml";
    public const string News = "news.yaml";
    public const string Pages = "pages";
    public const string Outlines = "outlines";

    /// <summary>The YAML files; the first two must be there.</summary>
    public static IReadOnlyList<string> Yaml { get; } = [Programme, Sources, Partners, Objectives, Areas, Projects, Toolbox, News];

    /// <summary>A name within a pack, with / on every machine.</summary>
    public static string Join(string folder, string name) => $"{folder}/{name}";
}
