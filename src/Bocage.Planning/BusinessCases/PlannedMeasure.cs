using Bocage.Landscapes;

namespace Bocage.Planning;

/// <summary>A measure that a party carries out: how much, what it costs, what comes of it, and when.</summary>
/// <remarks>
/// Year 0 is the first year of the case. The investment falls in <see cref="StartYear"/>; upkeep, lost income and results run in the years after it, as long as the measure lives.
/// </remarks>
public sealed record PlannedMeasure
{
    /// <summary>Its name, unique within a case: <c>hedge@parcel-7</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Which measure of a catalogue it is; schemes say which they pay for.</summary>
    public required string Measure { get; init; }

    /// <summary>Its name for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Id of the party that carries it out and bears its costs.</summary>
    public required string Party { get; init; }

    /// <summary>How much of it, in its unit; above 0.</summary>
    public required double Quantity { get; init; }

    /// <summary>What it is counted in.</summary>
    public required MeasureUnit Unit { get; init; }

    /// <summary>Hectares of land it takes; null when they are not known and cannot be read off the quantity.</summary>
    public double? AreaHa { get; init; }

    /// <summary>Pieces that it has, such as plants or trees, where it is not counted in pieces; null when not known.</summary>
    public double? Pieces { get; init; }

    /// <summary>Metres that it is long, where it is not counted in metres; null when not known.</summary>
    public double? LengthM { get; init; }

    /// <summary>Where it lies: its municipality, province, country by name; none at all means where its party lies.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>The land it lies on; null when it shares its land with no other measure.</summary>
    public string? Land { get; init; }

    /// <summary>What it costs per unit; what is not known is null.</summary>
    public MeasureCosts Costs { get; init; } = MeasureCosts.NotKnown;

    /// <summary>Year of investment, counted from the first year of the case: 0 to its last.</summary>
    public int StartYear { get; init; }

    /// <summary>Years that it lives; null for as long as the case looks.</summary>
    public int? LifetimeYears { get; init; }

    /// <summary>Whether it is made anew, at the same price, whenever it has lived its years.</summary>
    /// <remarks>A renewal that falls in the last year of a case is left out of it: all its working would lie beyond.</remarks>
    public bool IsRenewed { get; init; }

    /// <summary>Share of its full working in the first, second … year after the start, each from 0 to 1; the last holds from then on, and none at all means full at once.</summary>
    /// <remarks>Lost income and results go by it; upkeep and payments for land or work do not.</remarks>
    public IReadOnlyList<double> RampUp { get; init; } = [];

    /// <summary>What comes of a unit of it each year at full working, by name: tonnes of CO₂, visitors, breeding pairs.</summary>
    public IReadOnlyDictionary<string, Estimate> Results { get; init; } = new Dictionary<string, Estimate>();

    /// <summary>What is known of it, by name, for the conditions of schemes.</summary>
    public IReadOnlyDictionary<string, double> Facts { get; init; } = new Dictionary<string, double>();

    /// <summary>What it is worth to everyone.</summary>
    public IReadOnlyList<PublicBenefit> Benefits { get; init; } = [];

    /// <summary>The hectares it takes: those given, or those that its quantity is; null when not known.</summary>
    public double? Hectares => AreaHa ?? Unit switch
    {
        MeasureUnit.Hectare => Quantity,
        MeasureUnit.SquareMetre => Quantity / 10_000,
        _ => null,
    };

    /// <summary>How much there is of it in a unit, or null when that is not known.</summary>
    public double? QuantityIn(MeasureUnit unit) => unit == Unit ? Quantity : (unit, Unit) switch
    {
        (MeasureUnit.Hectare, MeasureUnit.SquareMetre) => Quantity / 10_000,
        (MeasureUnit.SquareMetre, MeasureUnit.Hectare) => Quantity * 10_000,
        (MeasureUnit.Hectare, _) => AreaHa,
        (MeasureUnit.SquareMetre, _) => AreaHa * 10_000,
        (MeasureUnit.Piece, _) => Pieces,
        (MeasureUnit.Metre, _) => LengthM,
        _ => null,
    };

    /// <summary>Whether the case pays its yearly amounts in a year.</summary>
    /// <param name="year">0 is the first year of the case.</param>
    public bool WorksIn(int year) => year > StartYear && (LifetimeYears is not { } life || IsRenewed || year <= StartYear + life);

    /// <summary>Whether an investment falls in a year.</summary>
    public bool InvestsIn(int year) => year == StartYear || (IsRenewed && LifetimeYears is { } life && year > StartYear && (year - StartYear) % life == 0);

    /// <summary>Whether a case of so many years counts an investment in a year: a renewal in the last year, for the years beyond, is not its affair.</summary>
    internal bool CountsInvestment(int year, int years) => InvestsIn(year) && (year == StartYear || year < years);

    /// <summary>Share of its full working in a year, from 0 to 1.</summary>
    public double WorkingIn(int year) => !WorksIn(year) ? 0 : RampUp.Count == 0 ? 1 : RampUp[Math.Min(year - StartYear, RampUp.Count) - 1];
}
