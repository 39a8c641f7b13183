using Bocage.Formats;
using Bocage.Jobs.Diagnoses;
using Bocage.Planning;

namespace Bocage.Jobs.Plans;

/// <summary>Where measures could be carried out: the parcels that were given with their edges, or hexagons over the map.</summary>
internal static class PlanPlaces
{
    private const double SmallestShare = 0.25;

    public static IReadOnlyList<Place> Of(PlanRequest request, LandscapeInputs landscape, CancellationToken cancellation)
    {
        if (request.Parcels is not { } parcels)
        {
            try
            {
                // What the edge of the map leaves of a hexagon is no place to work in.
                return [.. new HexagonGrid(request.HexagonHa).Covering(landscape.Map, cancellation).Where(place => place.AreaHa >= SmallestShare * request.HexagonHa)];
            }
            catch (ArgumentException error)
            {
                throw new BadInputException($"--hexagons {request.HexagonHa}: {error.Message.Split(" (Parameter", 2)[0]}", error);
            }
        }

        var options = new PlaceReadOptions { Layer = parcels.Layer, IdField = parcels.NameField, AssumeCrs = request.AssumeCrs, LineWidthM = request.EdgeWidthM };
        var layer = PlacesFile.Read(parcels.Path, landscape.Map.Grid, options, cancellation);
        foreach (var note in layer.Notes) landscape.Notes.Add(parcels.Path, $"{note.Replace(parcels.Path + ", ", "", StringComparison.Ordinal)}");
        return request.EdgeWidthM is not { } width ? layer.Places : [.. layer.Places, .. ParcelEdges.Of([.. layer.Places.Where(place => place.LengthM is null)], new() { WidthM = width }, cancellation)];
    }
}
