using static Bocage.Planning.Tests.MadeCase;

namespace Bocage.Planning.Tests;

public class InterestRebateTests
{
    private static Party Owing(double rate, int years) => Party("farm") with { Loan = new(200_000, rate, years) };

    // 200,000 over ten years: 200,000, 180,000, 160,000 are owed in years 1, 2, 3. Half a point: 1,000, 900, 800; at most 950.
    [Fact]
    public void Half_a_point_off_what_is_owed()
    {
        Same([0, 1000, 900, 800, 0], Paid(One(Setting(4), null, Scheme("bank", new InterestRebate(0.005), 3, payer: "bank", kind: PartyKind.Bank), Owing(0.04, 10))));
        Same([0, 950, 900, 800, 0], Paid(One(Setting(4), null, Scheme("bank", new InterestRebate(0.005, 950), 3), Owing(0.04, 10))));
    }

    // A loan at 0.3 % cannot become cheaper than free: 600. After its two years nothing is owed.
    [Fact]
    public void No_more_than_the_interest_itself_and_no_longer_than_the_loan() => Same([0, 600, 300, 0], Paid(One(Setting(3), null, Scheme("bank", new InterestRebate(0.005)), Owing(0.003, 2))));

    [Fact]
    public void Without_a_loan_it_is_not_known() => Same([0, double.NaN], Paid(One(Setting(1), null, Scheme("bank", new InterestRebate(0.005)))));
}
