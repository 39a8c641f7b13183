namespace Bocage.Formats;

/// <summary>Runs one of GDAL's command-line programs in a process of its own, so that a hostile file can only kill that process.</summary>
/// <remarks>No shell sees the arguments; time and memory are limited; the network is off; nothing is written beside the input; the user's own GDAL settings do not count.</remarks>
internal static class GdalProgram
{
    private static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromMinutes(20);

    /// <summary>Runs a program on a file of a user's.</summary>
    /// <param name="program">Name of the program, such as "gdalinfo".</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="failure">Start of the sentence when it fails, such as "map.tif cannot be read as a raster".</param>
    /// <param name="cancellation">Stops it at once.</param>
    /// <param name="settings">More GDAL settings; null removes one.</param>
    /// <param name="timeLimit">How long it may take.</param>
    /// <exception cref="BadInputException">It failed, or took too long or too much memory.</exception>
    public static GdalResult Run(
        string program,
        IEnumerable<string> arguments,
        string failure,
        CancellationToken cancellation,
        IReadOnlyDictionary<string, string?>? settings = null,
        TimeSpan? timeLimit = null)
    {
        cancellation.ThrowIfCancellationRequested();
        RequireInstalled(program);
        var limit = timeLimit ?? DefaultTimeLimit;
        var run = LimitedProgram.Run(program, arguments, environment => GdalEnvironment.Fill(environment, settings), limit, cancellation);
        if (run.TookTooLong)
            throw new BadInputException(FormattableString.Invariant($"{failure}: {program} took longer than {limit.TotalSeconds:0} seconds and was stopped."));
        if (run.Output is not { } text || run.Complaints is not { } said)
            throw new BadInputException($"{failure}: {program} has more to say about it than any map should need.");
        var messages = GdalMessages.Parse(run.ExitCode == 0 ? said : said + "\n" + text); // ogrinfo complains on its standard output
        if (run.ExitCode != 0 || messages.Errors.Count > 0) throw new BadInputException($"{failure}: {messages.Reason(program, run.ExitCode)}.");
        return new(text, messages.Warnings);
    }

    /// <summary>As <see cref="Run"/>, for files that we made ourselves: their drivers are all there.</summary>
    public static GdalResult RunOnOwn(string program, IEnumerable<string> arguments, string failure, CancellationToken cancellation) =>
        Run(program, arguments, failure, cancellation, new Dictionary<string, string?> { ["GDAL_SKIP"] = null });

    private static void RequireInstalled(string program)
    {
        if (!LimitedProgram.IsInstalled(program))
            throw new BadInputException($"The program {program} is not installed; it comes with GDAL (on Debian and Ubuntu: apt-get install gdal-bin).");
    }
}
