namespace Bocage.Landscapes;

/// <summary>A size of land in hectares (1 ha = 10,000 m²). A place is a site, never an area.</summary>
/// <remarks>Range: 0 and up. In inner loops plain <c>double</c> with the unit in the name (<c>areaHa</c>) is used instead.</remarks>
public readonly record struct Area : IComparable<Area>
{
    private Area(double hectares) => Hectares = hectares;

    /// <summary>The size in hectares.</summary>
    public double Hectares { get; }

    /// <summary>The size in square metres.</summary>
    public double SquareMetres => Hectares * 10_000;

    /// <summary>No land at all.</summary>
    public static Area Zero => default;

    /// <summary>Makes an area of so many hectares.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, infinite or NaN.</exception>
    public static Area FromHectares(double hectares) =>
        double.IsFinite(hectares) && hectares >= 0
            ? new(hectares)
            : throw new ArgumentOutOfRangeException(nameof(hectares), hectares, "An area is a finite number of hectares, 0 or more.");

    /// <summary>Makes an area of so many square metres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, infinite or NaN.</exception>
    public static Area FromSquareMetres(double squareMetres) => FromHectares(squareMetres / 10_000);

    /// <inheritdoc/>
    public int CompareTo(Area other) => Hectares.CompareTo(other.Hectares);

    /// <summary>The two sizes together.</summary>
    public static Area operator +(Area left, Area right) => new(left.Hectares + right.Hectares);

    /// <summary>Whether the left is the smaller.</summary>
    public static bool operator <(Area left, Area right) => left.Hectares < right.Hectares;

    /// <summary>Whether the left is the larger.</summary>
    public static bool operator >(Area left, Area right) => left.Hectares > right.Hectares;

    /// <summary>Whether the left is no larger.</summary>
    public static bool operator <=(Area left, Area right) => left.Hectares <= right.Hectares;

    /// <summary>Whether the left is no smaller.</summary>
    public static bool operator >=(Area left, Area right) => left.Hectares >= right.Hectares;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Hectares} ha");
}
