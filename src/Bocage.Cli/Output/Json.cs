using Bocage.Formats;

namespace Bocage.Cli.Output;

/// <summary>One JSON document on standard output and nothing else.</summary>
internal static class Json
{
    public static void Print<T>(T document) => Console.Out.WriteLine(JsonText.Of(document));
}
