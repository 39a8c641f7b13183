namespace Bocage.Planning;

/// <summary>How the payment of a scheme is worked out: one class for each shape that rewards have.</summary>
public abstract record Reward
{
    private protected Reward()
    {
    }

    /// <summary>Whether it pays the party as a whole, once, whatever its measures.</summary>
    public virtual bool PaysParty => false;

    /// <summary>Names of its variants, of which one is taken; a single empty name for a reward without variants.</summary>
    public virtual IReadOnlyList<string> Variants { get; } = [""];

    /// <summary>Its numbers, each with the range that it must lie in.</summary>
    internal abstract IEnumerable<(string What, double? Number, double Least, double Most)> Numbers { get; }

    /// <summary>Rows of numbers of which each must be above the one before.</summary>
    internal virtual IEnumerable<(string What, IEnumerable<double> Numbers)> Rising => [];

    /// <summary>Adds what is paid to the lines of the case.</summary>
    internal abstract void Pay(RewardContext context);

    /// <summary>What it needs and does not find; null when it can be worked out.</summary>
    internal virtual SchemeRefusal? Missing(RewardContext context) => null;
}
