namespace Bocage.Planning;

/// <summary>A case made ready for many draws: year by year the amounts that are left to work out in each of them.</summary>
/// <remarks>
/// Three things are settled once and not in every draw, none of which changes a result but by rounding. A limit that no draw can reach is left out: with factors from low to high an amount is from base · Π low to base · Π high.
/// Amounts without limits are sums over factors, so that those of one party with the same factors are one term, and those without uncertain factors a constant. Lines with the same amount but for its sign, as
/// payer and taker have, are worked out once. Amounts with a limit that can be reached are never merged. Parties whose case is not known are left out.
/// </remarks>
internal sealed class DrawnCase
{
    private readonly Dictionary<int, int> rowOfFactor = [];
    private readonly Dictionary<string, int> rowOfProduct = [];
    private readonly List<DrawnRow> rows = [];
    private readonly double spread;

    public DrawnCase(BusinessCase plan, UncertaintyOptions options)
    {
        spread = options.YearlyYieldSpread;
        Sigma = FactorDraws.Sigma(spread);
        Seed = options.Seed;
        Factors = plan.Factors;
        IsKnown = [.. plan.Parties.Select(party => party.NotKnownFrom is null)];
        Parties = plan.Parties;
        var years = plan.Inputs.Setting.Years + 1;
        Discount = [.. plan.Parties.Select(party => Enumerable.Range(0, years).Select(year => Math.Pow(1 + party.DiscountRate, -year)).ToArray())];
        List<DrawnLine> lines = [.. plan.Lines.Where(line => IsKnown[line.Party]).Select(LineOf)];
        Years = [.. Enumerable.Range(0, years).Select(year => YearOf(lines, year))];
        Rows = rows;
    }

    public int Seed { get; }

    /// <summary>σ of the chance of single years.</summary>
    public double Sigma { get; }

    public IReadOnlyList<UncertainFactor> Factors { get; }

    public IReadOnlyList<PartyCase> Parties { get; }

    public bool[] IsKnown { get; }

    /// <summary>What an amount of a year is worth at the start, by party and year.</summary>
    public double[][] Discount { get; }

    /// <summary>What terms are multiplied with: factors, and products of factors after the factors in them.</summary>
    public IReadOnlyList<DrawnRow> Rows { get; }

    public DrawnYear[] Years { get; }

    private DrawnYear YearOf(List<DrawnLine> lines, int year)
    {
        var constants = new double[Parties.Count];
        var free = new Dictionary<(int Party, int Row), double>();
        var limited = new Dictionary<(double Euros, int Row, double Least, double Most, int Gate, double Level), List<DrawnTarget>>();
        foreach (var drawn in lines)
        {
            var line = drawn.Line;
            var (euros, isMinus) = (Math.Abs(line.Base[year]) * drawn.Sure, line.Base[year] < 0);
            if (euros == 0) continue;
            var (lowest, highest) = (euros * drawn.Low, euros * drawn.High);
            var level = line.Gate?.Levels[year] ?? double.NegativeInfinity;
            if (highest < line.Least || drawn.GateHigh < level) continue;
            var least = lowest >= line.Least ? 0 : line.Least;
            var most = highest <= line.Most ? double.PositiveInfinity : line.Most;
            var isAtMost = least == 0 && lowest >= most;
            if (isAtMost) (euros, most) = (most, double.PositiveInfinity);
            var isGated = drawn.GateLow < level;
            if (least > 0 || !double.IsPositiveInfinity(most) || isGated)
            {
                var key = (euros, isAtMost ? RowOf([]) : RowOf(drawn), least, most, isGated ? RowOf([line.Gate!.Factor]) : -1, isGated ? level : 0);
                if (!limited.TryGetValue(key, out var targets)) limited.Add(key, targets = []);
                targets.Add(new(line.Party, isMinus));
            }
            else if (isAtMost || drawn.Factors.Length == 0)
            {
                constants[line.Party] += isMinus ? -euros : euros;
            }
            else
            {
                var key = (line.Party, RowOf(drawn));
                free[key] = free.GetValueOrDefault(key) + (isMinus ? -euros : euros);
            }
        }

        return new(
            constants,
            [.. free.Where(term => term.Value != 0).Select(term => new FreeTerm(term.Key.Party, term.Key.Row, term.Value))],
            [.. limited.Select(term => new LimitedTerm(term.Key.Row, term.Key.Euros, term.Key.Least, term.Key.Most, term.Key.Gate, term.Key.Level, [.. term.Value]))],
            UsedRows(free.Keys.Select(key => key.Row).Concat(limited.Keys.SelectMany(key => new[] { key.Row, key.Gate }))));
    }

    private DrawnLine LineOf(CashFlowLine line)
    {
        int[] uncertain = [.. line.Factors.Where(factor => !IsSure(factor)).Order()];
        var sure = 1.0;
        foreach (var factor in line.Factors) if (IsSure(factor)) sure *= Factors[factor].Low;
        var (low, high) = Range(uncertain);
        var (gateLow, gateHigh) = line.Gate is { } gate ? Range([gate.Factor]) : (0, 0);
        return new(line, uncertain, sure, low, high, gateLow, gateHigh);
    }

    private bool IsYearly(int factor) => Factors[factor].IsYield && spread > 0;

    private bool IsSure(int factor) => Factors[factor].Low == Factors[factor].High && !IsYearly(factor);

    // Multiplied in the order in which draws are, so that rounding cannot take a draw past an end.
    private (double Low, double High) Range(int[] factors)
    {
        if (factors.Any(IsYearly)) return (0, double.PositiveInfinity);
        var (low, high) = (1.0, 1.0);
        foreach (var factor in factors) (low, high) = (low * Factors[factor].Low, high * Factors[factor].High);
        return (low, high);
    }

    private int RowOf(DrawnLine drawn)
    {
        if (drawn.Row < 0) drawn.Row = RowOf(drawn.Factors);
        return drawn.Row;
    }

    private int RowOf(int[] factors)
    {
        if (factors.Length == 1)
        {
            if (!rowOfFactor.TryGetValue(factors[0], out var row))
            {
                rowOfFactor.Add(factors[0], row = rows.Count);
                rows.Add(new(factors[0], [], IsYearly(factors[0])));
            }

            return row;
        }

        int[] parts = [.. factors.Select(factor => RowOf([factor]))];
        var key = string.Join(' ', parts);
        if (!rowOfProduct.TryGetValue(key, out var product))
        {
            rowOfProduct.Add(key, product = rows.Count);
            rows.Add(new(-1, parts, factors.Any(IsYearly)));
        }

        return product;
    }

    /// <summary>Rows that differ from year to year and count in this one, factors before products.</summary>
    private int[] UsedRows(IEnumerable<int> used)
    {
        var yearly = new SortedSet<int>();
        foreach (var row in used.Where(row => row >= 0 && rows[row].IsYearly))
        {
            yearly.Add(row);
            foreach (var part in rows[row].Parts.Where(part => rows[part].IsYearly)) yearly.Add(part);
        }

        return [.. yearly];
    }
}

/// <summary>A line with what of it is the same in every draw and year.</summary>
/// <param name="Line">The line.</param>
/// <param name="Factors">Its factors that are not sure, in order.</param>
/// <param name="Sure">Product of those that are.</param>
/// <param name="Low">The least that the others multiply to.</param>
/// <param name="High">The most.</param>
/// <param name="GateLow">The least that the factor of the gate can be; 0 without a gate.</param>
/// <param name="GateHigh">The most.</param>
internal sealed record DrawnLine(CashFlowLine Line, int[] Factors, double Sure, double Low, double High, double GateLow, double GateHigh)
{
    /// <summary>The row of the factors; −1 when nothing asked for it.</summary>
    public int Row { get; set; } = -1;
}

/// <summary>A factor, or a product of rows before it.</summary>
/// <param name="Factor">Index of the factor; −1 for a product.</param>
/// <param name="Parts">Rows of the product; none at all means 1.</param>
/// <param name="IsYearly">Whether it differs from year to year within a draw.</param>
internal sealed record DrawnRow(int Factor, int[] Parts, bool IsYearly);

/// <summary>What happens in a year.</summary>
/// <param name="Constants">€ by party that are the same in every draw.</param>
/// <param name="Free">€ times a row.</param>
/// <param name="Limited">€ times a row, within limits.</param>
/// <param name="YearlyRows">Rows to work out anew in this year, in order.</param>
internal sealed record DrawnYear(double[] Constants, FreeTerm[] Free, LimitedTerm[] Limited, int[] YearlyRows);

/// <summary>Party gets euros · row.</summary>
internal readonly record struct FreeTerm(int Party, int Row, double Euros);

/// <summary>Targets get or pay min(euros · row, most), 0 where euros · row &lt; least or the row of the gate is below the level; gate −1 for none.</summary>
internal sealed record LimitedTerm(int Row, double Euros, double Least, double Most, int Gate, double Level, DrawnTarget[] Targets);

/// <summary>Who gets an amount, or pays it.</summary>
internal readonly record struct DrawnTarget(int Party, bool IsMinus);
