namespace Bocage.Planning;

/// <summary>Schemes that one party takes up together.</summary>
/// <param name="Uses">What it takes up, in the order of schemes, measures and variants.</param>
/// <param name="Value">Present value of all payments to it, €, at its discount rate.</param>
public sealed record Stack(IReadOnlyList<SchemeUse> Uses, double Value);
