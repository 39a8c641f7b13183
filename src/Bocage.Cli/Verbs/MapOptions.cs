using System.CommandLine;
using Bocage.Formats;

namespace Bocage.Cli.Verbs;

/// <summary>In which reference system and with which cells a map is read.</summary>
internal sealed class MapOptions
{
    private readonly Option<string?> crs = new("--crs") { Description = "Bring the map into this metric system, for instance EPSG:3035.", HelpName = "code" };
    private readonly Option<double?> cellSize = Options.Number<double>("--cell-size", "Size of the cells in metres, when it is to differ from the map's.", "a number of metres above 0", size => size > 0);
    private readonly Option<string?> assumeCrs = new("--assume-crs") { Description = "The system that the inputs are in, for those that do not say.", HelpName = "code" };

    public void AddTo(Command verb)
    {
        verb.Add(crs);
        verb.Add(cellSize);
        verb.Add(assumeCrs);
    }

    public (string? Crs, double? CellSize, string? AssumeCrs) Of(ParseResult parsed) => (parsed.GetValue(crs), parsed.GetValue(cellSize), parsed.GetValue(assumeCrs));

    /// <summary>How to read a map that need not say where it lies.</summary>
    public RasterReadOptions Reading(ParseResult parsed, double bytesPerCell)
    {
        var (toCrs, size, assumed) = Of(parsed);
        return new() { ToCrs = toCrs, CellSize = size, AssumeCrs = assumed, AllowUnknownCrs = true, BytesPerCell = bytesPerCell };
    }
}
