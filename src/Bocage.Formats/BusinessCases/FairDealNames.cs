using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Who may top up a plan, by name.</summary>
/// <param name="Payers">The parties that may pay.</param>
/// <param name="MostPerParty">The most that one party may get extra, present value in €; null for no limit.</param>
public sealed record FairDealNames(IReadOnlyList<FairDealPayerName> Payers, double? MostPerParty)
{
    /// <summary>The same by the indices of a case.</summary>
    /// <exception cref="BadInputException">A payer is neither a party of the case nor pays one of its schemes, or does not spend public money.</exception>
    public FairDealTerms In(BusinessCaseInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new([.. Payers.Select(payer => new FairDealPayer(IndexOf(payer.Party, inputs), payer.BudgetPerYear, payer.BudgetTotal))], MostPerParty);
    }

    private static int IndexOf(string payer, BusinessCaseInputs inputs)
    {
        var party = inputs.Parties.FirstOrDefault(party => party.Id == payer) ?? throw new BadInputException($"fair_deal names the payer {payer}, who is neither a party nor pays a scheme.");
        return party.Kind.SpendsPublicMoney()
            ? inputs.PartyIndex(payer)
            : throw new BadInputException($"fair_deal names the payer {payer}, who is a {CaseWords.WordOf(party.Kind)}; extra payments come from public money: name a water_board, municipality, province or state.");
    }
}

/// <summary>A party that may pay extra.</summary>
/// <param name="Party">Its name for files.</param>
/// <param name="BudgetPerYear">The most it can pay extra in a year, €; null for no limit.</param>
/// <param name="BudgetTotal">The most it can pay extra in all, € not discounted; null for no limit.</param>
public sealed record FairDealPayerName(string Party, double? BudgetPerYear, double? BudgetTotal);
