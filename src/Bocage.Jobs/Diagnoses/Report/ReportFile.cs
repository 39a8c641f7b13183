using System.Reflection;
using Bocage.Jobs.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bocage.Jobs.Diagnoses.Report;

/// <summary>Writes report.html: one file that needs nothing else.</summary>
internal static class ReportFile
{
    public static void Write(string path, DiagnosisResult result) => File.WriteAllText(path, Render(result).GetAwaiter().GetResult());

    private static async Task<string> Render(DiagnosisResult result)
    {
        var model = new ReportModel(result, Texts.Load("Diagnoses", result.Request.Language), Diagnosis.Version, Style());
        var services = new ServiceCollection().BuildServiceProvider();
        await using (services.ConfigureAwait(false))
        {
            var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
            await using (renderer.ConfigureAwait(false))
            {
                return await renderer.Dispatcher.InvokeAsync(async () =>
                {
                    var page = await renderer.RenderComponentAsync<Report>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model })).ConfigureAwait(true);
                    return page.ToHtmlString();
                }).ConfigureAwait(false);
            }
        }
    }

    private static string Style()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Bocage.Jobs.Diagnoses.Report.report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
