using Xunit;

namespace Bocage.Testing;

/// <summary>Real data with known answers, which lies beside the repository in ../shared/data and is never copied into it.</summary>
public static class SharedData
{
    /// <summary>The full path of a file or folder there; the test is skipped, with the reason, when it is absent.</summary>
    public static string PathOf(string relative)
    {
        var path = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", relative));
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"needs ../shared/data/{relative}, which is not on this machine");
        return path;
    }
}
