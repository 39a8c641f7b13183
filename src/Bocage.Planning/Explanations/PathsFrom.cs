namespace Bocage.Planning;

/// <summary>Probabilities of the best paths from one vertex, and the arc by which each vertex is reached (−1 for none).</summary>
internal sealed class PathsFrom(int vertices)
{
    internal double[] Probability { get; } = new double[vertices];

    internal int[] ArcInto { get; } = new int[vertices];
}
