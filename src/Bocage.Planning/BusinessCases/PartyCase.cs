using System.Collections.Immutable;

namespace Bocage.Planning;

/// <summary>What a plan means to one party, against going on as today.</summary>
public sealed record PartyCase
{
    /// <summary>The party.</summary>
    public required Party Party { get; init; }

    /// <summary>Its lines.</summary>
    public required IReadOnlyList<CashFlowLine> Lines { get; init; }

    /// <summary>€ by year from year 0: what it has more (above 0) or less than today; NaN is not known.</summary>
    public required ImmutableArray<double> Net { get; init; }

    /// <summary>The discount rate it counts with.</summary>
    public required double DiscountRate { get; init; }

    /// <summary>Net present value, €; NaN when not known.</summary>
    public double NetPresentValue => CashFlow.NetPresentValue(Net.AsSpan(), DiscountRate);

    /// <summary>Internal rate of return; null where there is none, more than one, or it is not known.</summary>
    public double? InternalRateOfReturn => CashFlow.InternalRateOfReturn(Net.AsSpan());

    /// <summary>Years until the money is back for good; null when it does not come back, or it is not known.</summary>
    public double? Payback => CashFlow.Payback(Net.AsSpan());

    /// <summary>The lowest sum of money on the way and its year, counting the money at hand where that is known.</summary>
    public (double Euros, int Year) LiquidityLow => CashFlow.LowPoint(Net.AsSpan(), Party.Cash ?? 0);

    /// <summary>The net present value as an amount a year over the years of the case: how much the party has more (above 0) or less than its income of today.</summary>
    public double IncomeChange => CashFlow.AnnualEquivalent(NetPresentValue, DiscountRate, Net.Length - 1);

    /// <summary>Whether it is at least whole: its net present value is not below 0, but for a cent. Null when not known.</summary>
    public bool? IsWhole => double.IsNaN(NetPresentValue) ? null : NetPresentValue >= -0.01;

    /// <summary>First year that is not known; null when all are.</summary>
    public int? NotKnownFrom => Net.IndexOf(double.NaN) is var year and >= 0 ? year : null;
}
