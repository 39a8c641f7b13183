namespace Bocage.Landscapes;

/// <summary>What <see cref="ConnectivityImportance"/> computes, so that nothing is computed in vain.</summary>
public sealed record ConnectivityOptions
{
    private readonly int threads = Environment.ProcessorCount;

    /// <summary>Whether the importance of links is wanted; about doubles the time. Default: yes.</summary>
    public bool Links { get; init; } = true;

    /// <summary>Whether IIC and its importances are wanted. Default: yes.</summary>
    public bool Iic { get; init; } = true;

    /// <summary>How many threads work at once, 1 or more; the results are the same to the last bit. Default: one per processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is 0 or less.</exception>
    public int Threads
    {
        get => threads;
        init => threads = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of threads must be 1 or more.");
    }
}
