namespace Bocage.Landscapes;

/// <summary>What a link is worth: the share of connectivity that is lost when it is removed, in % of the total.</summary>
/// <remarks>Range: 0 (every pair has an equal way round) to below 100; NaN ("not known") when no patch has area.</remarks>
/// <param name="DPc">% of the PC numerator that is lost without the link.</param>
/// <param name="DIic">% of the IIC numerator that is lost without the link; NaN when it was not asked for.</param>
public readonly record struct LinkImportance(double DPc, double DIic);
