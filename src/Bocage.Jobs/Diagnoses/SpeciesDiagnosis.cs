using Bocage.Formats;
using Bocage.Jobs.Runs;
using Bocage.Landscapes;

namespace Bocage.Jobs.Diagnoses;

/// <summary>The network as one species sees it: patches, links, what each is worth, and the gaps.</summary>
public sealed class SpeciesDiagnosis
{
    // A way that costs a tenth of the longest link more than the best one is still nearly as good.
    private const double CorridorWidthShare = 0.1;

    /// <summary>Its place among the species of the diagnosis, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its patches and links.</summary>
    public required SpeciesNetwork Network { get; init; }

    /// <summary>The species.</summary>
    public SpeciesProfile Profile => Network.Profile;

    /// <summary>Its name in the language of the report.</summary>
    public string Name => Network.Name;

    /// <summary>The codes that are habitat to it.</summary>
    public IReadOnlyList<int> Habitat => Network.Habitat;

    /// <summary>Its patches.</summary>
    public PatchMap Patches => Network.Patches;

    /// <summary>The links that function, as least-cost paths.</summary>
    public IReadOnlyList<LeastCostLink> Links => Network.Links;

    /// <summary>Groups of patches that reach each other.</summary>
    public required Components Components { get; init; }

    /// <summary>Indices, and what each patch and link is worth.</summary>
    public required ConnectivityImportance Importance { get; init; }

    /// <summary>Gaps by what closing each would add, the best first.</summary>
    public required IReadOnlyList<RankedGap> Gaps { get; init; }

    /// <summary>Where least-cost corridors run.</summary>
    public required Raster<float> Corridors { get; init; }

    /// <summary>The outline of each patch.</summary>
    public required IReadOnlyList<IReadOnlyList<PatchOutlines.Outline>> Outlines { get; init; }

    /// <summary>The links whose loss would cost most, the worst first.</summary>
    public required IReadOnlyList<PinchLink> PinchLinks { get; init; }

    /// <summary>How much dearer than the least-cost path a way may be to count as corridor, m of effort.</summary>
    public required double CorridorWidthM { get; init; }

    /// <summary>How far ways were searched, m of effort.</summary>
    public double SearchedM => Network.SearchedM;

    /// <summary>The whole map with land cover, ha.</summary>
    public required double LandscapeHa { get; init; }

    /// <summary>Habitat in patches, ha.</summary>
    public double HabitatHa => Network.HabitatHa;

    /// <summary>Equivalent connected area by PC, ha.</summary>
    public double EcaHa => EquivalentConnectedArea.Of(Importance.PcNumerator).Hectares;

    /// <summary>Equivalent connected area by IIC, ha.</summary>
    public double EcaIicHa => EquivalentConnectedArea.Of(Importance.IicNumerator).Hectares;

    /// <summary>Probability of connectivity, 0–1.</summary>
    public double PcIndex => ProbabilityOfConnectivity.Index(Importance.PcNumerator, Area.FromHectares(LandscapeHa));

    /// <summary>Integral index of connectivity, 0–1.</summary>
    public double IicIndex => IntegralIndexOfConnectivity.Index(Importance.IicNumerator, Area.FromHectares(LandscapeHa));

    /// <summary>Effective mesh size of the patches, ha.</summary>
    public double MeshHa => EffectiveMeshSize.Of([.. Patches.Patches.Select(patch => patch.AreaHa)], LandscapeHa);

    /// <summary>Diagnoses the network of one species.</summary>
    /// <param name="number">Its place among the species, from 1.</param>
    /// <param name="map">The land-cover map.</param>
    /// <param name="profile">The species.</param>
    /// <param name="request">Parameters.</param>
    /// <param name="resistance">A resistance raster for every species, or null to use the profile's table.</param>
    /// <param name="clock">Keeps time and reports progress.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static SpeciesDiagnosis Of(
        int number, LandCover map, SpeciesProfile profile, DiagnosisRequest request, ResistanceSurface? resistance, RunClock clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(clock);
        var network = SpeciesNetwork.Of(map, profile, request, resistance, clock, cancellation);
        var (name, surface, patches, links, graph) = (network.Name, network.Surface, network.Patches, network.Links, network.Graph);
        var importance = clock.Step($"{name}: importance", p => ConnectivityImportance.Of(graph, profile.Dispersal, new(), p, cancellation));
        var gaps = clock.Step($"{name}: gaps", p => RankedGap.Of(map, surface, patches, network.Ways, graph, profile, p, cancellation));
        var corridors = clock.Step($"{name}: corridors", p =>
            NetworkCorridors.Of(surface, patches, links, profile.MaximumLinkM * CorridorWidthShare, profile.Neighbours, p, cancellation));
        return new()
        {
            Number = number,
            Network = network,
            Components = Components.Of(graph),
            Importance = importance,
            Gaps = gaps,
            Corridors = corridors,
            CorridorWidthM = profile.MaximumLinkM * CorridorWidthShare,
            Outlines = clock.Step($"{name}: outlines", _ => PatchOutlines.Of(patches, cancellation)),
            PinchLinks = PinchLink.Of(patches, links, importance, request.Top),
            LandscapeHa = map.CountCells().PerCode.Sum() * map.Grid.CellAreaHa,
        };
    }
}
