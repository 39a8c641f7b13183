using Bocage.Jobs.Diagnoses;
using Bocage.Jobs.Languages;

namespace Bocage.Jobs.Tests.Diagnoses.Report;

/// <summary>The report of the demo polder and of a made landscape with every section, as a reader's browser shows them.</summary>
public sealed class ReportInBrowserTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Fact]
    public async Task The_demo_is_for_everyone()
    {
        await using var browser = await Browser.Start(Cancellation);
        using var folder = new TemporaryFolder();
        var request = DemoLandscape.Write(folder.Path, Repository.PathOf("species/polder"), 1, "nl", Cancellation);
        Diagnosis.Run(request, folder.File("out"), TimeProvider.System, cancellation: Cancellation);
        await PageInBrowser.Check(browser, Path.Combine(folder.Path, "out", "report.html"), "nl");
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task A_report_with_every_section_is_for_everyone(string language)
    {
        await using var browser = await Browser.Start(Cancellation);
        using var landscape = new MadeLandscape("WggW~~~W", "Wggg~~~W");
        landscape.Diagnose(landscape.WithEverything() with { Language = language });
        await PageInBrowser.Check(browser, landscape.File("report.html"), language);
    }
}
