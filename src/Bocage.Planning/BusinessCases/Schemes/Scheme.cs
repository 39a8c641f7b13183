using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>A reward that someone offers for measures, results or ways of farming: who pays, how much, how long, to whom, and with what it may be stacked.</summary>
public sealed record Scheme
{
    /// <summary>Its name for files, unique within a case.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Id of the party that pays. One that the case does not list takes part as a payer only.</summary>
    public required string Payer { get; init; }

    /// <summary>The payer's name for people.</summary>
    public required LocalizedText PayerName { get; init; }

    /// <summary>What the payer is: whether its money is public.</summary>
    public required PartyKind PayerKind { get; init; }

    /// <summary>What the payer can spend on this scheme each year, €; null when no limit is known.</summary>
    public double? BudgetPerYear { get; init; }

    /// <summary>What the payer can spend on this scheme in all, €; null when no limit is known.</summary>
    public double? BudgetTotal { get; init; }

    /// <summary>How the payment is worked out.</summary>
    public required Reward Reward { get; init; }

    /// <summary>Years of a contract, 1 or more: yearly payments come in the term's years after the start.</summary>
    /// <remarks>A payment in one sum comes with an investment in the year of the start; where the scheme is renewable, again with the first investment that comes a whole term or more after the last one paid for.</remarks>
    public required int TermYears { get; init; }

    /// <summary>Whether a contract is followed by another as long as the measure lives.</summary>
    public bool IsRenewable { get; init; }

    /// <summary>First calendar year in which one can join; null when it does not say.</summary>
    public int? OpenFrom { get; init; }

    /// <summary>Last calendar year in which one can join; null when it does not say.</summary>
    public int? OpenUntil { get; init; }

    /// <summary>How much its amounts grow each year after its price year, such as 0.02.</summary>
    public double Indexation { get; init; }

    /// <summary>The year of its amounts; null when it is not known: then they count as they are from the first year on.</summary>
    public int? PriceYear { get; init; }

    /// <summary>What must be so for anyone to join.</summary>
    public SchemeConditions Conditions { get; init; } = new();

    /// <summary>What it may be stacked with.</summary>
    public SchemeRules Rules { get; init; } = new();

    /// <summary>How well the figures are known.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Where they come from.</summary>
    public IReadOnlyList<MeasureSource> Sources { get; init; } = [];

    /// <summary>Whether it is paid from public money.</summary>
    public bool IsPublic => PayerKind.SpendsPublicMoney();
}
