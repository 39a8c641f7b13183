namespace Bocage.Planning;

/// <summary>How much of a network is kept in the model that is optimised.</summary>
public sealed record PlanNetworkOptions
{
    /// <summary>Links between two candidate places that are passed with a lower probability are left out; 0 keeps all up to the longest link. Links with patches are always kept.</summary>
    public double LeastPlaceProbability { get; init; }
}
