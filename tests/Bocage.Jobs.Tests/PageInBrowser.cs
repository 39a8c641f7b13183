using System.Text.Json.Nodes;

namespace Bocage.Jobs.Tests;

/// <summary>What every page must do in a reader's browser: fit, ask nothing of the network, and be usable by people with impairments.</summary>
internal static class PageInBrowser
{
    private const string Axe = """
        axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
           .then(result => result.passes.length < 10 ? ['axe checked next to nothing'] : result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary)))
        """;

    private const string Headings = "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])";
    private const string NamelessPictures = "[...document.querySelectorAll('svg,img')].filter(s => !(s.getAttribute('aria-label') || s.alt)).length";
    private const string HeadersWithoutScope = "[...document.querySelectorAll('th:not([aria-hidden])')].filter(h => !h.scope).map(h => h.outerHTML)";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task Check(Browser browser, string report, string language)
    {
        foreach (var width in new[] { 320, 768, 1440 })
        {
            await browser.Show(report, width, Cancellation);
            var wide = (await browser.Run("document.documentElement.scrollWidth", Cancellation))!.GetValue<int>();
            Assert.True(wide <= width, $"the page is {wide} pixels wide in a window of {width}");
            Assert.Empty(browser.Complaints);
            Assert.Empty(browser.Requests);
            await browser.Run(AxeScript(), Cancellation);
            Assert.Empty(Strings(await browser.Run(Axe, Cancellation)));
        }

        Assert.Equal(language, (await browser.Run("document.documentElement.lang", Cancellation))!.GetValue<string>());
        Assert.Equal(0, (await browser.Run(NamelessPictures, Cancellation))!.GetValue<int>());
        Assert.Empty(Strings(await browser.Run(HeadersWithoutScope, Cancellation)));
        var levels = (await browser.Run(Headings, Cancellation))!.AsArray().Select(level => level!.GetValue<int>()).ToArray();
        Assert.Equal(1, levels[0]);
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"a heading of level {pair.First} is followed by one of level {pair.Second}"));
    }

    private static string AxeScript()
    {
        using var stream = typeof(Deque.AxeCore.Commons.AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd() + "; 0";
    }

    private static string[] Strings(JsonNode? list) => [.. list!.AsArray().Select(item => item!.GetValue<string>())];
}
