using System.Diagnostics;

namespace Bocage.Formats.Tests.Programs;

public class GdalProgramTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_missing_program_is_named_with_its_package() =>
        Assert.Equal(
            "The program gdal_nothing is not installed; it comes with GDAL (on Debian and Ubuntu: apt-get install gdal-bin).",
            Assert.Throws<BadInputException>(() => GdalProgram.Run("gdal_nothing", [], "x", Cancellation)).Message);

    [Fact]
    public void A_program_that_takes_too_long_is_stopped() =>
        Assert.Equal(
            "It failed: sleep took longer than 0 seconds and was stopped.",
            Assert.Throws<BadInputException>(() => GdalProgram.Run("sleep", ["60"], "It failed", Cancellation, null, TimeSpan.FromMilliseconds(50))).Message);

    [Fact]
    public void A_cancelled_program_is_killed()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        source.CancelAfter(50);
        Assert.Throws<OperationCanceledException>(() => GdalProgram.Run("sleep", ["60.125"], "x", source.Token));
        Assert.DoesNotContain(Process.GetProcessesByName("sleep"), process => CommandLine(process).Contains("60.125", StringComparison.Ordinal));
    }

    // 2·10⁵ × 10⁵ cells in memory are 20 GB; a program gets 4.
    [Fact]
    public void A_program_that_takes_too_much_memory_fails_alone()
    {
        var error = Assert.Throws<BadInputException>(() => GdalProgram.Run("gdal_create", ["-of", "MEM", "-outsize", "200000", "100000", "/dev/null"], "It failed", Cancellation));
        Assert.Equal("It failed: gdal_create needs more memory for it than one map may take.", error.Message);
    }

    [Fact]
    public void More_talk_than_any_map_needs_is_cut_off() =>
        Assert.Contains("more to say", Assert.Throws<BadInputException>(() => GdalProgram.Run("yes", [], "x", Cancellation)).Message, StringComparison.Ordinal);

    [Fact]
    public void Arguments_reach_the_program_as_they_are() =>
        Assert.Equal("a b|$HOME|'\"|`id`|", GdalProgram.Run("printf", ["%s|", "a b", "$HOME", "'\"", "`id`"], "x", Cancellation).Output);

    [Fact]
    public void The_network_is_out_of_reach()
    {
        var variables = GdalProgram.Run("env", [], "x", Cancellation).Output;
        Assert.Contains("PROJ_NETWORK=OFF", variables, StringComparison.Ordinal);
        Assert.Contains("https_proxy=http://127.0.0.1:9", variables, StringComparison.Ordinal);
        Assert.Throws<BadInputException>(() => GdalProgram.Run("gdalinfo", ["/vsicurl/http://127.0.0.1:1/a.tif"], "x", Cancellation));
    }

    private static string CommandLine(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
