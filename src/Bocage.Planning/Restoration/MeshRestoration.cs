namespace Bocage.Planning;

/// <summary>Units to restore, what they do for the effective mesh size, and how good the choice provably is.</summary>
public sealed record MeshRestoration
{
    /// <summary>The chosen units, the outcome, and MESH in ha with its upper bound; the cost is the restored area in ha.</summary>
    public required Solution Solution { get; init; }

    /// <summary>MESH before anything is restored, in ha.</summary>
    public required double MeshBefore { get; init; }

    /// <summary>MESH when the units are restored, in ha; NaN when nothing keeps the rules.</summary>
    public double Mesh => Solution.Objective;

    /// <summary>The area that restoring the units takes, in ha; NaN when nothing keeps the rules.</summary>
    public double RestoredHa => Solution.Cost;

    /// <summary>How many groups of touching units the chosen units form.</summary>
    public required int Components { get; init; }

    /// <summary>Diameter of the smallest circle around their centres, in map units (metres); 0 for one unit or none.</summary>
    public required double Diameter { get; init; }
}
