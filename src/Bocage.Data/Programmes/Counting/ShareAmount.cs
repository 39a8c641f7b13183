namespace Bocage.Data.Programmes;

/// <summary>A part of a whole, in percent. Shares of different wholes do not add up, and nothing here adds them.</summary>
public sealed record ShareAmount(double Low, double High) : CounterAmount(Unit.Percent, Low, High);
