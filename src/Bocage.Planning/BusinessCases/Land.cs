namespace Bocage.Planning;

/// <summary>A piece of land on which measures lie and for which schemes pay; several measures may share it.</summary>
/// <param name="Id">Its name, unique among the lands of a case.</param>
/// <param name="AreaHa">Its hectares; above 0.</param>
public sealed record Land(string Id, double AreaHa);
