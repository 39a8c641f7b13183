using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Measures that a programme can choose from.</summary>
public sealed class MeasureCatalogue
{
    /// <summary>A catalogue.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="programmes">The programmes that its measures name, by id.</param>
    /// <param name="measures">The measures, in the order to show them.</param>
    /// <exception cref="ArgumentException">An id stands there twice, or a measure names a programme that is not there.</exception>
    public MeasureCatalogue(LocalizedText name, IReadOnlyDictionary<string, LocalizedText> programmes, IEnumerable<Measure> measures)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(programmes);
        ArgumentNullException.ThrowIfNull(measures);
        Name = name;
        Programmes = programmes;
        Measures = [.. measures];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var measure in Measures)
        {
            if (!ids.Add(measure.Id)) throw new ArgumentException($"The catalogue has the measure {measure.Id} twice.", nameof(measures));
            var stranger = measure.Programmes.FirstOrDefault(programme => !programmes.ContainsKey(programme));
            if (stranger is not null) throw new ArgumentException($"{measure.Id} names the programme {stranger}, which the catalogue does not have.", nameof(measures));
        }
    }

    /// <summary>What it is called.</summary>
    public LocalizedText Name { get; }

    /// <summary>The programmes, by id.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Programmes { get; }

    /// <summary>The measures.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>The measure with an id, or null.</summary>
    public Measure? Find(string id) => Measures.FirstOrDefault(measure => measure.Id == id);

    /// <summary>The same catalogue with other costs for some measures.</summary>
    /// <param name="costs">Costs by id of the measure; they take the place of all that the catalogue says on costs.</param>
    /// <exception cref="ArgumentException">A measure is not in the catalogue.</exception>
    public MeasureCatalogue WithPrices(IReadOnlyDictionary<string, MeasureCosts> costs)
    {
        ArgumentNullException.ThrowIfNull(costs);
        var stranger = costs.Keys.FirstOrDefault(id => Find(id) is null);
        if (stranger is not null) throw new ArgumentException($"There is a price for {stranger}, which the catalogue does not have.", nameof(costs));
        return new(Name, Programmes, Measures.Select(measure => costs.TryGetValue(measure.Id, out var own) ? measure with { Costs = own } : measure));
    }
}
