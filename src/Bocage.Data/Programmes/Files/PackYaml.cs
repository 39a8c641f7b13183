using Bocage.Formats;
using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>How values of a pack are written.</summary>
internal static class PackYaml
{
    /// <summary>A text per language, or one for all.</summary>
    public static void Text(this YamlWriter file, string key, LocalizedText text)
    {
        if (text.Languages.Count == 0) file.Text(key, text.In(LocalizedText.KnownLanguages[0]));
        else
        {
            file.Mapping(key, part =>
            {
                foreach (var language in text.Languages) part.Text(language, text.In(language));
            });
        }
    }

    public static void OptionalText(this YamlWriter file, string key, LocalizedText? text)
    {
        if (text is not null) file.Text(key, text);
    }

    public static void OptionalText(this YamlWriter file, string key, string? text)
    {
        if (text is not null) file.Text(key, text);
    }

    public static void Date(this YamlWriter file, string key, PartialDate? date)
    {
        if (date is { } known) file.Text(key, known.ToString());
    }

    public static void OptionalNumber(this YamlWriter file, string key, double? number)
    {
        if (number is { } known) file.Number(key, known);
    }

    public static void Point(this YamlWriter file, PackPoint? point)
    {
        if (point is null) return;
        file.Mapping("point", part =>
        {
            part.Number("lon", point.Longitude);
            part.Number("lat", point.Latitude);
            part.Number("precision_m", point.PrecisionM);
            part.Text("source", point.Source);
        });
    }
}
