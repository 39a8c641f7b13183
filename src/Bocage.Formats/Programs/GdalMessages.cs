using System.Text.RegularExpressions;

namespace Bocage.Formats;

/// <summary>What a GDAL program complained about on standard error.</summary>
internal sealed partial record GdalMessages(IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings, string Rest)
{
    private const int MostLines = 3;

    public static GdalMessages Parse(string standardError)
    {
        var errors = new List<string>();
        var warnings = new List<string>();
        var rest = new List<string>();
        foreach (var line in standardError.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Error().Match(line) is { Success: true } error) AddUnlessHarmless(errors, error.Groups[1].Value);
            else if (Warning().Match(line) is { Success: true } warning) AddUnlessOurs(warnings, warning.Groups[1].Value);
            else rest.Add(line);
        }

        return new(errors, [.. warnings.Distinct(StringComparer.Ordinal)], string.Join(' ', rest.Take(MostLines)));
    }

    /// <summary>Why the program failed, as the end of a sentence.</summary>
    public string Reason(string program, int exitCode)
    {
        const int firstSignal = 128;
        var said = Errors.Count > 0 ? Errors[0] : Rest;
        if (OutOfMemory().IsMatch(said)) return $"{program} needs more memory for it than one map may take";
        if (exitCode > firstSignal) return $"{program} broke off on it (signal {exitCode - firstSignal}), so it is probably damaged";
        if (said.Contains("not recognized as a supported file format", StringComparison.Ordinal) || said.Contains("Unable to open datasource", StringComparison.Ordinal))
            return "GDAL does not know its format, or it is damaged";
        if (said.Length == 0) return $"{program} ended with code {exitCode}";
        return Prefix().Replace(said, "").Trim().TrimEnd('.');
    }

    // PROJ says this of every map in a local system, and all is well with the cells.
    private static void AddUnlessHarmless(List<string> errors, string error)
    {
        if (!error.StartsWith("PROJ: proj_get_ellipsoid", StringComparison.Ordinal)) errors.Add(error);
    }

    // Which drivers a build of GDAL lacks is no news to the reader of a map.
    private static void AddUnlessOurs(List<string> warnings, string warning)
    {
        if (!warning.Contains("GDAL_SKIP", StringComparison.Ordinal)) warnings.Add(Prefix().Replace(warning, ""));
    }

    [GeneratedRegex("out of memory|memory allocation|cannot allocate|bad_alloc", RegexOptions.IgnoreCase)]
    private static partial Regex OutOfMemory();

    [GeneratedRegex(@"^(?:ERROR \d+|FAILURE):\s*(\S.*)$")]
    private static partial Regex Error();

    [GeneratedRegex(@"^Warning \d+:\s*(.*)$")]
    private static partial Regex Warning();

    // Paths of our own folders mean nothing to a reader.
    [GeneratedRegex(@"\S*/\.?bocage-[^/\s]+/")]
    private static partial Regex Prefix();
}
