using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

/// <summary>Places whose facts are written down, for tests of rules and candidates.</summary>
internal static class MadePlaces
{
    /// <summary>1 can be heath or marsh, 2 is wood, 3 grassland, 4 arable, 5 sealed; 9 is not named.</summary>
    public static LandCoverKindMap Kinds { get; } = new(
        "made",
        new Dictionary<LandCoverKind, IReadOnlyList<int>>
        {
            [LandCoverKind.Heath] = [1],
            [LandCoverKind.WetNature] = [1],
            [LandCoverKind.Forest] = [2],
            [LandCoverKind.Grassland] = [3],
            [LandCoverKind.Arable] = [4],
            [LandCoverKind.UrbanSealed] = [5],
        },
        new Dictionary<LandCoverKind, int> { [LandCoverKind.Forest] = 2, [LandCoverKind.Grassland] = 3 });

    /// <summary>A place of 4 ha (200 m by 200 m), or a strip of 400 m by 100 m when it has a length.</summary>
    public static Place Place(double? lengthM = null) =>
        new("here", new Zone(new Ring(lengthM is null ? [(0, 0), (200, 0), (200, 200), (0, 200)] : [(0, 0), (400, 0), (400, 100), (0, 100)])), lengthM);

    public static PlaceFacts Facts(Place place, params (int Code, double Ha)[] land) =>
        PlaceFacts.Of(place, land.ToDictionary(pair => pair.Code, pair => pair.Ha), Kinds);

    public static Measure Measure(MeasureUnit unit = MeasureUnit.Hectare, MeasureShape shape = MeasureShape.Area, params ApplicabilityRule[] rules) => new()
    {
        Id = "wood",
        Name = new("Wood"),
        Description = new("Trees"),
        Kind = MeasureKind.System,
        Shape = shape,
        Unit = unit,
        Rules = rules,
        Evidence = Evidence.Expert,
        Costs = new() { Investment = new(1_000, 2_000, null), UpkeepPerYear = new(null, 10, null), LostIncomePerYear = Estimate.Zero },
    };
}
