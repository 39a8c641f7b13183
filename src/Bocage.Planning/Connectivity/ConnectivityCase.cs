using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>One network (of one species) that measures can improve: vertices with qualities, directed arcs with probabilities, and what each planning unit changes.</summary>
/// <remarks>
/// Value of a choice X: Σ over ordered pairs (s, t), s = t included, of S_X(s) · P_X(s, t) · T_X(t). S_X(v) = S(v) + the gains of the chosen units at v; T_X likewise;
/// p_X(a) = the largest of p(a) and the improved probabilities of the chosen units on a; P_X(s, t) = the largest product of p_X along a path, P_X(s, s) = 1, 0 when unreachable.
/// With S = T = area in ha the value is ECA² in ha². Not submodular: two arcs in series need each other.
/// </remarks>
public sealed record ConnectivityCase
{
    /// <summary>Its name: the species.</summary>
    public required string Name { get; init; }

    /// <summary>S(v) ≥ 0 of each vertex.</summary>
    public required ImmutableArray<double> SourceQuality { get; init; }

    /// <summary>T(v) ≥ 0 of each vertex.</summary>
    public required ImmutableArray<double> TargetQuality { get; init; }

    /// <summary>Directed arcs; parallel arcs are allowed.</summary>
    public required ImmutableArray<ConnectivityArc> Arcs { get; init; }

    /// <summary>What units add to vertices; gains add up.</summary>
    public ImmutableArray<VertexImprovement> VertexImprovements { get; init; } = [];

    /// <summary>What units make of arcs; the best of the chosen ones counts, and never less than the arc's own probability.</summary>
    public ImmutableArray<ArcImprovement> ArcImprovements { get; init; } = [];
}

/// <summary>A directed arc.</summary>
/// <param name="From">Tail, index of a vertex.</param>
/// <param name="To">Head, index of a vertex.</param>
/// <param name="Probability">Probability to pass it, 0–1.</param>
public readonly record struct ConnectivityArc(int From, int To, double Probability);

/// <summary>A unit that adds quality to a vertex.</summary>
/// <param name="Vertex">Index of the vertex.</param>
/// <param name="Unit">Index of the planning unit.</param>
/// <param name="SourceGain">Added to S, ≥ 0.</param>
/// <param name="TargetGain">Added to T, ≥ 0.</param>
public readonly record struct VertexImprovement(int Vertex, int Unit, double SourceGain, double TargetGain);

/// <summary>A unit that makes an arc easier to pass.</summary>
/// <param name="Arc">Index of the arc.</param>
/// <param name="Unit">Index of the planning unit.</param>
/// <param name="Probability">Probability to pass it when the unit is chosen, 0–1.</param>
public readonly record struct ArcImprovement(int Arc, int Unit, double Probability);
