using System.Text.RegularExpressions;
using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Formats.Tests;

/// <summary>The schemes, scorecards and examples that Bocage comes with.</summary>
public partial class SchemeLibraryDataTests
{
    private const string Ours = "assumption of the Bocage team";

    private static readonly MeasureCatalogue Catalogue = MeasureCatalogueFile.Read(Repository.PathOf("measures/catalogue.yaml"));

    private static readonly SchemeLibrary Library = SchemesFile.Read(Repository.PathOf("schemes/library.yaml"));

    private static readonly SchemeLibrary Demo = SchemesFile.Read(Repository.PathOf("schemes/demo.yaml"));

    [Fact]
    public void The_library_has_twenty_schemes_each_with_a_page_and_a_year()
    {
        Assert.True(Library.Schemes.Count >= 20, $"{Library.Schemes.Count} schemes");
        Assert.Empty(Library.Scorecards);
        Assert.All(Library.Schemes, scheme =>
        {
            Assert.Contains(scheme.Sources, source => source.Where.StartsWith("https://", StringComparison.Ordinal) && source.Year is not null);
            Assert.All(scheme.Sources, source => Assert.True(source.Where.StartsWith("https://", StringComparison.Ordinal) || source.Where == Ours, source.Where));
            Assert.All(scheme.Sources.Where(source => source.Where == Ours), source => Assert.Contains("assumption", source.What, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact] // a price of which only the reading of the page is known has no price year
    public void What_was_read_on_a_page_without_a_date_has_no_price_year() =>
        Assert.All(
            Library.Schemes.Where(scheme => scheme.Sources[0].What.Contains("page without a date", StringComparison.Ordinal)),
            scheme => Assert.Equal((null, 2026), (scheme.PriceYear, scheme.Sources[0].Year)));

    [Fact]
    public void Every_text_stands_there_in_every_language()
    {
        foreach (var library in new[] { Library, Demo })
        {
            Assert.All(library.Schemes.SelectMany(scheme => new[] { scheme.Name, scheme.PayerName }), text => Assert.Equal(LocalizedText.KnownLanguages, text.Languages));
            Assert.All(library.Scorecards, card => Assert.All(card.Kpis, kpi => Assert.Equal(LocalizedText.KnownLanguages, kpi.Name.Languages)));
            Assert.All(LocalizedText.KnownLanguages, language => Assert.Equal(library.Schemes.Count, library.Schemes.Select(scheme => scheme.Name.In(language)).Distinct().Count()));
        }
    }

    [Fact]
    public void Demonstrations_are_labelled_as_assumptions_and_named_apart() =>
        Assert.All(Demo.Schemes, scheme =>
        {
            Assert.Contains(scheme.Sources, source => source.Where == Ours);
            Assert.Equal(Evidence.Expert, scheme.Evidence);
            Assert.StartsWith("demo-", scheme.Id, StringComparison.Ordinal);
            Assert.StartsWith("demo-", scheme.Payer, StringComparison.Ordinal);
        });

    [Fact]
    public void The_two_scorecards_have_seven_and_thirteen_indicators_and_the_points_that_are_known()
    {
        Assert.Equal([7, 13], Demo.Scorecards.Select(card => card.Kpis.Count));
        Assert.Equal(2500, Demo.Scorecards[1].MostPoints);
        Assert.All(Demo.Scorecards, card => Assert.Contains(card.Sources, source => source.Where == Ours));
        var brabant = Assert.IsType<KpiPayment>(Assert.Single(Demo.Schemes, scheme => scheme.Id == "demo-brabant-points").Reward);
        Assert.Equal(5000, brabant.EurosFor(Demo.Scorecards[1].MostPoints));
    }

    [Fact]
    public void The_demonstrations_and_the_library_together_show_every_shape_of_reward() =>
        Assert.Equal(
            typeof(Reward).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Reward))).Select(type => type.Name).Order(),
            Library.Schemes.Concat(Demo.Schemes).Select(scheme => scheme.Reward.GetType().Name).Distinct().Order());

    [Fact]
    public void The_schemes_pay_for_measures_of_the_catalogue() =>
        Assert.All(Library.Schemes.Concat(Demo.Schemes).SelectMany(scheme => scheme.Conditions.Measures), measure => Assert.NotNull(Catalogue.Find(measure)));

    [Theory] // by hand, from the pages
    [InlineData("anlb-meadow-bird-rest", 2, 10, MeasureUnit.Hectare, 6237.20)]
    [InlineData("anlb-clipped-hedge", 1, 100, MeasureUnit.Metre, 300)]
    [InlineData("flemish-wooded-bank-upkeep", 0, 1000, MeasureUnit.SquareMetre, 209.80)] // 10 are at 20.98
    [InlineData("heuvelland-pond", 0, 30, MeasureUnit.SquareMetre, 59.60)]
    [InlineData("heuvelland-pond", 0, 60, MeasureUnit.SquareMetre, 119.20)]
    [InlineData("lebbeke-tree-planting", 0, 12, MeasureUnit.Piece, 120)]
    [InlineData("lebbeke-tree-planting", 0, 80, MeasureUnit.Piece, 500)] // the cap
    [InlineData("sint-laureins-planting", 0, 2, MeasureUnit.Metre, 150)] // 75 % of 2 · 100
    [InlineData("sint-laureins-planting", 0, 3, MeasureUnit.Metre, 200)] // the cap
    [InlineData("snl-nature-management", 0, 10, MeasureUnit.Hectare, 84)] // 84 % of 10 · 10
    [InlineData("peat-carbon-credit", 0, 32, MeasureUnit.Hectare, 30598.40)] // 437.12 t at 70
    [InlineData("bank-carbon-trial", 0, 32, MeasureUnit.Hectare, 17484.80)]
    public void A_scheme_pays_what_its_page_says(string id, int variant, double quantity, MeasureUnit unit, double euros)
    {
        var made = Case(Library, id, quantity, unit, variant);
        Assert.Equal(euros, made.Parties[0].Lines.Where(line => line.Scheme >= 0).Max(line => line.Amounts.Max()), 9);
    }

    [Fact]
    public void Every_scheme_can_be_used_in_every_variant()
    {
        foreach (var library in new[] { Library, Demo })
            foreach (var scheme in library.Schemes)
                for (var variant = 0; variant < scheme.Reward.Variants.Count; variant++)
                {
                    var made = Case(library, scheme.Id, 40, UnitOf(scheme.Reward), variant);
                    var paid = made.Parties[0].Lines.Where(line => line.Scheme >= 0).Sum(line => Math.Abs(line.Amounts.Sum()) + line.Amounts.Count(euros => euros != 0));
                    Assert.True(double.IsFinite(paid) && paid > 0, $"{scheme.Id} pays {paid}");
                }
    }

    [Theory]
    [InlineData("peat-farm", "water-board")]
    [InlineData("neighbourhood", "estate")]
    public void An_example_can_be_worked_out_and_one_party_of_it_is_not_known(string name, string notKnown)
    {
        var library = SchemesFile.Read([Repository.PathOf("schemes/library.yaml"), Repository.PathOf("schemes/demo.yaml")]);
        var parties = PartiesFile.Read(Repository.PathOf($"schemes/examples/{name}-parties.yaml"), library);
        var plan = PlannedMeasuresFile.Read(Repository.PathOf($"schemes/examples/{name}.yaml"), parties, Catalogue);
        var inputs = new BusinessCaseInputs(parties.Setting, parties.Parties, plan.Measures, library.Schemes, library.Scorecards, plan.Lands);
        var made = BusinessCase.Of(inputs, []);
        Assert.Equal([notKnown], made.Parties.Where(party => party.IsWhole is null).Select(party => party.Party.Id));
        Assert.NotEmpty(parties.FairDeal!.In(inputs).Payers);
        Assert.NotEmpty(made.PublicBenefits());
        Assert.All(plan.Measures, measure => Assert.All(measure.Costs.Sources, source => Assert.True(source.Where == Ours || source.Where.StartsWith("https://", StringComparison.Ordinal))));
    }

    [Fact] // by hand: 437.12 t at 70 €/t for the ten years of the contract
    public void The_peat_farm_gets_what_its_carbon_is_worth_at_the_guide_price()
    {
        var parties = PartiesFile.Read(Repository.PathOf("schemes/examples/peat-farm-parties.yaml"), Library);
        var plan = PlannedMeasuresFile.Read(Repository.PathOf("schemes/examples/peat-farm.yaml"), parties);
        var scheme = Library.Schemes.ToList().FindIndex(scheme => scheme.Id == "peat-carbon-credit");
        var made = BusinessCase.Of(new(parties.Setting, parties.Parties, plan.Measures, Library.Schemes, Library.Scorecards, plan.Lands), [new(scheme, 0, 0, 0)]);
        var line = Assert.Single(made.Parties[0].Lines, line => line.Scheme == scheme);
        Assert.Equal(10, line.Amounts.Count(euros => euros != 0));
        Assert.All(line.Amounts.Skip(1).Take(10), euros => Assert.Equal(30_598.40, euros, 6));
    }

    [Fact]
    public void The_files_have_no_tabs_and_no_blanks_at_the_end_of_a_line() =>
        Assert.All(Directory.GetFiles(Repository.PathOf("schemes"), "*.yaml", SearchOption.AllDirectories), path => Assert.DoesNotMatch(Tabs(), File.ReadAllText(path)));

    [GeneratedRegex("\t|\r| +\n")]
    private static partial Regex Tabs();

    private static BusinessCase Case(SchemeLibrary library, string id, double quantity, MeasureUnit unit, int variant)
    {
        var index = library.Schemes.ToList().FindIndex(scheme => scheme.Id == id);
        var farm = new Party
        {
            Id = "farm",
            Name = new LocalizedText("farm"),
            Kind = PartyKind.Farmer,
            Loan = new Loan(100_000, 0.04, 10),
            Amounts = new[] { "milk_kg", "lease_eur", "water_levy_eur", "bbm_reward_eur", "bbm_extra_eur" }.ToDictionary(name => name, _ => Estimate.Certain(1000)),
            KpiValues = library.Scorecards.ToDictionary(card => card.Id, IReadOnlyDictionary<string, double> (card) => card.Kpis.ToDictionary(kpi => kpi.Id, kpi => kpi.Steps[^1].Value)),
        };
        var measure = new PlannedMeasure
        {
            Id = "m",
            Measure = library.Schemes[index].Conditions.Measures.Append("hedge").First(),
            Name = new LocalizedText("m"),
            Party = "farm",
            Quantity = quantity,
            Unit = unit,
            Costs = new() { Investment = Estimate.Certain(100), UpkeepPerYear = Estimate.Certain(10), LostIncomePerYear = Estimate.Zero },
            Results = new Dictionary<string, Estimate> { ["co2_t"] = Estimate.Certain(13.66), ["visitors"] = Estimate.Certain(3), ["breeding_pairs"] = Estimate.Certain(1) },
        };
        var inputs = new BusinessCaseInputs(new() { FirstYear = 2026, Years = 10, DiscountRate = 0.03 }, [farm], [measure], library.Schemes, library.Scorecards);
        return BusinessCase.Of(inputs, [new(index, 0, library.Schemes[index].Reward.PaysParty ? -1 : 0, variant)]);
    }

    private static MeasureUnit UnitOf(Reward reward) => reward switch
    {
        YearlyPayment payment => payment.Unit,
        Grant grant => grant.Unit,
        _ => MeasureUnit.Hectare,
    };
}
