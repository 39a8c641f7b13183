namespace Bocage.Planning;

/// <summary>What single factors do to the net present value of a party, all others at their likely value.</summary>
internal sealed class FactorEffects
{
    // What is smaller than this share of the amounts at stake is rounding.
    private const double Rounding = 1e-12;

    private readonly PartyCase party;
    private readonly IReadOnlyList<UncertainFactor> factors;
    private readonly double[] likely;
    private readonly SortedDictionary<int, List<int>> linesOf = [];

    public FactorEffects(PartyCase party, IReadOnlyList<UncertainFactor> factors)
    {
        (this.party, this.factors) = (party, factors);
        likely = [.. party.Lines.Select(line => CashFlow.NetPresentValue(line.Amounts.AsSpan(), party.DiscountRate))];
        for (var k = 0; k < party.Lines.Count; k++)
        {
            var line = party.Lines[k];
            foreach (var factor in line.Gate is { } gate ? line.Factors.Append(gate.Factor).Distinct() : line.Factors)
            {
                if (!linesOf.TryGetValue(factor, out var lines)) linesOf.Add(factor, lines = []);
                lines.Add(k);
            }
        }
    }

    /// <summary>The value at the low and at the high end of each factor, from the one that moves it most; factors that do not are left out.</summary>
    public IReadOnlyList<TornadoBar> Tornado()
    {
        var bars = new List<(TornadoBar Bar, double Range)>();
        var value = party.NetPresentValue;
        foreach (var (factor, lines) in linesOf)
        {
            var (low, high, size) = (0.0, 0.0, 0.0);
            foreach (var k in lines)
            {
                var (atLow, atHigh) = (ValueAt(party.Lines[k], factor, factors[factor].Low), ValueAt(party.Lines[k], factor, factors[factor].High));
                (low, high, size) = (low + (atLow - likely[k]), high + (atHigh - likely[k]), size + Math.Abs(atLow) + Math.Abs(atHigh));
            }

            if (Math.Max(Math.Abs(low), Math.Abs(high)) <= Rounding * size) continue;
            bars.Add((new(factor, value + low, value + high), Math.Max(Math.Max(low, high), 0) - Math.Min(Math.Min(low, high), 0)));
        }

        return [.. bars.OrderByDescending(bar => bar.Range).ThenBy(bar => bar.Bar.Factor).Select(bar => bar.Bar)];
    }

    /// <summary>Where each factor must stand, from the one that must move least.</summary>
    public IReadOnlyList<BreakEven> BreakEvens()
    {
        var found = new List<BreakEven>();
        foreach (var (factor, lines) in linesOf)
        {
            if (factors[factor].Likely == 0) continue;
            var value = new ValueByShare(party.NetPresentValue - lines.Sum(k => likely[k]));
            foreach (var k in lines) AddPieces(value, party.Lines[k], factor);
            if (value.Root(Rounding) is { } share) found.Add(new(factor, share));
        }

        return [.. found.OrderBy(even => Math.Abs(even.Share - 1)).ThenBy(even => even.Factor)];
    }

    private double ValueAt(CashFlowLine line, int factor, double value)
    {
        var product = 1.0;
        foreach (var other in line.Factors) product *= other == factor ? value : factors[other].Likely;
        var gate = line.Gate is { } gated ? gated.Factor == factor ? value : factors[gated.Factor].Likely : 1;
        var present = 0.0;
        for (var year = line.Base.Length - 1; year >= 0; year--) present = line.AmountIn(year, product, gate) + present / (1 + party.DiscountRate);
        return present;
    }

    // A line in a year is 0, then from a share on a straight line through 0, then from another on its cap.
    private void AddPieces(ValueByShare value, CashFlowLine line, int factor)
    {
        var product = 1.0;
        foreach (var any in line.Factors) product *= factors[any].Likely;
        for (var year = 0; year < line.Base.Length; year++)
        {
            var atLikely = line.Base[year] * product;
            if (atLikely == 0) continue;
            var opens = 0.0;
            if (line.Gate is { } gate)
            {
                if (gate.Factor == factor) opens = gate.Levels[year] / factors[factor].Likely;
                else if (factors[gate.Factor].Likely < gate.Levels[year]) continue;
            }

            var worth = Math.Pow(1 + party.DiscountRate, -year);
            var cap = Math.CopySign(line.Most, atLikely);
            if (!line.Factors.Contains(factor))
            {
                if (Math.Abs(atLikely) >= line.Least) value.Jump(opens, worth * (Math.Abs(atLikely) > line.Most ? cap : atLikely));
                continue;
            }

            var (starts, ends) = (Math.Max(opens, line.Least / Math.Abs(atLikely)), line.Most / Math.Abs(atLikely));
            if (starts >= ends)
            {
                value.Jump(starts, worth * cap);
                continue;
            }

            value.Bend(starts, worth * atLikely);
            if (double.IsPositiveInfinity(ends)) continue;
            value.Bend(ends, -worth * atLikely);
            value.Jump(ends, worth * cap);
        }
    }
}

/// <summary>A net present value as a function of the share of one factor: straight pieces with bends and jumps.</summary>
/// <param name="atZero">Value of all that does not hang on the factor.</param>
internal sealed class ValueByShare(double atZero)
{
    /// <summary>The greatest share that is looked at.</summary>
    public const double MostShare = 10;

    private readonly List<(double Share, double Constant, double Slope)> events = [];

    /// <summary>From a share on an amount more.</summary>
    public void Jump(double share, double euros) => events.Add((share, euros, 0));

    /// <summary>From a share on slope · share more.</summary>
    public void Bend(double share, double slope) => events.Add((share, 0, slope));

    /// <summary>The share from 0 to 10, nearest to 1, at which the value is 0, jumps past 0 or jumps away from it; null when there is none, or the value is the same at all.</summary>
    /// <param name="rounding">What is smaller than this share of the amounts is 0.</param>
    public double? Root(double rounding)
    {
        events.Sort((one, other) => one.Share.CompareTo(other.Share));
        var zero = rounding * events.Aggregate(Math.Abs(atZero), (size, change) => change.Share > MostShare ? size : size + Math.Abs(change.Constant) + MostShare * Math.Abs(change.Slope));
        double? nearest = null;
        void Found(double share)
        {
            if (nearest is not { } other || Math.Abs(share - 1) < Math.Abs(other - 1)) nearest = share;
        }

        var (constant, slope, from, next, before) = (atZero, 0.0, 0.0, 0, double.NaN);
        var (lowest, highest) = (double.PositiveInfinity, double.NegativeInfinity);
        while (true)
        {
            while (next < events.Count && events[next].Share <= from)
            {
                constant += events[next].Constant;
                slope += events[next++].Slope;
            }

            var to = next < events.Count ? Math.Min(events[next].Share, MostShare) : MostShare;
            var (start, end) = (constant + slope * from, constant + slope * to);
            (lowest, highest) = (Math.Min(lowest, Math.Min(start, end)), Math.Max(highest, Math.Max(start, end)));
            if ((before < 0 && start > 0) || (before > 0 && start < 0)) Found(from);
            if (Math.Abs(slope) * MostShare <= zero)
            {
                if (Math.Abs(start) <= zero) Found(Math.Clamp(1, from, to));
            }
            else if (-constant / slope is var root && root >= from && root <= to)
            {
                Found(root);
            }
            else if (Math.Min(Math.Abs(start), Math.Abs(end)) <= zero)
            {
                // A root that rounding put a hair past the end of its piece.
                Found(Math.Abs(start) <= Math.Abs(end) ? from : to);
            }

            if (to >= MostShare) break;
            (before, from) = (end, to);
        }

        return highest - lowest <= zero ? null : nearest;
    }
}
