using System.Globalization;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Finds the fields that describe a place by their usual names in Dutch, French, German and English.</summary>
internal sealed class PlaceFields
{
    private static readonly string[] IdNames = ["id", "place_id", "parcel_id", "perceel_id", "perceelid", "code", "gebcode", "nis", "niscode", "oidn", "uidn", "alvid", "capakey", "name", "naam", "nom"];
    private static readonly string[] NameNames = ["name", "naam", "nom", "comm_name", "gemeente", "label", "title", "titel"];
    private static readonly string[] OwnerNames = ["owner", "eigenaar", "eigendom", "propriétaire", "proprietaire", "eigentümer", "eigentuemer", "ownership"];
    private static readonly string[] SoilNames = ["soil", "soil_type", "bodem", "bodemtype", "grondsoort", "sol", "type_sol", "boden"];
    private static readonly string[] GroundwaterNames = ["groundwater_cm", "groundwater", "grondwater_cm", "grondwater", "grondwaterstand", "nappe_cm", "nappe", "grundwasser_cm", "grundwasser"];
    private static readonly string[] WinterNames = ["winter_groundwater_cm", "winter_groundwater", "ghg", "mhw", "nappe_hiver"];
    private static readonly string[] SummerNames = ["summer_groundwater_cm", "summer_groundwater", "glg", "mlw", "nappe_ete", "nappe_été"];
    private static readonly string[] SlopeNames = ["slope_percent", "slope", "helling", "pente", "neigung"];

    private readonly string path;
    private readonly string[] fields;
    private readonly string? id;

    public PlaceFields(VectorLayer layer, string path, string? idField)
    {
        this.path = path;
        fields = [.. layer.Fields.Select(field => field.Name)];
        if (idField is not null && !fields.Contains(idField)) throw new BadInputException($"{path} has no field “{idField}”; it has {string.Join(", ", fields)}.");
        id = idField ?? Find(IdNames);
    }

    public string? IdField => id;

    public string IdOf(VectorFeature feature) => (id is null ? null : Text(feature, id)) ?? string.Create(CultureInfo.InvariantCulture, $"row-{feature.Fid}");

    /// <summary>How a message calls a row.</summary>
    public string RowOf(VectorFeature feature) =>
        string.Create(CultureInfo.InvariantCulture, $"row {feature.Fid}") + (Text(feature, Find(NameNames) ?? id) is { } name ? $" ({name})" : "");

    public Place Describe(Place place, VectorFeature feature) => place with
    {
        Name = Text(feature, Find(NameNames)),
        Owner = Text(feature, Find(OwnerNames)),
        Soil = Text(feature, Find(SoilNames)),
        GroundwaterCm = Number(feature, Find(GroundwaterNames)),
        WinterGroundwaterCm = Number(feature, Find(WinterNames)),
        SummerGroundwaterCm = Number(feature, Find(SummerNames)),
        SlopePercent = Number(feature, Find(SlopeNames)),
        Attributes = fields.Select(field => (field, Text: Text(feature, field))).Where(pair => pair.Text is not null).ToDictionary(pair => pair.field, pair => pair.Text!),
    };

    private string? Find(string[] names) => names.Select(name => Array.Find(fields, field => string.Equals(field, name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(field => field is not null);

    private static string? Text(VectorFeature feature, string? field) =>
        field is not null && feature.Properties.GetValueOrDefault(field) is { } value && Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() is { Length: > 0 } text ? text : null;

    private double? Number(VectorFeature feature, string? field) => Text(feature, field) switch
    {
        null => null,
        var text when double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        var text => throw new BadInputException($"{path}, {RowOf(feature)}: the field {field} must be a number; got '{text}'."),
    };
}
