namespace Bocage.Planning;

/// <summary>Something that a measure changes. A closed set.</summary>
public abstract record MeasureEffect
{
    private protected MeasureEffect()
    {
    }
}

/// <summary>The land where it is carried out becomes another kind of land cover.</summary>
/// <param name="Kind">What it becomes.</param>
public sealed record LandCoverBecomes(LandCoverKind Kind) : MeasureEffect;

/// <summary>Crossing the land costs so much afterwards, whatever it cost before.</summary>
/// <param name="Resistance">The resistance, above 0, on the scale of the species profile.</param>
public sealed record ResistanceBecomes(double Resistance) : MeasureEffect;

/// <summary>Crossing the land costs so many times what it cost before.</summary>
/// <param name="Factor">Above 0; below 1 is easier.</param>
public sealed record ResistanceMultiplied(double Factor) : MeasureEffect;

/// <summary>How good the land is as habitat afterwards.</summary>
/// <param name="Quality">From 0, not habitat, to 1, as good as it gets.</param>
public sealed record HabitatQualityBecomes(double Quality) : MeasureEffect;

/// <summary>A pressure gets less.</summary>
/// <param name="Pressure">One of <see cref="Pressures.All"/>.</param>
/// <param name="AmountPerUnit">By how much for each unit of the measure, in the pressure's own unit; null when it is not known.</param>
public sealed record PressureRelief(string Pressure, double? AmountPerUnit) : MeasureEffect;
