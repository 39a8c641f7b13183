namespace Bocage.Planning;

/// <summary>The linear programme of a fair deal; see <see cref="FairDeals"/>.</summary>
/// <param name="plan">The plan.</param>
/// <param name="terms">Who may pay, and how far.</param>
/// <param name="parties">Indices of the parties that are to be whole.</param>
internal sealed class FairDealModel(BusinessCase plan, FairDealTerms terms, int[] parties)
{
    /// <summary>Payments and lacks up to this are rounding, €.</summary>
    private const double Rounding = 1e-6;

    // Weights that put one aim before the next: limits, cost, years of loss, an early year, the first payer. They keep the order unless a euro of one buys more of the next than their ratio; smaller ones drown in the tolerances of programs.
    private static (double Cost, double Beyond, double Late, double Payer) Weights(bool isElastic) => isElastic ? (1e-4, 1e-7, 1e-8, 1e-9) : (1, 1e-6, 1e-7, 1e-8);

    private readonly int years = plan.Inputs.Setting.Years + 1;

    /// <summary>Whether every party is whole and solvent without any payment.</summary>
    public bool IsFulfilled => Array.TrueForAll(parties, party => Lack(party) <= Rounding && Enumerable.Range(0, years).All(year => LackOfMoney(party, year) <= Rounding));

    /// <summary>The payments and the limits that give way; payments are null when the program gave none.</summary>
    public (SolveOutcome Outcome, IReadOnlyList<ExtraPayment>? Payments, IReadOnlyList<FairDealLimit> Relax) Solve(IMixedIntegerSolver program, TimeLeft time, bool isElastic, CancellationToken cancellation)
    {
        var model = new LinearModel(maximises: false);
        var (cost, beyond, late, order) = Weights(isElastic);
        for (var payer = 0; payer < terms.Payers.Count; payer++)
            for (var party = 0; party < parties.Length; party++)
                for (var year = 0; year < years; year++) model.Continuous(0, double.PositiveInfinity, Worth(year) * (cost + late * year / years + order * payer / terms.Payers.Count));
        for (var party = 0; party < parties.Length; party++)
        {
            AddNeeds(model, party);
            AddLosses(model, party, beyond);
        }

        var slacks = AddLimits(model, isElastic);
        var result = program.Solve(model, time.Limits, cancellation);
        if (result.Values.Count == 0) return (result.Outcome, null, []);
        return (result.Outcome, Exact([.. Payments(result.Values)]), Broken(slacks, result.Values));
    }

    private static List<FairDealLimit> Broken(List<(FairDealLimit Limit, int Slack)> slacks, IReadOnlyList<double> values) =>
        [.. slacks.Where(slack => values[slack.Slack] > Rounding).Select(slack => slack.Limit with { Needed = slack.Limit.Given + values[slack.Slack] })];

    // Programs give some eight digits: payments are raised by what a party then lacks.
    private ExtraPayment[] Exact(ExtraPayment[] payments)
    {
        foreach (var party in parties)
        {
            for (var year = 0; year < years; year++) Raise(party, year, LackOfMoney(party, year), _ => 1);
            Raise(party, years - 1, Lack(party), at => Math.Pow(1 + plan.Parties[party].DiscountRate, -at));
        }

        return payments;

        void Raise(int party, int until, double needed, Func<int, double> worth)
        {
            var lacking = needed - payments.Where(payment => payment.To == party && payment.Year <= until).Sum(payment => payment.Euros * worth(payment.Year));
            var last = Array.FindLastIndex(payments, payment => payment.To == party && payment.Year <= until);
            if (lacking > 0 && last >= 0) payments[last] = payments[last] with { Euros = payments[last].Euros + lacking / worth(payments[last].Year) };
        }
    }

    private IEnumerable<ExtraPayment> Payments(IReadOnlyList<double> values)
    {
        for (var payer = 0; payer < terms.Payers.Count; payer++)
            for (var party = 0; party < parties.Length; party++)
                for (var year = 0; year < years; year++)
                    if (values[Variable(payer, party, year)] is > Rounding and var euros) yield return new(terms.Payers[payer].Party, parties[party], year, euros);
    }

    private int Variable(int payer, int party, int year) => (payer * parties.Length + party) * years + year;

    private double Worth(int year) => Math.Pow(1 + plan.Inputs.Setting.DiscountRate, -year);

    // What a party lacks to be whole, in present value at its own rate.
    private double Lack(int party) => Math.Max(0, -plan.Parties[party].NetPresentValue);

    // What its money lacks in a year to stay above the credit limit.
    private double LackOfMoney(int party, int year)
    {
        if (plan.Inputs.Parties[party] is not { Cash: { } cash, CreditLimit: { } credit }) return 0;
        var has = cash + credit;
        for (var before = 0; before <= year; before++) has += plan.Parties[party].Net[before];
        return Math.Max(0, -has);
    }

    private IEnumerable<LinearTerm> ToParty(int party, Func<int, double> weight, int until = int.MaxValue) =>
        from payer in Enumerable.Range(0, terms.Payers.Count) from year in Enumerable.Range(0, years) where year <= until select new LinearTerm(Variable(payer, party, year), weight(year));

    private void AddNeeds(LinearModel model, int party)
    {
        var rate = plan.Parties[parties[party]].DiscountRate;
        if (Lack(parties[party]) is > 0 and var lack) model.Row(ToParty(party, year => Math.Pow(1 + rate, -year)), lack, double.PositiveInfinity);
        var most = 0.0;
        for (var year = 0; year < years; year++)
        {
            // Sums of payments never fall, so only a new low of the money asks for more.
            var lacking = LackOfMoney(parties[party], year);
            if (lacking <= most) continue;
            most = lacking;
            model.Row(ToParty(party, _ => 1, year), lacking, double.PositiveInfinity);
        }
    }

    // The limits, each with a slack when it may give way; the one for all parties has one slack for all.
    private List<(FairDealLimit Limit, int Slack)> AddLimits(LinearModel model, bool isElastic)
    {
        var slacks = new List<(FairDealLimit Limit, int Slack)>();
        for (var payer = 0; payer < terms.Payers.Count; payer++)
        {
            var own = payer;
            var party = terms.Payers[payer].Party;
            if (terms.Payers[payer].BudgetPerYear is { } perYear)
                for (var year = 0; year < years; year++) AtMost(Enumerable.Range(0, parties.Length).Select(to => new LinearTerm(Variable(own, to, year), 1)), perYear, Slack(FairDealLimitKind.YearlyBudget, party, year, perYear));
            if (terms.Payers[payer].BudgetTotal is { } total)
                AtMost(from to in Enumerable.Range(0, parties.Length) from year in Enumerable.Range(0, years) select new LinearTerm(Variable(own, to, year), 1), total, Slack(FairDealLimitKind.TotalBudget, party, -1, total));
        }

        if (terms.MostPerParty is { } most)
        {
            var slack = Slack(FairDealLimitKind.MostPerParty, -1, -1, most);
            for (var party = 0; party < parties.Length; party++) AtMost(ToParty(party, Worth), most, slack);
        }

        return slacks;

        LinearTerm[] Slack(FairDealLimitKind kind, int payer, int year, double limit)
        {
            if (!isElastic) return [];
            slacks.Add((new(kind, payer, year, limit, limit), model.Continuous(0, double.PositiveInfinity, 1)));
            return [new(slacks[^1].Slack, -1)];
        }

        void AtMost(IEnumerable<LinearTerm> terms, double limit, LinearTerm[] slack) => model.Row([.. terms, .. slack], double.NegativeInfinity, limit);
    }

    // What is paid beyond the loss of each year.
    private void AddLosses(LinearModel model, int party, double weight)
    {
        for (var year = 0; year < years; year++)
        {
            var here = year;
            var beyond = model.Continuous(0, double.PositiveInfinity, weight * Worth(year));
            model.Row([.. ToParty(party, at => at == here ? 1 : 0).Where(term => term.Coefficient > 0), new(beyond, -1)], double.NegativeInfinity, Math.Max(0, -plan.Parties[parties[party]].Net[year]));
        }
    }
}
