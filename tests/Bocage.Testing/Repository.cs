namespace Bocage.Testing;

/// <summary>Where the repository is, seen from a running test.</summary>
public static class Repository
{
    /// <summary>The folder that holds Bocage.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file in the repository.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bocage.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No Bocage.slnx above {AppContext.BaseDirectory}.");
    }
}
