namespace Bocage.Landscapes;

/// <summary>What a land-cover map says about a zone.</summary>
/// <param name="HaByCode">Hectares of each class of the map in the zone, in the order of the codes; 0 for one that is not there.</param>
/// <param name="NoDataHa">Hectares of the zone where the map has no data.</param>
public sealed record ZonalClasses(IReadOnlyDictionary<int, double> HaByCode, double NoDataHa);
