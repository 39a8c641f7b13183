using Bocage.Jobs.Runs;
using Bocage.Landscapes;

namespace Bocage.Jobs.Diagnoses;

/// <summary>All that a diagnosis found, from which its files are written.</summary>
public sealed class DiagnosisResult
{
    /// <summary>What was asked.</summary>
    public required DiagnosisRequest Request { get; init; }

    /// <summary>The input files with their fingerprints.</summary>
    public required IReadOnlyList<RunInput> Inputs { get; init; }

    /// <summary>The land-cover map.</summary>
    public required LandCover Map { get; init; }

    /// <summary>Names of its classes, or null when no legend was given.</summary>
    public required LandCoverLegend? Legend { get; init; }

    /// <summary>The network of each species.</summary>
    public required IReadOnlyList<SpeciesDiagnosis> Species { get; init; }

    /// <summary>How the networks lie over the protected sites, or null when none were given.</summary>
    public required SiteOverlay? Sites { get; init; }

    /// <summary>The pressures.</summary>
    public required IReadOnlyList<PressureLayer> Pressures { get; init; }

    /// <summary>Patch, class and landscape metrics of the map.</summary>
    public required LandscapeMetrics Metrics { get; init; }

    /// <summary>Where places are.</summary>
    public required PlaceNames Places { get; init; }

    /// <summary>Shapes that had to be mended, a sentence each.</summary>
    public required IReadOnlyList<string> Mended { get; init; }

    /// <summary>Anything else the reader should know of the inputs.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>How much of a species' network is protected, or null when no sites were given.</summary>
    public NetworkProtection? ProtectionOf(SpeciesDiagnosis species) => Sites?.Protection[species.Number - 1];
}
