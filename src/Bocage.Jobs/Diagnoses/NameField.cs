using Bocage.Formats;

namespace Bocage.Jobs.Diagnoses;

/// <summary>Finds the field that names the features of a layer.</summary>
internal static class NameField
{
    private static readonly string[] Usual = ["name", "naam", "nom", "sitename", "site_name", "comm_name", "gemeente", "gemeentenaam", "statnaam", "title", "titel", "label"];

    /// <summary>The name of a feature: the field that was asked for, else a usual one, else its number.</summary>
    /// <exception cref="BadInputException">The field that was asked for is not there.</exception>
    public static Func<VectorFeature, string> Of(VectorLayer layer, LayerSource source)
    {
        var fields = layer.Features.SelectMany(feature => feature.Properties.Keys).Distinct().ToArray();
        var field = source.NameField;
        if (field is not null && !fields.Contains(field))
            throw new BadInputException($"{source.Path} has no field “{field}”; it has {string.Join(", ", fields)}.");
        field ??= Usual.Select(usual => Array.Find(fields, f => string.Equals(f, usual, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(f => f is not null);
        return feature => field is not null && feature.Properties.TryGetValue(field, out var value) && value?.ToString() is { Length: > 0 } name ? name : $"no. {feature.Fid}";
    }
}
