using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>Something that can be done for nature, as a catalogue describes it: what it is, where it can be done, what it changes and what it costs.</summary>
public sealed record Measure
{
    private readonly MeasureKind? kind;
    private readonly IReadOnlyList<MeasureEffect> effects = [];

    /// <summary>Its name for files, unique within a catalogue.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What is done, in plain words.</summary>
    public required LocalizedText Description { get; init; }

    /// <summary>What it acts on.</summary>
    /// <exception cref="ArgumentException">It would lower a deposition and is not a source measure.</exception>
    public required MeasureKind Kind
    {
        get => kind ?? default;
        init
        {
            Check(value, effects);
            kind = value;
        }
    }

    /// <summary>What it is laid out as.</summary>
    public required MeasureShape Shape { get; init; }

    /// <summary>What it is counted and priced in.</summary>
    public required MeasureUnit Unit { get; init; }

    /// <summary>Where it can be done: every rule must be kept.</summary>
    public IReadOnlyList<ApplicabilityRule> Rules { get; init; } = [];

    /// <summary>What it changes.</summary>
    /// <exception cref="ArgumentException">It would lower a deposition and is not a source measure.</exception>
    public IReadOnlyList<MeasureEffect> Effects
    {
        get => effects;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            Check(kind, value);
            effects = value;
        }
    }

    /// <summary>What it costs per unit.</summary>
    public MeasureCosts Costs { get; init; } = MeasureCosts.NotKnown;

    /// <summary>Years until it does what it is meant to; null when it is not known.</summary>
    public double? YearsUntilEffective { get; init; }

    /// <summary>How well it is known that it works.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Where the description comes from.</summary>
    public IReadOnlyList<MeasureSource> Sources { get; init; } = [];

    /// <summary>The programmes that use it, by id.</summary>
    public IReadOnlyList<string> Programmes { get; init; } = [];

    /// <summary>The kind of land cover that it makes, or null when it makes none.</summary>
    public LandCoverKind? CreatedLandCover => Effects.OfType<LandCoverBecomes>().Select(effect => (LandCoverKind?)effect.Kind).FirstOrDefault();

    // Whichever of the two is given first: the rule holds when both are there.
    private static void Check(MeasureKind? kind, IReadOnlyList<MeasureEffect> effects)
    {
        if (kind is null or MeasureKind.Source) return;
        var wrong = effects.OfType<PressureRelief>().FirstOrDefault(relief => Pressures.IsDeposition(relief.Pressure));
        if (wrong is not null) throw new ArgumentException($"A {kind} measure cannot lower {wrong.Pressure}: only a source measure lowers a deposition.", nameof(effects));
    }
}
