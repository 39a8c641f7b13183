using Bocage.Jobs.Runs;
using Bocage.Planning;

namespace Bocage.Jobs.BusinessCases;

/// <summary>What a business case came to.</summary>
public sealed record BusinessCaseResult
{
    /// <summary>What was asked.</summary>
    public required BusinessCaseRequest Request { get; init; }

    /// <summary>The files that were read.</summary>
    public required IReadOnlyList<RunInput> Inputs { get; init; }

    /// <summary>What the plan is called.</summary>
    public required string PlanName { get; init; }

    /// <summary>The connected area that the plan adds, by species; empty when the plan does not say.</summary>
    public required IReadOnlyList<SpeciesGain> Gains { get; init; }

    /// <summary>The best lawful stack of each party.</summary>
    public required IReadOnlyList<StackChoice> Stacks { get; init; }

    /// <summary>The case with the best stacks.</summary>
    public required BusinessCase Case { get; init; }

    /// <summary>The case without any scheme.</summary>
    public required BusinessCase WithoutSchemes { get; init; }

    /// <summary>The fair deal; null when nobody was named who could pay extra.</summary>
    public required FairDeal? Deal { get; init; }

    /// <summary>How sure the case of each party is, in the order of the parties.</summary>
    public required IReadOnlyList<PartyUncertainty> Uncertainty { get; init; }

    /// <summary>Years and money.</summary>
    public CaseSetting Setting => Case.Inputs.Setting;

    /// <summary>Indices of the parties that anything changes for.</summary>
    public IEnumerable<int> Touched => Enumerable.Range(0, Case.Parties.Count).Where(party => Case.Parties[party].Lines.Any(line => line.Amounts.Any(euros => euros != 0)));
}

/// <summary>What a plan adds to the connected area of a species.</summary>
/// <param name="Species">Its name.</param>
/// <param name="Ha">Hectares; NaN when not known.</param>
public sealed record SpeciesGain(string Species, double Ha);
