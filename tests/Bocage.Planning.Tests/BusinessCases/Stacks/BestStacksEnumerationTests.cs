namespace Bocage.Planning.Tests;

public class BestStacksEnumerationTests
{
    private const int Most = 12;

    [Fact]
    public void Best_and_runner_up_are_those_of_all_lawful_stacks()
    {
        var (cases, shared, cut, budget, hectares, needs) = (0, 0, 0, 0, 0, 0);
        for (var seed = 0; cases < 400; seed++)
        {
            var inputs = StackCases.Random(seed);
            SchemeUse[] uses = [.. SchemeOffers.Of(inputs).Options.Select(option => option.Use)];
            if (uses.Length is < 2 or > Most) continue;
            cases++;
            var every = new EveryStack(inputs, uses);
            var choices = BestStacks.Of(inputs);
            Check(seed, inputs, every, choices, isProgram: false);
            if (choices.Count(choice => choice.Best.Uses.Count > 0) > 1) shared++;
            foreach (var kind in choices.SelectMany(choice => choice.Refusals).Select(refusal => refusal.Kind).Distinct())
            {
                if (kind == SchemeRefusalKind.PublicShare) cut++;
                if (kind == SchemeRefusalKind.Budget) budget++;
                if (kind == SchemeRefusalKind.SameHectare) hectares++;
                if (kind == SchemeRefusalKind.Requires) needs++;
            }
        }

        Assert.True(shared > 40 && cut > 20 && budget > 20 && hectares > 20 && needs > 5, $"{shared} shared, {cut} cut, {budget} budget, {hectares} hectares, {needs} needs");
    }

    [Fact]
    public void A_program_finds_the_same_for_budgets_that_parties_share()
    {
        var program = Cbc.Program;
        var joint = 0;
        for (var seed = 1000; joint < 40; seed++)
        {
            var inputs = StackCases.Random(seed);
            inputs = new(inputs.Setting, inputs.GivenParties, inputs.Measures, [.. inputs.Schemes.Select(scheme => scheme with { BudgetTotal = scheme.BudgetTotal / 4 })], null, inputs.Lands);
            SchemeUse[] uses = [.. SchemeOffers.Of(inputs).Options.Select(option => option.Use)];
            var problem = new StackProblem(inputs, SchemeOffers.Of(inputs).Options, []);
            if (uses.Length is < 2 or > Most) continue;
            var counted = new StackSolver(problem, null, new(new()), default).Solve().Budgets;
            if (!StackParts.Of(problem, counted).Exists(part => part.Select(k => problem.Options[k].Use.Party).Distinct().Count() > 1)) continue;
            joint++;
            Check(seed, inputs, new(inputs, uses), BestStacks.Of(inputs, program, new()), isProgram: true);
        }
    }

    private static void Check(int seed, BusinessCaseInputs inputs, EveryStack every, IReadOnlyList<StackChoice> choices, bool isProgram)
    {
        var best = every.Lawful.Max(stack => stack.Values.Sum());
        Near(best, choices.Sum(choice => choice.Best.Value), seed);
        SchemeUse[] all = [.. choices.SelectMany(choice => choice.Best.Uses)];
        Assert.True(every.IsLawful(all), $"seed {seed}");
        foreach (var choice in choices)
        {
            Assert.True(choice.IsProven);
            SchemeUse[] others = [.. all.Where(use => use.Party != choice.Party)];
            var here = every.Lawful.Where(stack => stack.Uses.Where(use => use.Party != choice.Party).ToHashSet().SetEquals(others)).ToArray();
            Near(here.Max(stack => stack.Values[choice.Party]), choice.Best.Value, seed);
            var fewest = here.Where(stack => stack.Values[choice.Party] >= choice.Best.Value - 1e-9).Min(stack => stack.Uses.Count(use => use.Party == choice.Party));
            if (!isProgram) Assert.Equal(fewest, choice.Best.Uses.Count);
            var runners = here.Where(stack => stack.Uses.Any(use => use.Party == choice.Party && !choice.Best.Uses.Contains(use))).ToArray();
            Assert.Equal(runners.Length > 0, choice.RunnerUp is not null);
            if (choice.RunnerUp is not { } runnerUp) continue;
            Near(runners.Max(stack => stack.Values[choice.Party]), runnerUp.Value, seed);
            Assert.True(every.IsLawful([.. others, .. runnerUp.Uses]), $"seed {seed}");
            foreach (var refusal in choice.Refusals) Assert.DoesNotContain(choice.Best.Uses, use => use.Scheme == refusal.Use.Scheme && use.Measure == refusal.Use.Measure);
            foreach (var refusal in choice.Refusals) CheckReason(inputs, every, all, refusal);
        }
    }

    // Each reason says what happens when the use is added, and a use that may be added is worth less.
    private static void CheckReason(BusinessCaseInputs inputs, EveryStack every, SchemeUse[] all, SchemeRefusal refusal)
    {
        if (refusal.Kind is SchemeRefusalKind.Excluded or SchemeRefusalKind.OtherPublicMoney) Assert.Contains(all, use => use.Scheme == refusal.Other);
        if (refusal.Kind == SchemeRefusalKind.Requires) Assert.Contains(inputs.Schemes[refusal.Other].Id, inputs.Schemes[refusal.Use.Scheme].Rules.Requires);
        if (refusal.Kind is SchemeRefusalKind.Excluded or SchemeRefusalKind.OtherPublicMoney or SchemeRefusalKind.SameHectare or SchemeRefusalKind.PublicShare or SchemeRefusalKind.Budget or SchemeRefusalKind.Requires)
            Assert.False(every.IsLawful([.. all, refusal.Use]));
        if (refusal.Kind == SchemeRefusalKind.WorthLess) Assert.Contains(every.Lawful, stack => stack.Uses.Contains(refusal.Use));
    }

    private static void Near(double expected, double got, int seed) => Assert.True(Math.Abs(expected - got) <= 1e-9 * Math.Max(1, Math.Abs(expected)), $"seed {seed}: {expected} and {got}");
}
