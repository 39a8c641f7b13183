using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Bocage.Data.Programmes;
using Bocage.Landscapes;

namespace Bocage.Data.Tests.Programmes;

/// <summary>The packs of the three founding programmes hold what is known, and nothing that is not.</summary>
public class FoundingPacksTests
{
    public static TheoryData<string> Packs => ["all4biodiversity", "belgian-alliance", "biodiverse-cities"];

    [Theory, MemberData(nameof(Packs))]
    public void It_is_in_order(string id)
    {
        var read = ProgrammePackFolder.Read(Repository.PathOf($"programmes/{id}"));
        Assert.Empty(read.Errors);
        Assert.Equal(id, read.Pack!.Programme.Id);
    }

    [Theory, MemberData(nameof(Packs))]
    public void Every_text_is_there_in_all_four_languages_and_was_translated(string id)
    {
        var texts = TextsIn(Pack(id)).ToArray();
        var translated = texts.Where(text => text.Languages.Count > 0).ToArray();
        Assert.True(translated.Length > 70, $"{translated.Length} texts");
        Assert.All(translated, text => Assert.Equal(LocalizedText.KnownLanguages, text.Languages));
        // A short name can be the same in two languages, a sentence cannot.
        Assert.All(translated.Where(text => text.In("en").Length > 45), text => Assert.Equal(4, text.Languages.Select(text.In).Distinct().Count()));
        // What has one text for all languages is a name.
        Assert.All(texts.Except(translated), text => Assert.InRange(text.In("en").Length, 2, 70));
    }

    [Theory, MemberData(nameof(Packs))]
    public void No_text_is_a_stand_in(string id)
    {
        var words = TextsIn(Pack(id)).SelectMany(text => LocalizedText.KnownLanguages.Select(text.In)).ToArray();
        Assert.All(words, text => Assert.DoesNotMatch(new Regex(@"lorem|ipsum|\bTODO\b|\bTBD\b|\bxxx|placeholder|\?\?|NOT FOUND", RegexOptions.IgnoreCase), text));
    }

    [Theory, MemberData(nameof(Packs))]
    public void It_says_in_words_what_is_not_known(string id) => Assert.Contains(Pack(id).Pages, page => page.Id == "open-questions");

    [Theory, MemberData(nameof(Packs))]
    public void Every_source_is_used(string id)
    {
        var pack = Pack(id);
        var used = string.Join(' ', ProgrammePackFolder.Export(pack with { Sources = [] }).Values);
        Assert.All(pack.Sources, source => Assert.Matches($@"(source: |sources: \[[^\]]*\b){Regex.Escape(source.Id)}\b", used));
    }

    [Fact]
    public void All4Biodiversity_has_six_pilots_five_lines_and_no_seventh_or_ninth()
    {
        var pack = Pack("all4biodiversity");
        Assert.Equal(["donkse-laagten", "geuldal-heuvelland", "wadden-islands", "brummen", "veluwezoom-ijssel", "brabants-bodem"], pack.Areas.Where(area => area.Kind == "pilot").Select(area => area.Id));
        Assert.Equal(["A1", "A2", "C2", null, null], pack.Programme.ActionLines.Select(line => line.Code));
        Assert.Equal(3, pack.Programme.Phases.Count);
        Assert.Equal(5, pack.Programme.SuccessFactors.Count);
        Assert.Equal(["2020-01-01 2021-12-31", "2022-01-01 2023-12-31", "2024-01-01 2025-12-31"], pack.Programme.Phases.Select(phase => $"{phase.Start.First:yyyy-MM-dd} {phase.End!.Value.Last:yyyy-MM-dd}"));
        Assert.Equal(["Partners", "Farmland that becomes nature"], pack.Disputed().Select(name => name.In("en")));
        Assert.Equal([14.0, 13.0], pack.Programme.Figures.Single(figure => figure.Id == "partners").Claims.Select(claim => claim.Value));
        Assert.Equal([150.0, 100.0], pack.Areas.Single(area => area.Id == "brummen").Quantities[0].Claims.Select(claim => claim.Value));
        Assert.Equal("IJsseluiterwaarden", pack.Areas.Single(area => area.Id == "veluwezoom-ijssel").EarlierNames[0].Name.ToString());
    }

    [Fact]
    public void The_Belgian_alliance_has_ten_objectives_on_two_axes_and_thirteen_counters()
    {
        var pack = Pack("belgian-alliance");
        Assert.Equal(["1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "2.4", "2.5"], pack.Objectives.Select(objective => objective.Code));
        Assert.Equal(["axis-1", "axis-2"], pack.Axes.Select(axis => axis.Id));
        Assert.Equal(
        [
            "120000 ha Stock NetPositive", "1500 piece Stock NetPositive", "20 percent Share NetPositive", "2000 piece Stock None", "1000 piece Stock None", "4000 km Stock None", "10000 km Stock None",
            "8000000 t_per_year Flow AtLeastNeutral", "3500000 t_per_year Flow AtLeastNeutral", "500000 ha Stock AtLeastNeutral", "38500000 t_per_year Flow AtLeastNeutral", "435000 t_per_year Flow None",
            "150 piece Stock None",
        ],
        pack.Counters.Select(counter => FormattableString.Invariant($"{counter.Target!.Claims[0].Value} {counter.Unit} {counter.Kind} {counter.Qualifier}")));
        Assert.All(pack.Counters, counter => Assert.Equal((2030, 0), (counter.Target!.Year, counter.Baseline.Count)));
        // Criteria were seen for two objectives only.
        Assert.Equal(["urban-areas", "buildings"], pack.Objectives.Where(objective => objective.Criteria.Count > 0).Select(objective => objective.Id));
    }

    [Fact] // by hand: 12 + 400 + 320 = 732, 12 + 400 + 380 = 792
    public void The_land_of_Belgian_projects_adds_up_to_a_range()
    {
        var pack = Pack("belgian-alliance");
        Assert.Equal(["Wetland"], pack.Disputed().Select(name => name.In("en")));
        var land = pack.Projects.SelectMany(project => project.Contributions).Where(contribution => contribution.Unit.Id == "ha").Select(contribution => contribution.Amount as StockAmount);
        Assert.Equal(new StockAmount(Unit.Find("ha")!, 732, 792), StockTotal.Of(Unit.Find("ha")!, land).Sum);
        // No source says which counter they count towards, so none is said to have got anything.
        Assert.All(pack.Counters, counter => Assert.Empty(pack.ContributionsTo(counter.Id)));
    }

    [Fact]
    public void Biodiverse_Cities_has_sixteen_partners_five_pilots_and_three_pollinators()
    {
        var pack = Pack("biodiverse-cities");
        Assert.Equal(16, pack.Partners.Count);
        Assert.Equal(["dordrecht", "aarhus", "bremen", "lille", "vaxjo"], pack.Areas.Where(area => area.Kind == "pilot-city").Select(area => area.Id));
        Assert.Equal(["hamburg", "bergen", "brest"], pack.Areas.Where(area => area.Kind == "pollinator-city").Select(area => area.Id));
        Assert.Equal(pack.Programme.Countries.Order(), pack.Partners.Select(partner => partner.Country).OfType<string>().Distinct().Order());
        Assert.Equal(7, pack.Programme.Countries.Count);
        Assert.All(pack.Partners, partner => Assert.NotEmpty(partner.Roles));
        Assert.Empty(pack.Disputed());
        // Neither work packages nor indicators of its own are known.
        Assert.Empty(pack.Objectives);
    }

    private static ProgrammePack Pack(string id) => ProgrammePackFolder.Read(Repository.PathOf($"programmes/{id}")).PackOrThrow();

    // Every text anywhere in a pack.
    private static IEnumerable<LocalizedText> TextsIn(object? part) => part switch
    {
        LocalizedText text => [text],
        null or string => [],
        IEnumerable items => items.Cast<object>().SelectMany(TextsIn),
        _ when part.GetType().Namespace == typeof(ProgrammePack).Namespace && !part.GetType().IsEnum && part is not Unit =>
            part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.Name != nameof(ProgrammePack.Counters)).SelectMany(property => TextsIn(property.GetValue(part))),
        _ => [],
    };
}
