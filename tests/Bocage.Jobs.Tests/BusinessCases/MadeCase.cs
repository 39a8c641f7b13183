using Bocage.Jobs.BusinessCases;

namespace Bocage.Jobs.Tests.BusinessCases;

/// <summary>A case small enough to work out by hand: a farm with a hedge, an estate whose upkeep nobody knows, money that keeps its worth.</summary>
/// <remarks>
/// The farm plants 400 m of hedge for 10 € a metre (4,000 €) and keeps it for 1 € a metre and year (400 €) over ten years: 8,000 €. The province pays 2.45 € a metre for six years (5,880 €),
/// the town half the planting (2,000 €), or 900 € in one sum to whoever does not have the half. 8,000 − 7,880 = 120 € are short.
/// </remarks>
internal sealed class MadeCase : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public MadeCase()
    {
        Request = new()
        {
            Plan = folder.Write("our_hedges.yaml", Plan),
            Parties = folder.Write("parties.yaml", Parties),
            Schemes = [folder.Write("schemes.yaml", Schemes)],
            Draws = 500,
        };
    }

    public static string Schemes => Sourced("""
        schemes:
          contract:
            name: {en: Upkeep contract, nl: Onderhoudscontract, fr: Contrat d'entretien, de: Pflegevertrag}
            payer: {id: province, name: {en: Province, nl: Provincie, fr: Province, de: Provinz}, kind: province}
            per_unit_per_year: {unit: m, rate: 2.45}
            term_years: 6
            conditions: {measures: [hedge]}
            price_year: unknown
            evidence: strong
            SOURCES
          half:
            name: {en: Half the planting, nl: De helft van de aanplant, fr: La moitié de la plantation, de: Die halbe Pflanzung}
            payer: {id: town, name: {en: Town, nl: Stad, fr: Ville, de: Stadt}, kind: municipality}
            share_of_cost: {share_percent: 50, of: investment}
            term_years: 1
            conditions: {measures: [hedge]}
            rules: {excludes: [sum]}
            price_year: unknown
            evidence: strong
            SOURCES
          sum:
            name: {en: "A sum & <b>more</b>", nl: Een bedrag, fr: Une somme, de: Eine Summe}
            payer: {id: town, name: {en: Town, nl: Stad, fr: Ville, de: Stadt}, kind: municipality}
            one_off_grant: {unit: m, lumps: [{from: 1, euros: 900}]}
            term_years: 1
            conditions: {measures: [hedge]}
            price_year: unknown
            evidence: expert
            SOURCES
          points:
            name: {en: Points, nl: Punten, fr: Points payés, de: Punkte}
            payer: {id: province, name: {en: Province, nl: Provincie, fr: Province, de: Provinz}, kind: province}
            kpi_points: {scorecard: card, euros_per_point: 1}
            term_years: 3
            conditions: {parties: [estate]}
            price_year: unknown
            evidence: expert
            SOURCES
        scorecards:
          card:
            name: {en: The card, nl: De kaart, fr: La carte, de: Die Karte}
            SOURCES
            kpis:
              grass:
                name: {en: Herb-rich grass, nl: Kruidenrijk gras, fr: Herbe fleurie, de: Kräuterreiches Gras}
                unit: "%"
                better: more
                steps: [{value: 5, points: 10}, {value: 10, points: 30}]
              ammonia:
                name: {en: Ammonia, nl: Ammoniak, fr: Ammoniac, de: Ammoniak}
                unit: kg
                better: less
                steps: [{value: 60, points: 10}, {value: 40, points: 20}]
        """);

    public static string Parties => """
        setting: {first_year: 2026, years: 10, discount_rate_percent: 0}
        parties:
          farm:
            name: {en: Farm, nl: Boerderij, fr: Ferme, de: Hof}
            kind: farmer
            income_today: 40000
            cash: 5000
            credit_limit: 1000
            kpis: {card: {grass: 6, ammonia: 35}}
          estate: {name: {en: Estate, nl: Landgoed, fr: Domaine, de: Gut}, kind: estate}
        fair_deal:
          payers: {province: {budget_per_year: 500}}
        """;

    public static string Plan => Sourced("""
        measures:
          hedge@farm:
            measure: hedge
            name: {en: Hedge, nl: Heg, fr: Haie, de: Hecke}
            party: farm
            quantity: 400
            unit: m
            costs: {investment: {low: 8, likely: 10, high: 14}, upkeep_per_year: 1, lost_income_per_year: 0, price_year: 2026, evidence: expert, SOURCES}
            benefits: [{kind: avoided_damage, euros_per_unit_per_year: 2, source: {what: made up, where: here, year: 2026}}]
          pond@estate:
            measure: pond
            name: {en: Pond, nl: Poel, fr: Mare, de: Teich}
            party: estate
            quantity: 1
            unit: piece
            costs: {investment: 3000, upkeep_per_year: unknown, lost_income_per_year: 0, price_year: 2026, evidence: expert, SOURCES}
        """);

    public BusinessCaseRequest Request { get; }

    public string Out => folder.File("out");

    public string File(string name) => Path.Combine(Out, name);

    public string Write(string name, string text) => folder.Write(name, text);

    public BusinessCaseResult Make(BusinessCaseRequest? request = null) => BusinessCaseRun.Run(request ?? Request, Out, TimeProvider.System, cancellation: TestContext.Current.CancellationToken);

    public void Dispose() => folder.Dispose();

    private static string Sourced(string yaml) => yaml.Replace("SOURCES", "sources: [{what: made up, where: here, year: 2026}]", StringComparison.Ordinal);
}
