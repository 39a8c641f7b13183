using Bocage.Formats;
using NetTopologySuite.Geometries;

namespace Bocage.Jobs.Diagnoses;

/// <summary>Finds the part of a map around something that has a name.</summary>
public static class WindowAround
{
    private const int NamesToSuggest = 5;

    /// <summary>The square around the protected sites or places of a name: its centre is that of their bounds in the system of the map.</summary>
    /// <remarks>Sites are looked through first, then places. Capitals do not matter; several shapes of one name count together.</remarks>
    /// <param name="request">Names the map, the sites and the places.</param>
    /// <param name="name">The name.</param>
    /// <param name="sizeM">Side of the square, m.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="BadInputException">There are neither sites nor places, or none of that name.</exception>
    public static MapWindow Of(DiagnosisRequest request, string name, double sizeM, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        LayerSource[] sources = [.. ((LayerSource?[])[request.Sites, request.Places]).OfType<LayerSource>()];
        if (sources.Length == 0) throw new BadInputException($"“{name}” is looked up among the protected sites and the places, and neither is given; give one with --protected or --places, or a point as x,y.");
        var crs = SystemOf(request, cancellation);
        var names = new List<string>();
        foreach (var source in sources)
        {
            var layer = VectorFile.Read(source.Path, source.Layer, crs, request.AssumeCrs, cancellation);
            var nameOf = NameField.Of(layer, source);
            var bounds = new Envelope();
            foreach (var feature in layer.Features)
            {
                names.Add(nameOf(feature));
                if (string.Equals(names[^1], name, StringComparison.OrdinalIgnoreCase)) bounds.ExpandToInclude(feature.Geometry?.EnvelopeInternal ?? new Envelope());
            }

            if (!bounds.IsNull) return MapWindow.Around(bounds.Centre.X, bounds.Centre.Y, sizeM);
        }

        throw new BadInputException($"Nothing is called “{name}” in {string.Join(" or ", sources.Select(source => source.Path))}{Suggestion(names, name)}.");
    }

    private static string? SystemOf(DiagnosisRequest request, CancellationToken cancellation)
    {
        if (request.Crs is not null) return request.Crs;
        var stated = RasterFile.Inspect(request.Map, cancellation).Crs;
        return request.AssumeCrs is null || stated.DatumKnown ? stated.Reference : request.AssumeCrs;
    }

    private static string Suggestion(IEnumerable<string> names, string name)
    {
        string[] near = [.. names.Where(other => other.Contains(name, StringComparison.OrdinalIgnoreCase)).Distinct().Order(StringComparer.Ordinal).Take(NamesToSuggest)];
        return near.Length == 0 ? "" : $"; there is {string.Join(", ", near.Select(other => $"“{other}”"))}";
    }
}
