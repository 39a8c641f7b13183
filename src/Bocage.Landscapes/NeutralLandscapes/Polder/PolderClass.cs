namespace Bocage.Landscapes;

/// <summary>The codes of <see cref="PolderLandscape.Legend"/>.</summary>
internal enum PolderClass : byte
{
    None = 0,
    Water = 1,
    Ditch = 2,
    Reed = 3,
    Floodplain = 4,
    Grassland = 5,
    Arable = 6,
    Orchard = 7,
    Wood = 8,
    Hedge = 9,
    Heath = 10,
    Dyke = 11,
    Garden = 12,
    Building = 13,
    Street = 14,
    MainRoad = 15,
}
