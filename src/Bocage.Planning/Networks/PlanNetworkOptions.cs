namespace Bocage.Planning;

/// <summary>What a network counts, and how much of it is kept in the model that is optimised.</summary>
public sealed record PlanNetworkOptions
{
    /// <summary>Links between two candidate places that are passed with a lower probability are left out; 0 keeps all up to the longest link. Links with patches are always kept.</summary>
    public double LeastPlaceProbability { get; init; }

    /// <summary>What the hectares of places count for that are smaller than the smallest patch.</summary>
    public SmallPlaces SmallPlaces { get; init; } = SmallPlaces.Joined;
}

/// <summary>What becomes of the hectares of a new place that touches no patch and is smaller than the smallest patch. It is a stepping stone in any case.</summary>
public enum SmallPlaces
{
    /// <summary>They count from where chosen places that touch each other lead to a patch: the patch grows. A group of places on its own counts for nothing but itself, however large.</summary>
    Joined,

    /// <summary>They never count: the least that a plan can be worth.</summary>
    NotCounted,

    /// <summary>They always count, as if the species had no smallest patch for new habitat.</summary>
    Counted,
}
