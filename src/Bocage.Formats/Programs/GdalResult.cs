namespace Bocage.Formats;

/// <summary>What a GDAL program said.</summary>
/// <param name="Output">Its standard output.</param>
/// <param name="Warnings">Its warnings, without "Warning 1:".</param>
internal sealed record GdalResult(string Output, IReadOnlyList<string> Warnings);
