namespace Bocage.Landscapes;

/// <summary>Neighbouring cells of one row of which a zone covers an equal share.</summary>
/// <param name="FirstCell">The westernmost cell.</param>
/// <param name="Count">Number of cells, 1 or more.</param>
/// <param name="Fraction">Share of each that is covered, above 0 and at most 1.</param>
public readonly record struct CoverageRun(int FirstCell, int Count, double Fraction);
