using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bocage.Jobs.Pages;

/// <summary>Writes a Razor page as one HTML file that needs nothing else.</summary>
internal static class PageFile
{
    /// <summary>The style sheet that all pages share, to be put into their head.</summary>
    public static string Style { get; } = ReadStyle();

    /// <summary>Renders a page whose one parameter is called Model.</summary>
    public static void Write<TPage>(string path, object model)
        where TPage : IComponent => File.WriteAllText(path, Render<TPage>(model).GetAwaiter().GetResult());

    private static async Task<string> Render<TPage>(object model)
        where TPage : IComponent
    {
        var services = new ServiceCollection().BuildServiceProvider();
        await using (services.ConfigureAwait(false))
        {
            var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
            await using (renderer.ConfigureAwait(false))
            {
                return await renderer.Dispatcher.InvokeAsync(async () =>
                {
                    var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model })).ConfigureAwait(true);
                    return page.ToHtmlString();
                }).ConfigureAwait(false);
            }
        }
    }

    private static string ReadStyle()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Bocage.Jobs.Pages.page.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
