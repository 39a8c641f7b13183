namespace Bocage.Landscapes;

/// <summary>Makes a Dutch or Flemish polder that does not exist: a river between dykes, blocks of long parcels with ditches, villages, woods, a bog and a main road.</summary>
/// <remarks>
/// For demonstration, tests and benchmarks. The same seed and grid give the same map. Features have their size in metres, whatever the cell size: a small
/// grid shows a corner of a polder, and may lack classes; cells of some 10 m show all of it. Cost: O(cells). docs/methods/polder-landscape.md.
/// </remarks>
public static class PolderLandscape
{
    /// <summary>The classes, with names in en, nl, fr and de and colours.</summary>
    public static LandCoverLegend Legend { get; } = new("Bocage demo polder",
    [
        Class(PolderClass.Water, "#6fa8dc", "river and lakes", "rivier en plassen", "rivière et étangs", "Fluss und Seen"),
        Class(PolderClass.Ditch, "#9fc5e8", "ditch", "sloot", "fossé", "Graben"),
        Class(PolderClass.Reed, "#b7b56a", "reed marsh", "rietmoeras", "roselière", "Röhricht"),
        Class(PolderClass.Floodplain, "#a3cc8a", "floodplain grassland", "uiterwaardgrasland", "prairie alluviale", "Auengrünland"),
        Class(PolderClass.Grassland, "#c9e29b", "grassland", "grasland", "prairie", "Grünland"),
        Class(PolderClass.Arable, "#f1dfa8", "arable field", "akker", "champ cultivé", "Acker"),
        Class(PolderClass.Orchard, "#cfa9a0", "orchard", "boomgaard", "verger", "Obstwiese"),
        Class(PolderClass.Wood, "#3f7f46", "wood", "bos", "bois", "Wald"),
        Class(PolderClass.Hedge, "#5f9b4c", "hedge or wooded bank", "haag of houtkant", "haie ou talus boisé", "Hecke oder Knick"),
        Class(PolderClass.Heath, "#b58bb5", "heath and bog", "heide en hoogveen", "lande et tourbière", "Heide und Moor"),
        Class(PolderClass.Dyke, "#8aa05a", "dyke", "dijk", "digue", "Deich"),
        Class(PolderClass.Garden, "#dfe0b0", "garden", "tuin", "jardin", "Garten"),
        Class(PolderClass.Building, "#9c4a40", "building", "gebouw", "bâtiment", "Gebäude"),
        Class(PolderClass.Street, "#8f8f8f", "street or lane", "straat of weg", "rue ou chemin", "Straße oder Weg"),
        Class(PolderClass.MainRoad, "#d9541e", "main road", "snelweg", "grand-route", "Hauptstraße"),
    ]);

    /// <summary>Makes a polder.</summary>
    /// <param name="seed">Which one.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cellSize">Size of a cell in metres.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0.</exception>
    public static LandCover Create(long seed, int columns = 1200, int rows = 800, double cellSize = 10) =>
        Create(seed, new Grid(columns, rows, cellSize, cellSize, north: rows * cellSize));

    /// <summary>Makes a polder on a grid in metres, wherever that lies.</summary>
    /// <param name="seed">Which one.</param>
    /// <param name="grid">Where its cells lie; the grid's coordinate reference system is kept.</param>
    /// <param name="progress">Told the share that is done, from 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static LandCover Create(long seed, Grid grid, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var canvas = new PolderCanvas(grid, seed, cancellation);
        var blocks = new PolderBlocks(canvas.Chance);
        var river = new PolderRiver(canvas);
        var reserve = new PolderReserve(canvas, river);
        var mainRoad = new PolderMainRoad(canvas, blocks, river);
        // What is painted later lies on top.
        Action[] layers =
        [
            () => PolderFields.Paint(canvas, blocks),
            () => PolderCopses.Paint(canvas),
            reserve.Paint,
            () => PolderRoads.Paint(canvas, blocks, reserve),
            river.Paint,
            () => new PolderVillages(canvas, blocks, river, reserve, mainRoad).Paint(),
            mainRoad.Paint,
        ];
        for (var k = 0; k < layers.Length; k++)
        {
            layers[k]();
            progress?.Report((k + 1.0) / layers.Length);
        }

        return LandCover.From(new Raster<byte>(grid, Array.ConvertAll(canvas.Cells, cell => (byte)cell)));
    }

    private static LandCoverClass Class(PolderClass code, string colour, string en, string nl, string fr, string de) =>
        new((int)code, new(new Dictionary<string, string> { ["en"] = en, ["nl"] = nl, ["fr"] = fr, ["de"] = de }), colour);
}
