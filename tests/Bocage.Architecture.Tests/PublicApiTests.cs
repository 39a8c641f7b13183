using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Bocage.Architecture.Tests;

/// <summary>What strangers can call, in a file beside the code: a change of the public face shows in the diff.</summary>
public class PublicApiTests
{
    [Theory]
    [InlineData("Bocage.Landscapes")]
    [InlineData("Bocage.Planning")]
    public void The_public_face_is_the_one_that_was_approved(string name)
    {
        var approvedFile = Repository.PathOf($"src/{name}/PublicApi.txt");
        var now = Describe(Assembly.Load(name));
        if (File.Exists(approvedFile) && File.ReadAllText(approvedFile) == now) return;
        var received = Path.Combine(Path.GetTempPath(), $"{name}.PublicApi.txt");
        File.WriteAllText(received, now);
        Assert.Fail($"The public face of {name} changed. If that was meant: cp {received} src/{name}/PublicApi.txt");
    }

    private static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(type.FullName).Append('\n');
            foreach (var member in MembersOf(type).Distinct().Order(StringComparer.Ordinal)) text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> MembersOf(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is not MethodBase { IsSpecialName: true } or ConstructorInfo)
        .Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute)))
        .Select(member => member.ToString()!);
}
