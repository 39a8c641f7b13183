namespace Bocage.Planning;

/// <summary>Limits on how many units of a group are chosen.</summary>
public static class CountConstraint
{
    /// <summary>At most one of these units: two measures that cannot share a place.</summary>
    public static LinearConstraint AtMostOne(string name, IEnumerable<int> units) => Between(name, units, 0, 1);

    /// <summary>At least and at most so many of these units.</summary>
    public static LinearConstraint Between(string name, IEnumerable<int> units, double minimum, double maximum)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(units);
        if (!(minimum <= maximum)) throw new ArgumentException($"{name}: the least number {minimum} is above the greatest, {maximum}.", nameof(minimum));
        return new(name, [.. units.Distinct().Select(unit => new LinearTerm(unit, 1))], minimum <= 0 ? double.NegativeInfinity : minimum, maximum);
    }
}
