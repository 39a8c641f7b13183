using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Someone who pays or gains by a plan. What is not known is null or absent, and never 0.</summary>
public sealed record Party
{
    /// <summary>Its name for files, unique among the parties of a case.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What it is.</summary>
    public required PartyKind Kind { get; init; }

    /// <summary>Where it lies: its municipality, province, country by name; none at all means not known.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Its income today, € a year.</summary>
    public double? IncomeToday { get; init; }

    /// <summary>Money at hand at the start, €.</summary>
    public double? Cash { get; init; }

    /// <summary>How far its money may fall below 0, €; null when there is no limit that is known.</summary>
    public double? CreditLimit { get; init; }

    /// <summary>What money is worth less to it each year; null for the rate of the case.</summary>
    public double? DiscountRate { get; init; }

    /// <summary>The loan it has, to which an interest rebate applies.</summary>
    public Loan? Loan { get; init; }

    /// <summary>Yearly amounts that rewards go by, by name: kg of milk, € of lease, € of water levy.</summary>
    public IReadOnlyDictionary<string, Estimate> Amounts { get; init; } = new Dictionary<string, Estimate>();

    /// <summary>What is known of it, by name, for the conditions of schemes.</summary>
    public IReadOnlyDictionary<string, double> Facts { get; init; } = new Dictionary<string, double>();

    /// <summary>Its values on scorecards, with the plan carried out: by scorecard, then by KPI.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> KpiValues { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, double>>();
}
