namespace Bocage.Planning;

/// <summary>Who may top up a plan so that every party is at least whole, and how far.</summary>
/// <param name="Payers">Parties that may pay extra from public money.</param>
/// <param name="MostPerParty">The most that one party may get extra, present value in €; null for no limit.</param>
public sealed record FairDealTerms(IReadOnlyList<FairDealPayer> Payers, double? MostPerParty = null);

/// <summary>A party that may pay extra.</summary>
/// <param name="Party">Index of the party.</param>
/// <param name="BudgetPerYear">The most it can pay extra in a year, €; null for no limit.</param>
/// <param name="BudgetTotal">The most it can pay extra in all, € not discounted; null for no limit.</param>
public sealed record FairDealPayer(int Party, double? BudgetPerYear = null, double? BudgetTotal = null);
