using System.Net;
using System.Text.Json;
using Bocage.Formats;
using Bocage.Jobs.BusinessCases;
using Bocage.Jobs.Languages;
using Bocage.Jobs.Runs;
using Bocage.Planning;

namespace Bocage.Jobs.Tests.BusinessCases;

/// <summary>The made case, whose figures are worked out there.</summary>
public sealed class BusinessCaseRunTests : IDisposable
{
    private readonly MadeCase made = new();

    [Fact]
    public void The_figures_worked_out_by_hand()
    {
        var result = made.Make();
        var farm = result.Case.Parties[0];
        Assert.Equal(-120, farm.NetPresentValue, 9);
        Assert.Equal(-12, farm.IncomeChange, 9);
        // 5,000 − 4,000 + 2,000 = 3,000, six years of + 580 to 6,480, four of − 400 to 4,880: the least is 3,000 in year 0
        Assert.Equal((3_000, 0), farm.LiquidityLow);
        Assert.Equal(-8_000, result.WithoutSchemes.Parties[0].NetPresentValue, 9);
        var stack = result.Stacks.Single(stack => stack.Party == 0);
        Assert.Equal(["contract", "half"], stack.Best.Uses.Select(use => result.Case.Inputs.Schemes[use.Scheme].Id));
        Assert.Equal(7_880, stack.Best.Value, 9);
        Assert.Equal(6_780, stack.RunnerUp!.Value, 9);
        Assert.Equal(SchemeRefusalKind.Excluded, stack.Refusals.Single(refusal => result.Case.Inputs.Schemes[refusal.Use.Scheme].Id == "sum").Kind);
        Assert.Equal(SolveOutcome.Optimal, result.Deal!.Outcome);
        Assert.Equal(120, result.Deal.ExtraPublic, 6);
    }

    [Fact]
    public void What_is_not_known_stays_so_and_is_said()
    {
        var result = made.Make();
        Assert.True(double.IsNaN(result.Case.Parties[1].NetPresentValue));
        Assert.Equal(1, result.Case.Parties[1].NotKnownFrom);
        Assert.Equal([1], result.Deal!.NotKnown);
        using var json = JsonDocument.Parse(File.ReadAllText(made.File("business-case.json")));
        var estate = json.RootElement.GetProperty("parties").EnumerateArray().Single(party => party.GetProperty("id").GetString() == "estate");
        Assert.Equal(JsonValueKind.Null, estate.GetProperty("netPresentValue").ValueKind);
        Assert.Equal(-3_000, estate.GetProperty("net")[0].GetDouble());
        Assert.Equal(JsonValueKind.Null, estate.GetProperty("net")[1].ValueKind);
        Assert.Contains("what the upkeep of “Pond” costs is not known", WebUtility.HtmlDecode(File.ReadAllText(made.File("party-estate.html"))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_a_party_opens_in_a_spreadsheet()
    {
        made.Make();
        var rows = File.ReadAllLines(made.File("party-farm.csv"));
        Assert.Equal("line,kind,paid by or to,2026,2027,2028,2029,2030,2031,2032,2033,2034,2035,2036", rows[0]);
        Assert.Equal("Making: Hedge,investment,,-4000,0,0,0,0,0,0,0,0,0,0", rows[1]);
        Assert.Contains("Upkeep contract: Hedge,scheme,Province,0,980,980,980,980,980,980,0,0,0,0", rows);
        Assert.Contains("balance of the year,,,-2000,580,580,580,580,580,580,-400,-400,-400,-400", rows);
        made.Make(made.Request with { Language = "nl" });
        Assert.Contains("Onderhoudscontract: Heg;regeling;Provincie;0;980;980;980;980;980;980;0;0;0;0", File.ReadAllLines(made.File("party-farm.csv")));
    }

    [Fact]
    public void A_name_that_begins_like_a_formula_does_not_become_one()
    {
        var schemes = made.Write("formula.yaml", MadeCase.Schemes.Replace("en: Upkeep contract", "en: '=HYPERLINK(1)'", StringComparison.Ordinal));
        made.Make(made.Request with { Schemes = [schemes] });
        Assert.Contains(File.ReadAllLines(made.File("party-farm.csv")), row => row.StartsWith("'=HYPERLINK(1): Hedge,scheme,", StringComparison.Ordinal));
    }

    public static TheoryData<string> Languages => [.. Texts.Languages];

    // The schemes that come with Bocage have every shape of reward, and the farm every kind of amount.
    [Theory, MemberData(nameof(Languages))]
    public void All_assumptions_stand_on_the_page(string language)
    {
        string[] files = [.. new[] { "library", "demo" }.Select(name => Repository.PathOf($"schemes/{name}.yaml"))];
        made.Make(new() { Plan = Repository.PathOf("schemes/examples/peat-farm.yaml"), Parties = Repository.PathOf("schemes/examples/peat-farm-parties.yaml"), Schemes = files, Draws = 50, Language = language });
        var page = WebUtility.HtmlDecode(File.ReadAllText(made.File("business-case.html")));
        var words = page[page.IndexOf("</style>", StringComparison.Ordinal)..];
        Assert.DoesNotContain('{', words);
        var texts = Texts.Load("BusinessCases", language);
        foreach (var figure in new[] { 702.04, 13.66, 750_000 }) Assert.Contains(texts.Given(figure), words, StringComparison.Ordinal);
        Assert.Contains(texts.Format("terms.costShare.Upkeep", ("share", texts.Percent(0.84))), words, StringComparison.Ordinal);
        Assert.Equal(SchemesFile.Read(files).Schemes.Select(scheme => scheme.Reward.GetType()).Distinct().Count(), typeof(Reward).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(Reward))));
    }

    [Fact]
    public void A_party_takes_its_own_page_and_nobody_elses_money()
    {
        made.Make();
        var page = File.ReadAllText(made.File("party-estate.html"));
        Assert.Contains("Estate", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Farm", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_request_gives_the_same_bytes()
    {
        made.Make();
        var first = RunRecord.Read<BusinessCaseRequest>(made.File("run.json"));
        made.Make(first.Request);
        Assert.Empty(first.CompareWith(RunRecord.Read<BusinessCaseRequest>(made.File("run.json"))));
        Assert.Contains("party-farm.csv", first.Results.Select(result => result.Name));
    }

    [Fact]
    public void Draws_come_from_the_ranges_given()
    {
        var sure = made.Make().Uncertainty[0];
        // only the planting has a range, 8 to 14 € a metre, and the town pays half: −120 ± half of 400 · (−2 … 4)
        var bar = Assert.Single(sure.Tornado);
        Assert.Equal(280, bar.AtLow, 6);
        Assert.Equal(-920, bar.AtHigh, 6);
        Assert.InRange(sure.ChanceWhole, 0.01, 0.6);
        // just whole when planting costs 9.40 € a metre (200 · 10 · 0.06 = 120), or upkeep 0.97 € (4,000 · 0.03 = 120)
        Assert.Equal([0.94, 0.97], sure.BreakEvens.Select(one => Math.Round(one.Share, 6)).Order());
    }

    [Theory]
    [InlineData("quantity: 400", "quantity: -4", "our_hedges.yaml, line 6: measures.hedge@farm.quantity must be a number above 0; got '-4'.")]
    [InlineData("unit: m\n", "unit: mile\n", "measures.hedge@farm.unit must be one of")]
    [InlineData("party: estate", "party: queen", "measures.pond@estate.party must be")]
    public void A_wrong_plan_gets_one_sentence(string right, string wrong, string sentence)
    {
        var plan = made.Write("our_hedges.yaml", MadeCase.Plan.Replace(right, wrong, StringComparison.Ordinal));
        var error = Assert.Throws<BadInputException>(() => made.Make(made.Request with { Plan = plan }));
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(made.Out));
    }

    [Fact]
    public void A_folder_that_no_plan_wrote_is_refused()
    {
        var error = Assert.Throws<BadInputException>(() => made.Make(made.Request with { Plan = Path.GetDirectoryName(made.Request.Parties)! }));
        Assert.Contains("holds no plan.json; name the folder that `bocage plan` wrote, or a file with planned measures.", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => made.Dispose();
}
