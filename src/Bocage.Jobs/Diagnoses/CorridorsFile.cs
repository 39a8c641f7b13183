using Bocage.Formats;

namespace Bocage.Jobs.Diagnoses;

/// <summary>Writes corridors.tif: a band per species with how much dearer than the least-cost path a way through the cell is, in metres of effort.</summary>
internal static class CorridorsFile
{
    public static void Write(string path, DiagnosisResult result, CancellationToken cancellation) =>
        RasterFile.WriteCog(path, [.. result.Species.Select(species => new ValueBand($"{species.Name}: effort above the least-cost path (m × resistance)", species.Corridors))], cancellation: cancellation);
}
