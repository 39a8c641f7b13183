using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>How sure the business case of a plan is for each party: many draws of all that is uncertain, and each uncertain factor by itself.</summary>
/// <remarks>
/// In a draw every factor has one value (<see cref="FactorDraws.Value"/>) for all parties and lines that name it, and a yield besides a chance of its own in every year (<see cref="FactorDraws.InYear"/>). Caps, least amounts and
/// gates are heeded in every draw and year, as in <see cref="CashFlowLine.AmountIn"/>. Different factors are independent of each other.
/// The same seed gives the same bits on any number of cores. Cost: draws × years × lines with limits, a vector of draws at a time, and the drawing of each yield in each year; 16 bytes per party and draw.
/// Method: docs/methods/uncertainty-of-a-case.md.
/// </remarks>
public static class CaseUncertainty
{
    // Draws worked out at once: rows and sums of a block stay in the caches of a core.
    private const int Block = 128;
    private const double ShareOfDraws = 0.9;

    /// <summary>The uncertainty of every party, in the order of <see cref="BusinessCase.Parties"/>.</summary>
    /// <param name="plan">The case.</param>
    /// <param name="options">How it is drawn; 10,000 draws when null.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Heard after each block of draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no draw, or the spread of yields is below 0 or not finite.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<PartyUncertainty> Of(BusinessCase plan, UncertaintyOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Of(plan, options ?? new(), Block, Environment.ProcessorCount, progress, cancellation);

    /// <summary>The same with a number of draws in a block, rounded up to whole vectors, and a number of threads.</summary>
    internal static PartyUncertainty[] Of(BusinessCase plan, UncertaintyOptions options, int block, int threads, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Draws, 1, nameof(options));
        if (!(options.YearlyYieldSpread >= 0 && double.IsFinite(options.YearlyYieldSpread)))
            throw new ArgumentOutOfRangeException(nameof(options), options.YearlyYieldSpread, "The spread of yields from year to year is 0 or more, such as 0.15.");
        cancellation.ThrowIfCancellationRequested();
        var drawn = new DrawnCase(plan, options);
        var values = plan.Parties.Select((_, party) => new double[drawn.IsKnown[party] ? options.Draws : 0]).ToArray();
        var lows = values.Select(all => new double[all.Length]).ToArray();
        var size = VectorMath.Rounded(block);
        Workers.Map(
            (options.Draws - 1) / size + 1, threads, () => new DrawnBlock(drawn, size),
            (work, k) =>
            {
                work.Run((long)k * size);
                var (first, count) = (k * size, Math.Min(size, options.Draws - k * size));
                for (var party = 0; party < values.Length; party++)
                {
                    if (!drawn.IsKnown[party]) continue;
                    work.NetPresentValue(party)[..count].CopyTo(values[party].AsSpan(first));
                    work.LiquidityLow(party)[..count].CopyTo(lows[party].AsSpan(first));
                }

                return count;
            },
            PartOfProgress.Of(progress, 0, ShareOfDraws), cancellation);
        return Workers.Map(
            plan.Parties.Count, threads, () => plan.Factors,
            (factors, party) => drawn.IsKnown[party] ? Known(plan.Parties[party], party, factors, values[party], lows[party]) : NotKnown(party),
            PartOfProgress.Of(progress, ShareOfDraws, 1), cancellation);
    }

    private static PartyUncertainty Known(PartyCase party, int index, IReadOnlyList<UncertainFactor> factors, double[] values, double[] lows)
    {
        var effects = new FactorEffects(party, factors);
        return new()
        {
            Party = index,
            // The cent of PartyCase.IsWhole: what is paid back in full must not hang on rounding.
            ChanceWhole = (double)values.Count(value => value >= -0.01) / values.Length,
            NetPresentValue = QuantilesOf(values),
            LiquidityLow = QuantilesOf(lows),
            Tornado = effects.Tornado(),
            BreakEvens = effects.BreakEvens(),
        };
    }

    private static PartyUncertainty NotKnown(int party)
    {
        var none = new Quantiles(double.NaN, double.NaN, double.NaN);
        return new() { Party = party, ChanceWhole = double.NaN, NetPresentValue = none, LiquidityLow = none, Tornado = [], BreakEvens = [] };
    }

    /// <summary>The least draws that at least 5 %, 50 % and 95 % of all do not pass; the order of the draws is lost.</summary>
    private static Quantiles QuantilesOf(double[] values)
    {
        Array.Sort(values);
        double Reached(long percent) => values[(percent * values.Length + 99) / 100 - 1];
        return new(Reached(5), Reached(50), Reached(95));
    }
}
