using Bocage.Formats;
using Bocage.Landscapes;
using NetTopologySuite.Geometries;

namespace Bocage.Jobs.Diagnoses;

/// <summary>A pressure on the land, on its own grid, with the limits between its classes.</summary>
public sealed class PressureLayer
{
    /// <summary>Share of the cells that a picture shows as they are; the rest, the highest, are drawn as the cap.</summary>
    private const double ShownAsTheyAre = 0.995;

    /// <summary>Wraps a raster.</summary>
    /// <param name="name">What it is, with its unit.</param>
    /// <param name="raster">The values.</param>
    /// <param name="thresholds">Limits between classes, from low to high.</param>
    /// <param name="siteShapes">Shapes of the protected sites in the raster's reference system.</param>
    public PressureLayer(string name, Raster<double> raster, IReadOnlyList<double> thresholds, IReadOnlyList<Geometry> siteShapes)
    {
        ArgumentNullException.ThrowIfNull(raster);
        Name = name;
        Raster = raster;
        Thresholds = thresholds;
        SiteShapes = siteShapes;
        var known = raster.Values.Where((_, cell) => !raster.IsNoData(cell)).Order().ToArray();
        (Minimum, Maximum) = known.Length == 0 ? (double.NaN, double.NaN) : (known[0], known[^1]);
        Cap = known.Length == 0 ? double.NaN : known[(int)(ShownAsTheyAre * (known.Length - 1))];
    }

    internal static PressureLayer Read(PressureSource source, DiagnosisRequest request, Grid map, InputNotes notes, CancellationToken cancellation)
    {
        // Its own cells are the best there are, unless they lie in degrees.
        var inDegrees = RasterFile.Inspect(source.Path, cancellation).Crs.Kind == CrsKind.Geographic;
        var raster = RasterFile.ReadValues(source.Path, new() { AssumeCrs = request.AssumeCrs, ToCrs = inDegrees ? map.Crs : null }, cancellation);
        if (inDegrees) notes.Add(source.Path, $"is in degrees, so it was brought to cells of {raster.Grid.CellWidth:0.#} × {raster.Grid.CellHeight:0.#} m");
        var shapes = request.Sites is null ? [] : Site.Read(request.Sites, raster.Grid, request.AssumeCrs, new(), cancellation).Select(site => site.Shape).ToArray();
        return new(source.Name, raster, source.Thresholds, shapes);
    }

    /// <summary>What it is, with its unit.</summary>
    public string Name { get; }

    /// <summary>The values, not capped.</summary>
    public Raster<double> Raster { get; }

    /// <summary>Limits between classes.</summary>
    public IReadOnlyList<double> Thresholds { get; }

    /// <summary>Shapes of the protected sites in the raster's reference system, in the order of the sites.</summary>
    public IReadOnlyList<Geometry> SiteShapes { get; }

    /// <summary>The lowest value.</summary>
    public double Minimum { get; }

    /// <summary>The highest value.</summary>
    public double Maximum { get; }

    /// <summary>The value above which pictures make no difference: 99.5 % of the cells lie at or below it.</summary>
    public double Cap { get; }

    /// <summary>Whether the picture hides how high the highest cells are.</summary>
    public bool IsCapped => Thresholds.Count == 0 && Maximum > Cap;

    /// <summary>Class of a value: 0 below the first limit, and one more for each limit it reaches.</summary>
    public int ClassOf(double value) => Thresholds.Count(limit => value >= limit);
}
