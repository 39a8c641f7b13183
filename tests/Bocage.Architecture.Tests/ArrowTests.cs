using System.Reflection;

namespace Bocage.Architecture.Tests;

/// <summary>The arrows of DESIGN and ARCHITECTURE.md: who may know whom.</summary>
public class ArrowTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Bocage.Landscapes"] = [],
        ["Bocage.Planning"] = ["Bocage.Landscapes"],
        ["Bocage.Formats"] = ["Bocage.Planning", "Bocage.Landscapes"],
        ["Bocage.Data"] = ["Bocage.Formats", "Bocage.Planning", "Bocage.Landscapes"],
        ["Bocage.Jobs"] = ["Bocage.Data", "Bocage.Formats", "Bocage.Planning", "Bocage.Landscapes"],
        ["Bocage.Web"] = ["Bocage.Jobs", "Bocage.Data", "Bocage.Formats", "Bocage.Planning", "Bocage.Landscapes"],
        ["bocage-cli"] = ["Bocage.Jobs", "Bocage.Data", "Bocage.Formats", "Bocage.Planning", "Bocage.Landscapes"],
    };

    public static TheoryData<string> Assemblies => [.. OurAssemblies().Select(assembly => assembly.GetName().Name!)];

    [Theory, MemberData(nameof(Assemblies))]
    public void Nothing_points_the_other_way(string name)
    {
        var known = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!).Where(IsOurs);
        Assert.Empty(known.Except(MayKnow[name]));
    }

    [Theory]
    [InlineData("Bocage.Landscapes")]
    [InlineData("Bocage.Planning")]
    public void A_pure_library_stands_on_the_base_class_library_alone(string name)
    {
        var strangers = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(reference => !IsOurs(reference) && !reference.StartsWith("System.", StringComparison.Ordinal));
        Assert.Empty(strangers);
    }

    [Theory]
    [InlineData("Bocage.Landscapes")]
    [InlineData("Bocage.Planning")]
    [InlineData("Bocage.Formats")]
    [InlineData("Bocage.Data")]
    public void Public_types_are_sealed_static_or_abstract(string name)
    {
        var open = Assembly.Load(name).GetExportedTypes().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false });
        Assert.Empty(open.Select(type => type.FullName));
    }

    private static bool IsOurs(string name) => MayKnow.ContainsKey(name);

    private static IEnumerable<Assembly> OurAssemblies() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Select(Path.GetFileNameWithoutExtension)
            .Where(name => IsOurs(name!)).Select(name => Assembly.Load(name!));
}
