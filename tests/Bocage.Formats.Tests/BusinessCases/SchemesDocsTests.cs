using System.Text.RegularExpressions;
using Bocage.Planning;

namespace Bocage.Formats.Tests;

/// <summary>What docs/schemes.md shows is read by the program, and what it counts is true.</summary>
public class SchemesDocsTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs/schemes.md"));

    private static readonly string[] Examples = [.. Regex.Matches(Page, "```yaml\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

    [Fact]
    public void Its_files_are_read_and_fit_together()
    {
        Assert.Equal(4, Examples.Length);
        var library = SchemesFile.Parse(Examples[0], "docs.yaml");
        var parties = PartiesFile.Parse(Examples[2].Replace("    hedge: {party: farm, lifetime_years: 25, renewed: yes}\n    hedge@parcel-7: ", "    trees@street: ", StringComparison.Ordinal), "docs.yaml", library);
        var plan = PlannedMeasuresFile.Parse(Examples[3], "docs.yaml", parties, MeasureCatalogueFile.Read(Repository.PathOf("measures/catalogue.yaml")));
        Assert.Equal(["farm", "town"], plan.Measures.Select(measure => measure.Party));
        var inputs = new BusinessCaseInputs(parties.Setting, parties.Parties, plan.Measures, library.Schemes, library.Scorecards, plan.Lands);
        Assert.All(BusinessCase.Of(inputs, []).Parties.Take(2), party => Assert.Null(party.IsWhole));
        Assert.Equal(1, Assert.Single(parties.FairDeal!.In(inputs).Payers).Party);
        Assert.Equal([20.0, 40, 60, 80, 100], library.Scorecards[0].Kpis[0].Steps.Select(step => step.Points));
    }

    [Fact]
    public void What_it_says_of_a_plan_from_a_map_is_read()
    {
        var parties = PartiesFile.Parse(Examples[2], "docs.yaml");
        Assert.Equal(["hedge", "hedge@parcel-7"], parties.Details.Keys);
        Assert.Equal((25, 2), (parties.Details["hedge"].LifetimeYears, parties.Details["hedge@parcel-7"].StartYear));
    }

    [Fact]
    public void Every_shape_of_reward_that_it_shows_is_read_and_none_is_left_out()
    {
        string[] rewards = [.. Examples[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        Assert.Equal(RewardReader.Shapes, rewards.Select(reward => reward[..reward.IndexOf(':', StringComparison.Ordinal)]));
        Assert.All(rewards, reward =>
        {
            var yaml = Examples[0].Replace("kpi_points: {scorecard: our-farms, euros_per_point: 12, most_per_farm_per_year: 2000}", reward, StringComparison.Ordinal);
            Assert.Contains(reward, yaml, StringComparison.Ordinal);
            Assert.Equal(2, SchemesFile.Parse(yaml, "docs.yaml").Schemes.Count);
        });
    }

    [Fact]
    public void Which_rewards_pay_a_party_as_a_whole_is_as_it_says()
    {
        var kinds = Examples[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(reward =>
            SchemesFile.Parse(Examples[0].Replace("kpi_points: {scorecard: our-farms, euros_per_point: 12, most_per_farm_per_year: 2000}", reward, StringComparison.Ordinal), "docs.yaml").Schemes[1].Reward.PaysParty);
        Assert.Equal([false, false, false, false, false, false, true, true, true, true, true, true, false], kinds);
    }

    [Fact]
    public void Its_counts_are_those_of_the_files()
    {
        var demo = SchemesFile.Read(Repository.PathOf("schemes/demo.yaml"));
        Assert.Contains($"with {SchemesFile.Read(Repository.PathOf("schemes/library.yaml")).Schemes.Count} schemes that someone really offers", Page, StringComparison.Ordinal);
        Assert.Contains($"with {demo.Schemes.Count} schemes and {demo.Scorecards.Count} scorecards whose", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_names_all_that_our_schemes_ask_for()
    {
        var schemes = SchemesFile.Read([Repository.PathOf("schemes/library.yaml"), Repository.PathOf("schemes/demo.yaml")]).Schemes;
        var asked = schemes.SelectMany(scheme => scheme.Conditions.Facts.Select(fact => fact.Fact))
            .Concat(schemes.Select(scheme => scheme.Reward).OfType<ResultPayment>().Select(reward => reward.Result))
            .Concat(schemes.Select(scheme => scheme.Reward).OfType<AmountPayment>().Select(reward => reward.Amount)).ToHashSet();
        var section = Page[Page.IndexOf("### What our own schemes ask for", StringComparison.Ordinal)..Page.IndexOf("## Parties", StringComparison.Ordinal)];
        Assert.Equal(asked.Order(), Regex.Matches(section, "`([a-z0-9_]+)`").Select(match => match.Groups[1].Value).Distinct().Order());
    }

    [Fact]
    public void It_names_every_key()
    {
        string[] keys =
        [
            .. PlannedMeasureReader.Keys, .. RewardReader.Shapes, .. Enum.GetValues<PartyKind>().Select(CaseWords.WordOf), "excludes", "stacks_only_with", "requires",
            "excludes_other_public_money", "most_public_percent", "once_per_hectare", "least_quantity", "quantity_unit", "budget_total", "standard_cost", "number_of_steps",
        ];
        Assert.All(keys, key => Assert.Contains($"`{key}`", Page, StringComparison.Ordinal));
    }
}
