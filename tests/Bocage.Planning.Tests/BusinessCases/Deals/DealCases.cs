namespace Bocage.Planning.Tests;

/// <summary>Plans of which each party's money year by year is given.</summary>
internal static class DealCases
{
    public static readonly Party Province = new() { Id = "province", Name = new("Province X"), Kind = PartyKind.Province };

    public static Party Farm(string id, double? rate = null, double? cash = null, double? credit = null) => new() { Id = id, Name = new($"Farm {id}"), Kind = PartyKind.Farmer, DiscountRate = rate, Cash = cash, CreditLimit = credit };

    /// <summary>A plan in which each party has these amounts more or less than today, from 2026 on; NaN is not known.</summary>
    public static BusinessCase Plan(double rate, IReadOnlyList<Party> parties, params (string Party, double[] Net)[] nets)
    {
        var measures = new List<PlannedMeasure>();
        var schemes = new List<Scheme>();
        var uses = new List<SchemeUse>();
        foreach (var (party, net) in nets)
            for (var year = 0; year < net.Length; year++)
            {
                var id = $"{party} in {year}";
                var euros = net[year];
                measures.Add(StackCases.Measure(id, 1, MeasureUnit.Piece, party: party) with
                {
                    StartYear = year,
                    Costs = new() { Investment = double.IsNaN(euros) ? null : Estimate.Certain(Math.Max(0, -euros)), UpkeepPerYear = Estimate.Zero, LostIncomePerYear = Estimate.Zero },
                });
                if (!(euros > 0)) continue;
                schemes.Add(StackCases.Scheme(id, StackCases.Once(euros, MeasureUnit.Piece)));
                uses.Add(new(schemes.Count - 1, parties.ToList().FindIndex(other => other.Id == party), measures.Count - 1, 0));
            }

        return BusinessCase.Of(StackCases.Case(measures, schemes, parties, nets.Max(net => net.Net.Length) - 1, rate), uses);
    }
}
