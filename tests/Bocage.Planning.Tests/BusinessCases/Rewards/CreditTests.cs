using static Bocage.Planning.Tests.MadeCase;

namespace Bocage.Planning.Tests;

public class CreditTests
{
    private static readonly PlannedMeasure Barn = Measure("barn", 1, MeasureUnit.Piece, 50_000);

    private static Scheme Loan(Credit credit, int term) => Scheme("loan", credit, term, payer: "bank", kind: PartyKind.Bank);

    // 80 % of 50,000 at 2 %, five years, the first of grace. Interest on what is owed: 800, 800, 600, 400, 200; 10,000 back in years 2 to 5.
    [Fact]
    public void A_loan_with_a_year_of_grace()
    {
        var made = One(Setting(7, 0.02), Barn, Loan(new(0.8, 0.02, 1), 5));
        Same([40_000, -800, -10_800, -10_600, -10_400, -10_200, 0, 0], Paid(made));
        Same([-10_000, -800, -10_800, -10_600, -10_400, -10_200, 0, 0], made.Parties[0].Net);
        Assert.Equal(0, CashFlow.NetPresentValue(Paid(made), 0.02), 6); // worth nothing at its own rate
        Assert.Equal(0.02, CashFlow.InternalRateOfReturn(made.Parties[1].Net.AsSpan())!.Value, 10); // and the bank earns that rate
        Assert.Equal([CashFlowKind.Credit, CashFlowKind.Interest], made.Lines.Where(line => line is { Party: 0, Scheme: 0 }).Select(line => line.Kind));
    }

    // The case ends in year 3: the 30,000 still owed after one repayment fall due, so that the loan is still worth nothing at its own rate. At most 30,000: 30,000 lent, 7,500 back each year.
    [Fact]
    public void A_loan_longer_than_the_case_is_settled_in_its_last_year()
    {
        var made = One(Setting(3), Barn, Loan(new(0.8, 0.02, 1), 5));
        Same([40_000, -800, -10_800, -30_600], Paid(made));
        Assert.Equal(0, CashFlow.NetPresentValue(Paid(made), 0.02), 6);
        Same([30_000, -600, -8_100, -22_950], Paid(One(Setting(3), Barn, Loan(new(0.8, 0.02, 1, 30_000), 5))));
    }

    // Lent in the last year it falls due at once: nothing is left of it, and no debt either.
    [Fact]
    public void A_loan_in_the_last_year_leaves_no_debt() => Same([0, 0, 0], Paid(One(Setting(2), Barn with { StartYear = 2 }, Loan(new(0.8, 0.02), 5))));

    // The bank lends from 2028, year 2, on; the barn of year 0 is paid by then. One that is made anew in year 2 is lent for.
    [Fact]
    public void Nothing_is_lent_before_the_scheme_opens()
    {
        Same([0, 0, 0, 0, 0], Paid(One(Setting(4), Barn, Loan(new(0.8, 0), 2) with { OpenFrom = 2028 })));
        Same([0, 0, 40_000, -20_000, -20_000], Paid(One(Setting(4), Barn with { LifetimeYears = 2, IsRenewed = true }, Loan(new(0.8, 0), 2) with { OpenFrom = 2028 })));
    }

    [Fact]
    public void For_an_investment_that_is_not_known_the_loan_is_not_known() => Same([double.NaN, double.NaN, double.NaN, 0], Paid(One(Setting(3), Measure("barn", 1, MeasureUnit.Piece, null), Loan(new(0.8, 0.02), 2))));

    // Likely nothing, possibly 100: nothing is lent.
    [Fact]
    public void What_is_lent_goes_by_the_likely_cost()
    {
        var maybe = Barn with { Costs = Barn.Costs with { Investment = new(0, 0, 100) } };
        Same([0, 0, 0], Paid(One(Setting(2), maybe, Loan(new(0.8, 0.02), 2))));
    }
}
