using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>What the third column of a table of links holds.</summary>
public enum LinkKind
{
    /// <summary>How far it is; the kernel turns it into a probability.</summary>
    Distance,

    /// <summary>How likely it is to be covered; kept as −ln p, for <see cref="DispersalKernel.OfLogProbability"/>.</summary>
    Probability,
}
