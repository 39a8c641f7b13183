using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Bocage.Cli.Output;
using Bocage.Formats;
using Bocage.Jobs.Diagnoses;

namespace Bocage.Cli.Verbs;

/// <summary>From a land-cover map to a report: where is the network broken?</summary>
internal static class DiagnoseVerb
{
    public static Command Create()
    {
        var map = new Argument<string>("MAP") { Description = "Land-cover map (any raster that GDAL reads, in a metric system)." };
        var mapName = new Option<string?>("--map-name") { HelpName = "text", Description = "What the report calls the map, for instance \"Flanders, land use 2016\"." };
        var habitat = Options.Habitat(required: false);
        var species = new Option<string[]>("--species") { Required = true, HelpName = "profile", Description = "Species profile (YAML); may be given more than once." };
        var output = Options.Folder("Folder for the results.");
        output.Required = true;
        var legend = new Option<string?>("--legend") { HelpName = "file", Description = "Names of the classes: CSV with value,class_en[,class_nl,class_fr,class_de,colour]." };
        var resistance = new Option<string?>("--resistance") { HelpName = "file", Description = "Resistance raster on the map's grid, instead of the profiles' tables." };
        var sites = new Option<string?>("--protected") { HelpName = "file", Description = "Protected sites (any vector file that GDAL reads)." };
        var sitesLayer = new Option<string?>("--protected-layer") { HelpName = "layer", Description = "Layer of the protected sites, when the file has several." };
        var sitesName = new Option<string?>("--protected-name") { HelpName = "field", Description = "Field with the name of a protected site." };
        var pressures = new Option<PressureSource[]>("--pressure")
        {
            HelpName = "name=file@limits",
            Description = "Pressure raster; may be given more than once, with a name and class limits if you like: \"Nitrogen (kg/ha/yr)=n.tif@15,20,25\".",
            CustomParser = ParsePressures,
        };
        var places = new Option<string?>("--places") { HelpName = "file", Description = "Polygons whose names say where things are, such as municipalities." };
        var placesLayer = new Option<string?>("--places-layer") { HelpName = "layer", Description = "Layer of the places, when the file has several." };
        var placesName = new Option<string?>("--places-name") { HelpName = "field", Description = "Field with the name of a place." };
        var mapOptions = new MapOptions();
        var windowOptions = new WindowOptions();
        var language = Options.Language();
        var top = Options.Number<int>("--top", "How many gaps, links and patches the report lists. [default: 10]", "a whole number, 1 or more", number => number > 0);
        var verb = new Command("diagnose", "Find where the network is broken, and write a report, maps for QGIS and all figures.")
        {
            map, mapName, habitat, species, output, legend, resistance, sites, sitesLayer, sitesName, pressures, places, placesLayer, placesName, language, top,
        };
        mapOptions.AddTo(verb);
        windowOptions.AddTo(verb);
        verb.SetAction((parsed, cancellation) =>
        {
            var (crs, cellSize, assumeCrs) = mapOptions.Of(parsed);
            var request = new DiagnosisRequest
            {
                Map = parsed.GetRequiredValue(map),
                MapName = parsed.GetValue(mapName),
                Habitat = parsed.GetValue(habitat) ?? [],
                Species = parsed.GetRequiredValue(species),
                Legend = parsed.GetValue(legend),
                Resistance = parsed.GetValue(resistance),
                Sites = Layer(parsed, sites, sitesLayer, sitesName),
                Places = Layer(parsed, places, placesLayer, placesName),
                Pressures = parsed.GetValue(pressures) ?? [],
                Crs = crs,
                CellSizeM = cellSize,
                AssumeCrs = assumeCrs,
                Language = parsed.GetRequiredValue(language),
                Top = parsed.GetValue(top) ?? 10,
            };
            request = request with { Window = windowOptions.Of(parsed, request, cancellation) };
            DiagnosisDisplay.Run(request, parsed.GetRequiredValue(output), cancellation);
            return Task.FromResult(0);
        });
        return verb;
    }

    private static LayerSource? Layer(ParseResult parsed, Option<string?> file, Option<string?> layer, Option<string?> name)
    {
        if (parsed.GetValue(file) is { } path) return new(path, parsed.GetValue(layer), parsed.GetValue(name));
        foreach (var lonely in (Option<string?>[])[layer, name])
        {
            if (parsed.GetValue(lonely) is not null) throw new BadInputException($"{lonely.Name} says how to read {file.Name}, which is not given.");
        }

        return null;
    }

    // NAME=FILE@LIMIT,LIMIT: the name and the limits may be left out; the file may hold = and @ where they cannot be mistaken.
    private static PressureSource[]? ParsePressures(ArgumentResult result)
    {
        var sources = new List<PressureSource>();
        foreach (var token in result.Tokens)
        {
            var text = token.Value;
            var at = text.LastIndexOf('@');
            var limits = new List<double>();
            foreach (var word in at < 0 ? [] : text[(at + 1)..].Split(',', StringSplitOptions.TrimEntries))
            {
                if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit) || !double.IsFinite(limit))
                    return Options.Wrong<PressureSource[]>(result, $"--pressure {text}: class limits are numbers separated by commas; got “{word}”.");
                if (limits.Count > 0 && limit <= limits[^1])
                    return Options.Wrong<PressureSource[]>(result, $"--pressure {text}: class limits must rise; {word} does not.");
                limits.Add(limit);
            }

            var rest = at < 0 ? text : text[..at];
            var equals = rest.IndexOf('=', StringComparison.Ordinal);
            var file = rest[(equals + 1)..];
            sources.Add(new(equals > 0 ? rest[..equals].Trim() : Path.GetFileNameWithoutExtension(file).Replace('_', ' '), file, limits));
        }

        return [.. sources];
    }
}
