namespace Bocage.Planning;

/// <summary>Something that is planned for: a species, a habitat type, a service.</summary>
/// <param name="Id">Its name, unique within a problem.</param>
/// <param name="Target">How much of it is wanted, in the unit of its amounts, ≥ 0.</param>
/// <param name="Weight">How much it counts against other features, ≥ 0.</param>
public sealed record ConservationFeature(string Id, double Target = 0, double Weight = 1);
