namespace Bocage.Planning;

/// <summary>A scheme taken up: by whom, for which measure, in which variant.</summary>
/// <param name="Scheme">Index of the scheme in the case.</param>
/// <param name="Party">Index of the party that is paid.</param>
/// <param name="Measure">Index of the measure; −1 for a scheme that pays the party as a whole.</param>
/// <param name="Variant">Index of the variant, 0 for a reward without variants.</param>
public readonly record struct SchemeUse(int Scheme, int Party, int Measure, int Variant);
