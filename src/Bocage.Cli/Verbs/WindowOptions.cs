using System.CommandLine;
using System.Globalization;
using Bocage.Formats;
using Bocage.Jobs.Diagnoses;

namespace Bocage.Cli.Verbs;

/// <summary>Options that take a part of a map: a rectangle, or a square around a point or something with a name.</summary>
internal sealed class WindowOptions
{
    private readonly Option<MapWindow?> window = new("--window")
    {
        Description = "The part of the map to look at, in its coordinates; whole cells.",
        HelpName = "xmin,ymin,xmax,ymax",
        CustomParser = result => Numbers(result.Tokens[0].Value) is [var west, var south, var east, var north] && west < east && south < north
            ? new(west, south, east, north)
            : Options.Wrong<MapWindow>(result, $"--window is xmin,ymin,xmax,ymax, four numbers with xmin below xmax and ymin below ymax; got “{result.Tokens[0].Value}”."),
    };

    private readonly Option<string?> around = new("--around")
    {
        Description = "The middle of the part to look at: the name of a protected site or a place, or a point as x,y. Goes with --size.",
        HelpName = "name|x,y",
    };

    private readonly Option<double?> size = new("--size")
    {
        Description = "The side of the square around it, for instance 30km or 5000m.",
        HelpName = "length",
        CustomParser = result => Metres(result.Tokens[0].Value) is { } metres ? metres : Options.Wrong<double?>(result, $"--size is a length above 0, such as 30km or 5000m; got “{result.Tokens[0].Value}”."),
    };

    public void AddTo(Command verb)
    {
        verb.Add(window);
        verb.Add(around);
        verb.Add(size);
    }

    /// <summary>The window that was asked for, or null for the whole map.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="request">Where names are looked up.</param>
    /// <param name="cancellation">Stops it.</param>
    public MapWindow? Of(ParseResult parsed, DiagnosisRequest request, CancellationToken cancellation)
    {
        var (rectangle, middle, side) = (parsed.GetValue(window), parsed.GetValue(around), parsed.GetValue(size));
        if (rectangle is not null && (middle is not null || side is not null)) throw new BadInputException("--window says which part of the map to look at, and so do --around and --size; give one of the two.");
        if ((middle is null) != (side is null)) throw new BadInputException("--around and --size go together: the middle of the part to look at, and its side.");
        if (middle is null || side is not { } metres) return rectangle;
        if (string.IsNullOrWhiteSpace(middle)) throw new BadInputException("--around names nothing; give the name of a site or a place, or a point as x,y.");
        return Numbers(middle) is [var x, var y] ? MapWindow.Around(x, y, metres) : WindowAround.Of(request, middle, metres, cancellation);
    }

    private static double[]? Numbers(string text)
    {
        var words = text.Split(',', StringSplitOptions.TrimEntries);
        var numbers = new double[words.Length];
        for (var k = 0; k < words.Length; k++)
            if (!double.TryParse(words[k], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[k]) || !double.IsFinite(numbers[k])) return null;
        return numbers;
    }

    private static double? Metres(string text)
    {
        var (number, unit) = text.EndsWith("km", StringComparison.OrdinalIgnoreCase) ? (text[..^2], 1000) : text.EndsWith('m') ? (text[..^1], 1) : (text, 1);
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var length) && double.IsFinite(length) && length > 0 ? length * unit : null;
    }
}
