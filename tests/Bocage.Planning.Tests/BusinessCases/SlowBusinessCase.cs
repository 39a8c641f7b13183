namespace Bocage.Planning.Tests;

/// <summary>The business case once more, year by year from what the docstrings say: no factors, no lines, no scaling; contracts, loans and measures are lived through.</summary>
internal sealed class SlowBusinessCase
{
    private readonly BusinessCaseInputs inputs;
    private readonly int years;
    private readonly List<(SchemeUse Use, bool IsReward, double[] Euros)> payments = [];

    public SlowBusinessCase(BusinessCaseInputs inputs, IReadOnlyList<SchemeUse> uses)
    {
        this.inputs = inputs;
        years = inputs.Setting.Years;
        foreach (var use in uses) Pay(use);
        Cut();
        Net = new double[inputs.Parties.Count, years + 1];
        for (var year = 0; year <= years; year++)
        {
            foreach (var measure in inputs.Measures)
            {
                var party = inputs.Parties.Select(other => other.Id).ToList().IndexOf(measure.Party);
                foreach (var part in Enum.GetValues<CostPart>()) Net[party, year] -= Cost(measure, part, year);
            }

            foreach (var (use, _, euros) in payments)
            {
                Net[use.Party, year] += euros[year];
                Net[inputs.Parties.Select(party => party.Id).ToList().IndexOf(inputs.Schemes[use.Scheme].Payer), year] -= euros[year];
            }
        }
    }

    public double[,] Net { get; }

    public SortedSet<(int Scheme, int Measure)> CutAway { get; } = [];

    private static double Grown(double rate, int from, int to)
    {
        var factor = 1.0;
        for (var year = from; year < to; year++) factor *= 1 + rate;
        for (var year = to; year < from; year++) factor /= 1 + rate;
        return factor;
    }

    private List<int> Investments(PlannedMeasure measure)
    {
        var made = new List<int> { measure.StartYear };
        if (measure.IsRenewed && measure.LifetimeYears is { } life)
            for (var year = measure.StartYear + life; year < years; year += life) made.Add(year);
        return made;
    }

    private static bool Works(PlannedMeasure measure, int year)
    {
        if (year <= measure.StartYear) return false;
        return measure.IsRenewed || measure.LifetimeYears is null || year - measure.StartYear <= measure.LifetimeYears;
    }

    private static double Working(PlannedMeasure measure, int year)
    {
        if (!Works(measure, year)) return 0;
        var share = 1.0;
        for (var k = 0; k < measure.RampUp.Count && k < year - measure.StartYear; k++) share = measure.RampUp[k];
        return share;
    }

    private double Cost(PlannedMeasure measure, CostPart part, int year)
    {
        var (perUnit, rate, share) = part switch
        {
            CostPart.Investment => (measure.Costs.Investment, inputs.Setting.InvestmentIndexation, Investments(measure).Contains(year) ? 1 : 0),
            CostPart.Upkeep => (measure.Costs.UpkeepPerYear, inputs.Setting.UpkeepIndexation, Works(measure, year) ? 1 : 0),
            _ => (measure.Costs.LostIncomePerYear, inputs.Setting.LostIncomeIndexation, Working(measure, year)),
        };
        if (share == 0) return 0;
        return perUnit is null ? double.NaN : perUnit.Likely * measure.Quantity * share * Grown(rate, measure.Costs.PriceYear ?? inputs.Setting.FirstYear, inputs.Setting.FirstYear + year);
    }

    private static double Size(PlannedMeasure measure, MeasureUnit unit)
    {
        if (measure.Unit == unit) return measure.Quantity;
        if (unit is MeasureUnit.Metre or MeasureUnit.Piece) return double.NaN;
        var squareMetres = measure.Unit == MeasureUnit.Hectare ? measure.Quantity * 10_000 : measure.Unit == MeasureUnit.SquareMetre ? measure.Quantity : measure.AreaHa * 10_000 ?? double.NaN;
        return unit == MeasureUnit.Hectare ? squareMetres / 10_000 : squareMetres;
    }

    private void Pay(SchemeUse use)
    {
        var scheme = inputs.Schemes[use.Scheme];
        var party = inputs.Parties[use.Party];
        var measure = use.Measure < 0 ? null : inputs.Measures[use.Measure];
        var signed = Math.Max(measure?.StartYear ?? 0, scheme.OpenFrom is { } open ? open - inputs.Setting.FirstYear : 0);

        // The years in which a yearly payment falls: contract after contract.
        var inContract = new bool[years + 1];
        for (var from = signed; from < years && (from == signed || scheme.IsRenewable); from += scheme.TermYears)
            for (var year = from + 1; year <= Math.Min(years, from + scheme.TermYears); year++) inContract[year] = measure is null || Works(measure, year);

        // The years in which a sum is paid: the last one and its term behind.
        var withSum = new bool[years + 1];
        var freeFrom = signed;
        if (measure is not null)
        {
            foreach (var year in Investments(measure).Where(year => year <= years && year >= signed && (year == signed || scheme.IsRenewable)))
            {
                if (year < freeFrom) continue;
                withSum[year] = true;
                freeFrom = year + scheme.TermYears;
            }
        }

        double Index(int year) => Grown(scheme.Indexation, scheme.PriceYear ?? inputs.Setting.FirstYear, inputs.Setting.FirstYear + year);
        double[] Row(bool[] when, Func<int, double> euros) => [.. Enumerable.Range(0, years + 1).Select(year => when[year] ? euros(year) : 0)];
        double Between(double euros, double least, double? most) => euros < least ? 0 : most is { } cap && euros > cap ? cap : euros;

        if (scheme.Reward is Credit credit)
        {
            Lend(use, credit, signed, scheme.TermYears);
            return;
        }

        payments.Add((use, true, scheme.Reward switch
        {
            YearlyPayment yearly => Row(inContract, year => Between(yearly.Rates[use.Variant].Euros * Size(measure!, yearly.Unit) * Index(year), 0, yearly.MostPerYear)),
            CostShare share => Row(share.Of == CostPart.Investment ? withSum : inContract, year => Between(share.Share * (share.Standard is { } standard ? standard * Size(measure!, share.Unit) * Index(year) : Cost(measure!, share.Of, year)), share.Least, share.Most)),
            Grant grant => Row(withSum, year => Between((LumpOf(grant, Size(measure!, grant.Unit)) + grant.EurosPerUnit * Size(measure!, grant.Unit)) * Index(year), grant.Least, grant.Most)),
            ResultPayment result => Row(inContract, year => ResultOf(result, measure!, year) is var much && much < result.LeastResult ? 0 : Between(much * (PriceOf(result, inputs.Setting.FirstYear + year) ?? result.Price.Likely * Index(year)), 0, result.MostPerYear)),
            AmountPayment amount => Row(inContract, year => Between(amount.Rate.Likely * (party.Amounts.TryGetValue(amount.Amount, out var given) ? given.Likely : double.NaN) * (amount.IsShare ? 1 : Index(year)), 0, amount.MostPerYear)),
            InterestRebate rebate => Row(inContract, year => party.Loan is not { } loan ? double.NaN : Between(Owed(loan, year) * Math.Min(rebate.Points, loan.InterestRate), 0, rebate.MostPerYear)),
            KpiPayment kpi => Row(inContract, year => PointsOf(kpi, party).Select(points => Between((BandOf(kpi, points) + points * kpi.EurosPerPoint) * Index(year), 0, kpi.MostPerYear)).Distinct().ToArray() is [var one] ? one : double.NaN),
            _ => throw new NotSupportedException(),
        }));
    }

    private static double LumpOf(Grant grant, double size)
    {
        var lump = 0.0;
        foreach (var next in grant.Lumps) if (size >= next.FromQuantity) lump = next.Euros;
        return lump;
    }

    private static double ResultOf(ResultPayment payment, PlannedMeasure measure, int year) =>
        measure.Results.TryGetValue(payment.Result, out var perUnit) ? perUnit.Likely * measure.Quantity * Working(measure, year) : double.NaN;

    private static double? PriceOf(ResultPayment payment, int year)
    {
        if (payment.Path.Count == 0) return null;
        if (year <= payment.Path[0].Year) return payment.Path[0].Euros;
        for (var k = 1; k < payment.Path.Count; k++)
        {
            if (year > payment.Path[k].Year) continue;
            var share = (double)(year - payment.Path[k - 1].Year) / (payment.Path[k].Year - payment.Path[k - 1].Year);
            return payment.Path[k - 1].Euros * (1 - share) + payment.Path[k].Euros * share;
        }

        return payment.Path[^1].Euros;
    }

    private static double Owed(Loan loan, int year)
    {
        var owed = loan.Principal;
        for (var k = 1; k < year; k++) owed -= loan.Principal / loan.Years;
        return year > loan.Years ? 0 : owed;
    }

    // All points that there can be: each value that is missing tried as every step and none.
    private List<double> PointsOf(KpiPayment payment, Party party)
    {
        var values = party.KpiValues.GetValueOrDefault(payment.Scorecard);
        List<double> sums = [0];
        foreach (var kpi in inputs.Scorecards.First(card => card.Id == payment.Scorecard).Kpis)
        {
            List<double> points = [];
            if (values is not null && values.TryGetValue(kpi.Id, out var value)) points.Add(kpi.Steps.Where(step => kpi.IsMoreBetter ? step.Value <= value : step.Value >= value).Select(step => step.Points).DefaultIfEmpty(0).Max());
            else points = [0, .. kpi.Steps.Select(step => step.Points)];
            sums = [.. sums.SelectMany(_ => points, (sum, more) => sum + more)];
        }

        return sums;
    }

    private static double BandOf(KpiPayment payment, double points) => payment.Bands.Where(band => band.FromPoints <= points).Select(band => band.Euros).DefaultIfEmpty(0).Max();

    // The account of a loan, from signing to the last year.
    private void Lend(SchemeUse use, Credit credit, int signed, int term)
    {
        var euros = new double[years + 1];
        if (signed <= years)
        {
            var lent = credit.Share * Cost(inputs.Measures[use.Measure], CostPart.Investment, signed);
            if (credit.Most < lent) lent = credit.Most.Value;
            var debt = lent;
            euros[signed] += lent;
            for (var age = 1; age <= term && signed + age <= years; age++)
            {
                euros[signed + age] -= debt * credit.InterestRate;
                var back = age <= credit.GraceYears ? 0 : age == term ? debt : lent / (term - credit.GraceYears);
                euros[signed + age] -= back;
                debt -= back;
            }

            if (signed + term > years) euros[years] -= debt;
        }

        payments.Add((use, false, euros));
    }

    private void Cut()
    {
        for (var m = 0; m < inputs.Measures.Count; m++)
        {
            var cost = 0.0;
            for (var year = 0; year <= years; year++) foreach (var part in Enum.GetValues<CostPart>()) cost += Cost(inputs.Measures[m], part, year);
            var bound = payments.Where(payment => payment.Use.Measure == m && payment.IsReward && inputs.Schemes[payment.Use.Scheme] is { IsPublic: true, Rules.MostPublicShareOfCost: not null }).Select(payment => payment.Use.Scheme).Distinct()
                .Order().OrderBy(scheme => inputs.Schemes[scheme].Rules.MostPublicShareOfCost).ToList();
            foreach (var scheme in bound)
            {
                var all = payments.Where(payment => payment.Use.Measure == m && payment.IsReward && inputs.Schemes[payment.Use.Scheme].IsPublic).Sum(payment => payment.Euros.Sum());
                var own = payments.Where(payment => payment.Use.Measure == m && payment.Use.Scheme == scheme).ToList();
                var sum = own.Sum(payment => payment.Euros.Sum());
                var most = inputs.Schemes[scheme].Rules.MostPublicShareOfCost!.Value * cost;
                if (sum == 0 || all <= most) continue;
                var may = most - (all - sum);
                if (may <= 1e-9 * sum) CutAway.Add((scheme, m));
                var share = may <= 1e-9 * sum ? 0 : may / sum;
                foreach (var payment in own)
                    for (var year = 0; year <= years; year++) if (payment.Euros[year] != 0) payment.Euros[year] *= share;
            }
        }
    }
}
