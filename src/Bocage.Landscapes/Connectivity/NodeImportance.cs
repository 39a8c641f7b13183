namespace Bocage.Landscapes;

/// <summary>What a patch is worth: the share of connectivity that is lost when it is removed, in % of the total.</summary>
/// <remarks>
/// dPC = intra + flux + connector. With N = ΣΣ aᵢ·aⱼ·p*ᵢⱼ, for patch k: intra = 100·aₖ² / N, the habitat in the patch itself; flux = 100·2aₖ·Σ_{j≠k} aⱼ·p*ₖⱼ / N,
/// what it sends to and gets from the others; connector = 100·Σ_{i,j≠k} aᵢ·aⱼ·(p*ᵢⱼ − p*ᵢⱼ without k) / N, what other patches lose because they pass through it.
/// Range: each 0 to 100 (up to rounding); they do not add up to 100 over the patches. All are NaN ("not known") when N is 0: no patch has area.
/// Saura and Rubio (2010), doi:10.1111/j.1600-0587.2009.05760.x.
/// </remarks>
/// <param name="DIic">% of the IIC numerator that is lost with the patch; NaN when it was not asked for.</param>
/// <param name="DPc">% of the PC numerator that is lost with the patch.</param>
/// <param name="Intra">Part of dPC: the habitat in the patch itself.</param>
/// <param name="Flux">Part of dPC: movement that starts or ends in the patch.</param>
/// <param name="Connector">Part of dPC: movement between other patches, for which this one is the stepping stone.</param>
public readonly record struct NodeImportance(double DIic, double DPc, double Intra, double Flux, double Connector);
