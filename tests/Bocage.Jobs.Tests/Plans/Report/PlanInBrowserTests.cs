using Bocage.Jobs.Languages;
using Bocage.Jobs.Plans;

namespace Bocage.Jobs.Tests.Plans.Report;

/// <summary>The page of a plan with every section, of one without a plan, and of the other goals, as a reader's browser shows them.</summary>
public sealed class PlanInBrowserTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Theory, MemberData(nameof(Languages))]
    public async Task A_plan_with_every_section_is_for_everyone(string language)
    {
        await using var browser = await Browser.Start(Cancellation);
        using var made = new MadePlan("WgWgggW", "W~~~~~W");
        var result = made.Make(made.Request with
        {
            Language = language,
            Budget = null,
            YearBudgets = [1_000, 1_500],
            Parties = [new("A & <b>B</b>", 2_000, ["wood"])],
            Counts = [new("wood", 0, 3), new("source", 0, 2)],
            HorizonYears = 5,
        });
        Assert.NotNull(result.Sequence);
        Assert.NotNull(result.Curve);
        Assert.NotNull(result.Sensitivity);
        Assert.NotEmpty(result.NotChosen);
        await PageInBrowser.Check(browser, made.File("plan.html"), language);
        Assert.Equal(0, (await browser.Run("document.querySelectorAll('main b').length", Cancellation))!.GetValue<int>());
        Assert.DoesNotContain('{', (await browser.Run("document.body.innerText", Cancellation))!.GetValue<string>());
    }

    [Fact]
    public async Task A_page_without_a_plan_is_for_everyone()
    {
        const string language = "fr";
        await using var browser = await Browser.Start(Cancellation);
        using var made = new MadePlan("WgWgggW");
        var targets = new Dictionary<string, double> { ["forest"] = 3 };
        Assert.Empty(made.Make(made.Request with { Language = language, Targets = targets }).Chosen);
        await PageInBrowser.Check(browser, made.File("plan.html"), language);
        Assert.DoesNotContain('{', (await browser.Run("document.body.innerText", Cancellation))!.GetValue<string>());
    }

    [Theory]
    [InlineData(PlanGoal.LeastCost)]
    [InlineData(PlanGoal.Habitat)]
    [InlineData(PlanGoal.PressureRelief)]
    public async Task The_page_of_another_goal_is_for_everyone(PlanGoal goal)
    {
        await using var browser = await Browser.Start(Cancellation);
        using var made = new MadePlan("WgWgggW");
        var targets = goal == PlanGoal.LeastCost ? new Dictionary<string, double> { ["forest"] = 2 } : [];
        made.Make(made.Request with { Goal = goal, Pressure = goal == PlanGoal.PressureRelief ? "nitrogen_deposition" : null, Budget = 2_500, Targets = targets });
        await PageInBrowser.Check(browser, made.File("plan.html"), "en");
        var text = (await browser.Run("document.body.innerText", Cancellation))!.GetValue<string>();
        Assert.DoesNotContain("−2,000", text, StringComparison.Ordinal);
        Assert.DoesNotContain("nitrogen_deposition", text, StringComparison.Ordinal);
        Assert.Contains(goal == PlanGoal.LeastCost ? "It is proven to be the cheapest there is." : "It is proven to be the best there is", text, StringComparison.Ordinal);
    }
}
