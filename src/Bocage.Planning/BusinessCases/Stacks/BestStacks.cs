namespace Bocage.Planning;

/// <summary>Finds for each party the lawful stack of schemes that pays it most.</summary>
/// <remarks>
/// Value = present value of the payments to the party at its discount rate; costs do not depend on the stack. Lawful: schemes that meet do not exclude each other; one variant for a measure; hectares are paid for once
/// (<see cref="SchemeRules.OncePerHectare"/>); what a scheme requires is in the stack too; public money is cut to its share of the cost, and no payment to nothing; no budget of a scheme is overrun, in any year or in all, by all parties together.
/// Rules hold too between parties whose measures lie on the same land. Where parties compete for a budget or a land, the sum of their values is greatest.
/// Exact: problems fall into parts that have nothing to do with each other; each is searched depth first with a bound, and parts of several parties are solved by a program where there is one.
/// Ties: fewer uses, then the first in the order of parties, schemes, measures and variants; of equal answers a program picks one, from which uses that add nothing are left out.
/// A payment that is not known is refused and never counted as 0. The runner-up takes up at least one use that the best does not, with the stacks of the other parties as they are. Cost: at worst 2 to the number of uses in a part;
/// see docs/methods/stacks-and-fair-deal.md.
/// </remarks>
public static class BestStacks
{
    /// <summary>The best stack of each given party, in their order.</summary>
    /// <param name="inputs">Parties, measures and schemes.</param>
    /// <param name="program">Solves models of several parties; null to search them too.</param>
    /// <param name="limits">Time for all of it, after which what was found is returned unproven; null for none.</param>
    /// <param name="cancellation">Stops it; throws.</param>
    public static IReadOnlyList<StackChoice> Of(BusinessCaseInputs inputs, IMixedIntegerSolver? program = null, SolveLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        cancellation.ThrowIfCancellationRequested();
        var time = new TimeLeft(limits ?? new());
        var offers = SchemeOffers.Of(inputs);
        var problem = new StackProblem(inputs, offers.Options, []);
        var (chosen, budgets, isProven) = new StackSolver(problem, program, time, cancellation).Solve();
        StackOption[] best = [.. chosen.Select(k => problem.Options[k])];
        var reasons = new StackReasons(problem, best);
        return [.. Enumerable.Range(0, inputs.GivenParties.Count).Select(Choice)];

        StackChoice Choice(int party)
        {
            var own = new StackProblem(inputs, problem.Options.Where(option => option.Use.Party == party), [.. best.Where(option => option.Use.Party != party)]);
            var solver = new StackSolver(own, null, time, cancellation);
            int[] mine = [.. Enumerable.Range(0, own.Options.Length).Where(k => best.Contains(own.Options[k]))];
            var (runnerUp, isRunnerUpProven) = solver.RunnerUp(mine, budgets);
            return new()
            {
                Party = party,
                Best = StackOf(mine),
                RunnerUp = runnerUp is null ? null : StackOf(runnerUp),
                Refusals = Refusals(party),
                IsProven = isRunnerUpProven && Enumerable.Range(0, isProven.Length).All(k => isProven[k] || problem.Options[k].Use.Party != party),
            };

            Stack StackOf(int[] members) => new([.. members.Select(k => own.Options[k].Use)], solver.Value(members));
        }

        IReadOnlyList<SchemeRefusal> Refusals(int party)
        {
            var taken = best.Select(option => (option.Use.Scheme, option.Use.Party, option.Use.Measure)).ToHashSet();
            var left = problem.Options.Where(option => option.Use.Party == party).GroupBy(option => (option.Use.Scheme, option.Use.Party, option.Use.Measure)).Where(group => !taken.Contains(group.Key)).Select(reasons.Of);
            return [.. offers.Refusals.Where(refusal => refusal.Use.Party == party).Concat(left).OrderBy(refusal => refusal.Use.Scheme).ThenBy(refusal => refusal.Use.Measure)];
        }
    }
}
