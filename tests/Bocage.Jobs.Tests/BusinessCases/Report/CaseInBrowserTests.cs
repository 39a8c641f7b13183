using Bocage.Jobs.Languages;

namespace Bocage.Jobs.Tests.BusinessCases.Report;

/// <summary>The pages of a business case as a reader's browser shows them.</summary>
public sealed class CaseInBrowserTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Theory, MemberData(nameof(Languages))]
    public async Task The_pages_are_for_everyone(string language)
    {
        await using var browser = await Browser.Start(Cancellation);
        using var made = new MadeCase();
        made.Make(made.Request with { Language = language });
        foreach (var page in new[] { "business-case.html", "party-farm.html", "party-estate.html" })
        {
            await PageInBrowser.Check(browser, made.File(page), language);
            Assert.Equal(0, (await browser.Run("document.querySelectorAll('main b').length", Cancellation))!.GetValue<int>());
            Assert.DoesNotContain('{', (await browser.Run("document.body.innerText", Cancellation))!.GetValue<string>());
        }
    }
}
