using System.Collections.Immutable;
using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Which units of a grid to restore to habitat, so that the effective mesh size (<see cref="EffectiveMeshSize"/>) becomes largest.</summary>
/// <remarks>
/// Restoring a unit makes all of it habitat; it then belongs to the patch of every habitat unit it touches. MESH = Σ (n·u)² / A: n units in a patch, u the area of a unit,
/// A the area of the landscape, in ha. What restoring costs is counted in hectares that must be restored, so units that are nearly habitat are cheap.
/// The restopt problem: Justeau-Allaire et al. (2021), J. Appl. Ecol., doi:10.1111/1365-2664.13803; docs/methods/mesh-restoration.md.
/// </remarks>
public sealed class RestorationProblem
{
    /// <summary>A problem on a grid of units.</summary>
    /// <param name="habitat">Which units are habitat now.</param>
    /// <param name="restorableHa">Per unit the area that restoring it takes, in ha, 0 or more; NaN for a unit that may not be chosen. Habitat is never chosen, whatever stands there.</param>
    /// <param name="rules">What a choice must keep to.</param>
    /// <param name="landscapeHa">Area of the landscape in ha, at least that of the habitat; null for the whole grid.</param>
    /// <param name="neighbourhood">Which units touch.</param>
    /// <exception cref="ArgumentException">There is not one area per unit, an area is negative or infinite, or the landscape is smaller than its habitat.</exception>
    public RestorationProblem(
        HabitatMap habitat, IReadOnlyList<double> restorableHa, RestorationRules rules, double? landscapeHa = null, Neighbourhood neighbourhood = Neighbourhood.Rook)
    {
        ArgumentNullException.ThrowIfNull(habitat);
        ArgumentNullException.ThrowIfNull(restorableHa);
        ArgumentNullException.ThrowIfNull(rules);
        if (neighbourhood is not (Neighbourhood.Rook or Neighbourhood.Queen))
            throw new ArgumentOutOfRangeException(nameof(neighbourhood), neighbourhood, "The neighbourhood is rook (4) or queen (8).");
        if (restorableHa.Count != habitat.Cells.Length)
            throw new ArgumentException($"A grid of {habitat.Cells.Length} units needs as many restorable areas; got {restorableHa.Count}.", nameof(restorableHa));
        (Habitat, Rules, Neighbourhood) = (habitat, rules, neighbourhood);
        RestorableHa = [.. restorableHa.Select((area, unit) => habitat.Cells[unit] == 1 ? double.NaN : area)];
        var wrong = RestorableHa.FirstOrDefault(area => area < 0 || double.IsInfinity(area));
        if (wrong != 0) throw new ArgumentException(FormattableString.Invariant($"A restorable area is 0 ha or more, and finite; got {wrong}."), nameof(restorableHa));
        LandscapeHa = landscapeHa ?? habitat.Cells.Length * UnitHa;
        var habitatHa = habitat.Cells.Count(cell => cell == 1) * UnitHa;
        if (!(LandscapeHa > 0) || double.IsInfinity(LandscapeHa) || LandscapeHa < habitatHa * (1 - 1e-9))
            throw new ArgumentOutOfRangeException(nameof(landscapeHa), landscapeHa, FormattableString.Invariant($"The landscape is finite and at least as large as its habitat, {habitatHa} ha."));
    }

    /// <summary>Which units are habitat now.</summary>
    public HabitatMap Habitat { get; }

    /// <summary>Where the units lie.</summary>
    public Grid Grid => Habitat.Grid;

    /// <summary>Per unit the area that restoring it takes, in ha; NaN for habitat and for units that may not be chosen.</summary>
    public ImmutableArray<double> RestorableHa { get; }

    /// <summary>What a choice must keep to.</summary>
    public RestorationRules Rules { get; }

    /// <summary>Area of the landscape in ha.</summary>
    public double LandscapeHa { get; }

    /// <summary>Which units touch.</summary>
    public Neighbourhood Neighbourhood { get; }

    /// <summary>Area of one unit in ha.</summary>
    public double UnitHa => Grid.CellAreaHa;

    /// <summary>How far the centre of the unit to the south lies, as <see cref="RestorationRules.DiameterInUnitWidths"/> counts it.</summary>
    internal double StepDown => Rules.DiameterInUnitWidths ? Grid.CellWidth : Grid.CellHeight;

    /// <summary>The same problem under other rules.</summary>
    public RestorationProblem With(RestorationRules rules) => new(Habitat, RestorableHa, rules, LandscapeHa, Neighbourhood);

    /// <summary>The same problem without some units to choose from.</summary>
    /// <param name="lockedOut">Per unit whether it may not be chosen.</param>
    /// <exception cref="ArgumentException">There is not one answer per unit.</exception>
    public RestorationProblem LockOut(IReadOnlyList<bool> lockedOut)
    {
        ArgumentNullException.ThrowIfNull(lockedOut);
        if (lockedOut.Count != RestorableHa.Length)
            throw new ArgumentException($"A grid of {RestorableHa.Length} units needs as many answers; got {lockedOut.Count}.", nameof(lockedOut));
        return new(Habitat, [.. RestorableHa.Select((area, unit) => lockedOut[unit] ? double.NaN : area)], Rules, LandscapeHa, Neighbourhood);
    }

    /// <summary>Whether a unit may be chosen.</summary>
    public bool MayChoose(int unit) => !double.IsNaN(RestorableHa[unit]);

    /// <summary>MESH in ha when these units are restored; straight from the definition. O(units of the grid).</summary>
    public double MeshOf(IEnumerable<int> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var cells = (byte[])Habitat.Cells.Clone();
        foreach (var unit in chosen) cells[unit] = 1;
        return EffectiveMeshSize.Of(PatchDelineation.Of(new(Grid, cells), Neighbourhood).Patches.Select(patch => patch.AreaHa), LandscapeHa);
    }

    /// <summary>Whether these units may be chosen together. O(units of the grid).</summary>
    public bool Allows(IReadOnlyCollection<int> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        if (!chosen.All(MayChoose)) return false;
        var restored = RestoredHa(chosen);
        return Rules.AllowsAtMost(restored) && Rules.AllowsAtLeast(restored) && Rules.AllowsDiameter(DiameterOf(chosen)) && Rules.AllowsComponents(ComponentsOf(chosen));
    }

    /// <summary>The area that restoring these units takes, in ha.</summary>
    public double RestoredHa(IEnumerable<int> chosen) => chosen.Sum(unit => RestorableHa[unit]);

    /// <summary>How many groups of touching units these units form.</summary>
    public int ComponentsOf(IEnumerable<int> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var left = chosen.ToHashSet();
        var (groups, open) = (0, new Stack<int>());
        while (left.Count > 0)
        {
            groups++;
            open.Push(left.First());
            left.Remove(open.Peek());
            while (open.TryPop(out var unit))
                foreach (var other in UnitNeighbours.Of(Grid, unit, Neighbourhood)) if (left.Remove(other)) open.Push(other);
        }

        return groups;
    }

    /// <summary>Diameter of the smallest circle around the centres of these units, in map units; 0 for one unit or none.</summary>
    public double DiameterOf(IEnumerable<int> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        return 2 * SmallestEnclosingCircle.Of([.. chosen.Select(Grid.Position).Select(place => (place.Column * Grid.CellWidth, place.Row * StepDown))]).Radius;
    }
}
