using System.Text.Json;
using Bocage.Jobs.Plans;
using Bocage.Jobs.Tests.Diagnoses;

namespace Bocage.Jobs.Tests.Plans;

/// <summary>A made landscape with its diagnosis, a catalogue of four measures, and parcels of one cell each: small enough to work out by hand.</summary>
/// <remarks>
/// Wood can be planted on grass for 1,000 € a hectare; a meadow has no known price; a swale waits for its groundwater; heath is needed for sods and there is none.
/// Parcels are the grass cells of the first row, named a, b, c … from the west.
/// </remarks>
internal sealed class MadePlan : IDisposable
{
    public const string LandCover = """
        legend: made
        codes: {1: [forest], 2: [grassland], 3: [water]}
        creates: {forest: 1, species_rich_grassland: 2}
        """;

    private readonly MadeLandscape landscape;

    public MadePlan(params string[] rows)
    {
        landscape = new(rows);
        landscape.Diagnose();
        Out = landscape.File("../plan");
        Request = new()
        {
            Diagnosis = landscape.Out,
            Measures = landscape.Write("catalogue.yaml", Catalogue()),
            LandCover = landscape.Write("land-cover.yaml", LandCover),
            Parcels = new(landscape.Write("parcels.geojson", ParcelsOf(rows[0]))),
            Budget = 1_000,
            Seconds = null,
        };
    }

    public PlanRequest Request { get; }

    public string Out { get; }

    public MadeLandscape Landscape => landscape;

    public static string Catalogue(string woodPrice = "1000") => $$$"""
        name: {en: Ours, nl: Van ons, fr: Les nôtres, de: Unsere}
        programmes: {ours: Our programme}
        measures:
        {{{Measure("wood", "New wood", "area", "ha", "system", "land_cover: [grassland]", "land_cover: forest", woodPrice)}}}
        {{{Measure("meadow", "Meadow", "area", "ha", "bridging", "land_cover: [grassland]", "land_cover: species_rich_grassland", "unknown")}}}
        {{{Measure("swale", "Swale", "area", "ha", "source", "groundwater_cm: {season: summer, maximum: 50}", "{pressure: nitrogen_deposition, amount_per_unit: 3}", "10")}}}
        {{{Measure("sods", "Sods", "area", "ha", "bridging", "land_cover: [heath]", "{pressure: eutrophication, amount_per_unit: 2}", "10")}}}
        {{{Measure("buffer", "Buffer", "area", "ha", "source", "land_cover: [grassland]", "{pressure: nitrogen_deposition, amount_per_unit: 7}", "400")}}}
        """;

    public string File(string name) => Path.Combine(Out, name);

    public string Write(string name, string text) => landscape.Write(name, text);

    public PlanResult Make(PlanRequest? request = null) => Plan.Run(request ?? Request, Out, TimeProvider.System, cancellation: TestContext.Current.CancellationToken);

    public JsonElement Figures() => JsonDocument.Parse(System.IO.File.ReadAllText(File("plan.json"))).RootElement;

    public void Dispose() => landscape.Dispose();

    /// <summary>The grass cells of a row as squares of a hectare.</summary>
    public static string ParcelsOf(string row)
    {
        var cells = row.Select((code, column) => (code, column)).Where(cell => cell.code == 'g').Select((cell, k) => (Name: ((char)('a' + k)).ToString(), West: 150_000 + 100 * cell.column));
        return JsonSerializer.Serialize(new
        {
            type = "FeatureCollection",
            crs = new { type = "name", properties = new { name = "urn:ogc:def:crs:EPSG::31370" } },
            features = cells.Select(cell => new
            {
                type = "Feature",
                properties = new Dictionary<string, string> { ["id"] = cell.Name },
                geometry = new
                {
                    type = "Polygon",
                    coordinates = new[] { new double[][] { [cell.West, 199_900], [cell.West + 100, 199_900], [cell.West + 100, 200_000], [cell.West, 200_000], [cell.West, 199_900] } },
                },
            }),
        });
    }

    private static string Measure(string id, string name, string shape, string unit, string kind, string rule, string effect, string price) => $$$"""
          {{{id}}}:
            name: {en: {{{name}}}, nl: {{{name}}} nl, fr: {{{name}}} fr, de: {{{name}}} de}
            description: {en: {{{name}}}, nl: {{{name}}}, fr: {{{name}}}, de: {{{name}}}}
            kind: {{{kind}}}
            shape: {{{shape}}}
            unit: {{{unit}}}
            rules:
              - {{{(rule.StartsWith("land_cover", StringComparison.Ordinal) ? $"{{{rule}, minimum_share: 0.5}}" : $"{{{rule}, otherwise: not_yet}}")}}}
            effects:
              - {{{effect}}}
            costs: {investment: {{{price}}}, upkeep_per_year: 10, lost_income_per_year: 0, price_year: 2024, evidence: expert, sources: [{what: made up, where: here, year: 2024}]}
            years_until_effective: 5
            evidence: expert
            sources: [{what: made up, where: here, year: unknown}]
            programmes: [ours]
        """;
}
