using Bocage.Jobs.Diagnoses;
using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Jobs.Plans;

/// <summary>One species in a plan: its network today, the model that was optimised, and its landscape computed anew with the plan carried out.</summary>
public sealed class PlanSpecies
{
    /// <summary>Its place among the species, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Its network today.</summary>
    public required SpeciesNetwork Network { get; init; }

    /// <summary>What was optimised.</summary>
    public required PlanNetwork Model { get; init; }

    /// <summary>How much it counts.</summary>
    public required double Weight { get; init; }

    /// <summary>Equivalent connected area today, ha.</summary>
    public required double EcaBeforeHa { get; init; }

    /// <summary>Equivalent connected area with the plan, by the model, ha.</summary>
    public required double EcaAfterHa { get; init; }

    /// <summary>The landscape computed anew with the plan carried out; null when nothing was chosen.</summary>
    public required ChangedLandscape? Recomputed { get; init; }

    /// <summary>Its name.</summary>
    public string Name => Network.Name;

    /// <summary>What the plan adds to the connected area, by the model, ha.</summary>
    public double GainHa => EcaAfterHa - EcaBeforeHa;

    internal static SpeciesLandscape LandscapeOf(SpeciesNetwork network, LandCover map) => new()
    {
        Name = network.Name,
        Habitat = map.Habitat(network.Habitat),
        Surface = network.Surface,
        Patches = network.Patches,
        Links = network.Links,
        Neighbours = network.Profile.Neighbours,
        MinimumPatchAreaHa = network.Profile.MinimumPatchAreaHa,
        Dispersal = network.Profile.Dispersal,
        MaximumLinkM = network.Profile.MaximumLinkM,
    };
}
