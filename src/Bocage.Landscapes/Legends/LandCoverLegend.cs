namespace Bocage.Landscapes;

/// <summary>What the codes of a land-cover map mean, and how to draw them.</summary>
public sealed class LandCoverLegend
{
    private readonly Dictionary<int, LandCoverClass> byCode;

    /// <summary>Makes a legend.</summary>
    /// <param name="name">What the legend is called, as species profiles name it.</param>
    /// <param name="classes">Its classes, in the order to show them.</param>
    /// <exception cref="ArgumentException">The name is empty, or a code stands there twice.</exception>
    public LandCoverLegend(string name, IEnumerable<LandCoverClass> classes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(classes);
        Name = name;
        Classes = [.. classes];
        byCode = [];
        foreach (var entry in Classes)
        {
            if (!byCode.TryAdd(entry.Code, entry)) throw new ArgumentException($"The legend has code {entry.Code} twice.", nameof(classes));
        }
    }

    /// <summary>What the legend is called.</summary>
    public string Name { get; }

    /// <summary>The classes, in the order to show them.</summary>
    public IReadOnlyList<LandCoverClass> Classes { get; }

    /// <summary>The class with a code, or null when the legend does not have it.</summary>
    public LandCoverClass? Find(int code) => byCode.GetValueOrDefault(code);
}
