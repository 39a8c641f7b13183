namespace Bocage.Planning;

/// <summary>What a choice of units to restore must keep to.</summary>
public sealed record RestorationRules
{
    /// <summary>Rules with a largest restored area.</summary>
    /// <param name="maximumAreaHa">The most that may be restored, in ha, 0 or more and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The area is negative, infinite or NaN.</exception>
    public RestorationRules(double maximumAreaHa) => MaximumAreaHa = Checked(maximumAreaHa, nameof(maximumAreaHa), "The largest restored area");

    /// <summary>The most that may be restored, in ha.</summary>
    public double MaximumAreaHa { get; }

    /// <summary>The least that must be restored, in ha; 0 when nothing must be.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The area is negative, infinite or NaN.</exception>
    public double MinimumAreaHa
    {
        get;
        init => field = Checked(value, nameof(value), "The least restored area");
    }

    /// <summary>The largest diameter, in map units (metres), of the smallest circle around the centres of the chosen units; null when they may lie anywhere.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The diameter is negative, infinite or NaN.</exception>
    public double? MaximumDiameter
    {
        get;
        init => field = value is { } diameter ? Checked(diameter, nameof(value), "The largest diameter") : null;
    }

    /// <summary>Whether the diameter counts a step north or south as long as one east or west, the width of a unit, as restoptr does; false for true distances. The same for square units.</summary>
    public bool DiameterInUnitWidths { get; init; }

    /// <summary>The most groups of touching units that the chosen units may form; null for no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? MaximumComponents
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The chosen units form at least one group.");
    }

    /// <summary>The fewest groups of touching units that the chosen units may form; 0 for no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int MinimumComponents
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of groups is 0 or more.");
    }

    /// <summary>Whether a restored area is within the most.</summary>
    internal bool AllowsAtMost(double areaHa) => areaHa <= Loose(MaximumAreaHa);

    /// <summary>Whether a restored area is at least the least.</summary>
    internal bool AllowsAtLeast(double areaHa) => areaHa >= MinimumAreaHa - LinearConstraint.Tolerance * Math.Max(1, MinimumAreaHa);

    /// <summary>Whether a circle is small enough.</summary>
    internal bool AllowsDiameter(double diameter) => MaximumDiameter is not { } most || diameter <= Loose(most);

    /// <summary>Whether the number of groups is allowed.</summary>
    internal bool AllowsComponents(int components) => components >= MinimumComponents && components <= (MaximumComponents ?? int.MaxValue);

    /// <summary>Whether there is any rule on the number of groups.</summary>
    internal bool LimitsComponents => MaximumComponents is not null || MinimumComponents > 0;

    /// <summary>A limit with room for rounding, as in <see cref="LinearConstraint"/>.</summary>
    internal static double Loose(double limit) => limit + LinearConstraint.Tolerance * Math.Max(1, limit);

    private static double Checked(double value, string name, string what) =>
        double.IsFinite(value) && value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, $"{what} is 0 or more, and finite.");
}
