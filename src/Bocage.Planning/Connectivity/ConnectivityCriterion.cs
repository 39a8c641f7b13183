using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>How the values of several cases (species) become one number. Every form rises with each case, so that bounds per case bound the whole.</summary>
public abstract record ConnectivityCriterion
{
    private protected ConnectivityCriterion() { }

    /// <summary>The number, from the value of each case.</summary>
    /// <param name="cases">Value of each case, ≥ 0.</param>
    public abstract double Value(ReadOnlySpan<double> cases);

    /// <summary>A number ≥ 0.</summary>
    public sealed record Constant(double Number) : ConnectivityCriterion
    {
        /// <inheritdoc/>
        public override double Value(ReadOnlySpan<double> cases) => Number;
    }

    /// <summary>The value of one case.</summary>
    public sealed record OfCase(int Case) : ConnectivityCriterion
    {
        /// <inheritdoc/>
        public override double Value(ReadOnlySpan<double> cases) => cases[Case];
    }

    /// <summary>A factor ≥ 0 times something.</summary>
    public sealed record Scaled(double Factor, ConnectivityCriterion Inner) : ConnectivityCriterion
    {
        /// <inheritdoc/>
        public override double Value(ReadOnlySpan<double> cases) => Factor * Inner.Value(cases);
    }

    /// <summary>The square root: turns Σ S·P·T into an equivalent connected area.</summary>
    public sealed record SquareRoot(ConnectivityCriterion Inner) : ConnectivityCriterion
    {
        /// <inheritdoc/>
        public override double Value(ReadOnlySpan<double> cases) => Math.Sqrt(Inner.Value(cases));
    }

    /// <summary>The sum of parts.</summary>
    public sealed record Sum(ImmutableArray<ConnectivityCriterion> Parts) : ConnectivityCriterion
    {
        /// <inheritdoc/>
        public override double Value(ReadOnlySpan<double> cases)
        {
            var sum = 0.0;
            foreach (var part in Parts) sum += part.Value(cases);
            return sum;
        }
    }

    /// <summary>The product of parts.</summary>
    public sealed record Product(ImmutableArray<ConnectivityCriterion> Parts) : ConnectivityCriterion
    {
        /// <inheritdoc/>
        public override double Value(ReadOnlySpan<double> cases)
        {
            var product = 1.0;
            foreach (var part in Parts) product *= part.Value(cases);
            return product;
        }
    }

    /// <summary>The least of parts; at least one part.</summary>
    public sealed record Minimum(ImmutableArray<ConnectivityCriterion> Parts) : ConnectivityCriterion
    {
        /// <inheritdoc/>
        public override double Value(ReadOnlySpan<double> cases)
        {
            var least = double.PositiveInfinity;
            foreach (var part in Parts) least = Math.Min(least, part.Value(cases));
            return least;
        }
    }

    /// <summary>Σ weight · √(value of the case): the weighted equivalent connected area of several species, in the unit of their qualities.</summary>
    /// <param name="weights">Weight of each case, ≥ 0.</param>
    public static ConnectivityCriterion EquivalentConnectedArea(IEnumerable<double> weights) =>
        new Sum([.. weights.Select((weight, k) => (ConnectivityCriterion)new Scaled(weight, new SquareRoot(new OfCase(k))))]);
}
