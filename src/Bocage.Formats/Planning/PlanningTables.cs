using System.Collections.Immutable;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>What the tables of a planning problem say: units with cost and status, features with targets, amounts, and boundaries.</summary>
public sealed record PlanningTables
{
    /// <summary>The units, in the order of their table.</summary>
    public required ImmutableArray<PlanningUnit> Units { get; init; }

    /// <summary>How much of each feature each unit holds, with the targets as amounts.</summary>
    public required FeatureAmounts Amounts { get; init; }

    /// <summary>A utility per unit, where the table has one; else empty.</summary>
    public ImmutableArray<double> Utility { get; init; } = [];

    /// <summary>Sides that two units share.</summary>
    public ImmutableArray<SharedBoundary> Shared { get; init; } = [];

    /// <summary>Length of the outer sides of each unit; empty when there are none.</summary>
    public ImmutableArray<double> Outer { get; init; } = [];

    /// <summary>The boundary length modifier (BLM) that the input names; 0 for none.</summary>
    public double BoundaryWeight { get; init; }

    /// <summary>Reads Marxan's files when the path is an input.dat or a folder with one, else a folder with units.csv, features.csv and amounts.csv.</summary>
    /// <exception cref="BadInputException">A file is missing or a row is wrong; the sentence names file and row.</exception>
    public static PlanningTables Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!Directory.Exists(path)) return MarxanInput.Read(path);
        if (File.Exists(Path.Combine(path, MarxanInput.UsualName))) return MarxanInput.Read(path);
        return File.Exists(Path.Combine(path, PlanningFolder.UnitsName))
            ? PlanningFolder.Read(path)
            : throw new BadInputException($"{path} holds neither {MarxanInput.UsualName} (Marxan) nor {PlanningFolder.UnitsName}; expected one of them.");
    }

    /// <summary>The same tables with every unit free to choose.</summary>
    public PlanningTables WithoutStatus() => this with { Units = [.. Units.Select(unit => unit with { Status = PlanningStatus.Available })] };

    /// <summary>The cheapest choice that reaches every target.</summary>
    /// <param name="boundaryWeight">Cost per unit of boundary; null for <see cref="BoundaryWeight"/>.</param>
    public PlanningProblem MinimumSet(double? boundaryWeight = null) => Problem(new MinimumSetObjective(Amounts), null, boundaryWeight);

    /// <summary>The smallest sum of relative shortfalls within a budget.</summary>
    public PlanningProblem MinimumShortfall(double budget, double? boundaryWeight = null) => Problem(new MinimumShortfallObjective(Amounts), budget, boundaryWeight);

    /// <summary>The most features held within a budget.</summary>
    public PlanningProblem MaximumCover(double budget, double? boundaryWeight = null) => Problem(new MaximumCoverObjective(Amounts), budget, boundaryWeight);

    /// <summary>The largest utility within a budget; where no utility is given, that of a unit is Σ weight · amount.</summary>
    public PlanningProblem MaximumUtility(double budget, double? boundaryWeight = null) =>
        Problem(new MaximumUtilityObjective(Utility.IsDefaultOrEmpty ? [.. Enumerable.Range(0, Units.Length).Select(WeightedAmount)] : Utility), budget, boundaryWeight);

    private PlanningProblem Problem(PlanningObjective objective, double? budget, double? boundaryWeight)
    {
        var problem = new PlanningProblem(Units, objective);
        if (budget is { } money) problem = problem.With(BudgetConstraint.Total(Units, money));
        var weight = boundaryWeight ?? BoundaryWeight;
        return weight > 0 && (Shared.Length > 0 || !Outer.IsDefaultOrEmpty) ? problem.With(new BoundaryPenalty(weight, Shared, Outer)) : problem;
    }

    private double WeightedAmount(int unit)
    {
        var sum = 0.0;
        var features = Amounts.FeaturesOf(unit);
        var amounts = Amounts.AmountsOf(unit);
        for (var entry = 0; entry < features.Length; entry++) sum += Amounts.Features[features[entry]].Weight * amounts[entry];
        return sum;
    }
}
