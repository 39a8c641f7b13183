using System.Numerics;
using Bocage.Landscapes;

namespace Bocage.Planning.Tests.Restoration;

public class MeshRestorationSolverTests
{
    // Units of 1 ha: H habitat, a digit what restoring takes, a point may not be chosen.
    private static RestorationProblem Problem(RestorationRules rules, params string[] rows)
    {
        var grid = new Grid(rows[0].Length, rows.Length, 100, 100);
        var letters = string.Concat(rows);
        return new(new(grid, [.. letters.Select(letter => letter == 'H' ? (byte)1 : (byte)0)]), [.. letters.Select(letter => char.IsDigit(letter) ? letter - '0' : double.NaN)], rules);
    }

    private static MeshRestoration Solve(RestorationProblem problem) => MeshRestorationSolver.Solve(problem, new(), cancellation: TestContext.Current.CancellationToken);

    [Fact] // 12 ha of land; patches of 3 and 2: MESH (9 + 4)/12. Unit (0,3) joins them: 6²/12 = 3. Unit (1,3) adds to none: (9 + 4 + 1)/12; (1,0) makes (16 + 4)/12.
    public void The_unit_that_bridges_two_patches_is_chosen()
    {
        var problem = Problem(new(1), "HHH1HH", "1..1.1");
        var found = Solve(problem);
        Assert.Equal([3], found.Solution.Selected);
        Assert.Equal((SolveOutcome.Optimal, 1, 0.0, 1.0), (found.Solution.Outcome, found.Components, found.Diameter, found.RestoredHa));
        Assert.Equal(13 / 12.0, found.MeshBefore, 12);
        Assert.Equal(36 / 12.0, found.Mesh, 12);
        Assert.Equal(found.Mesh, found.Solution.Bound);
        Assert.Equal(14 / 12.0, problem.MeshOf([9]), 12);
        Assert.Equal(20 / 12.0, problem.MeshOf([6]), 12);
    }

    [Fact] // The bridge takes 3 ha, the two at the edges 1 each: with 2 ha (4² + 3²)/12 or 5²+ 2² /12 are left; (1,0) and (1,1) both touch the patch of 3: (25 + 4)/12.
    public void A_bridge_beyond_the_area_is_left()
    {
        var found = Solve(Problem(new(2), "HHH3HH", "11..1."));
        Assert.Equal([6, 7], found.Solution.Selected);
        Assert.Equal(29 / 12.0, found.Mesh, 12);
    }

    [Fact] // Both bridges together make 2 + 1 + 1 + 1 + 2 = 7: but they lie 200 m apart.
    public void The_diameter_keeps_choices_together()
    {
        string[] rows = ["HH1H1HH"];
        Assert.Equal([2, 4], Solve(Problem(new(2) { MaximumDiameter = 200 }, rows)).Solution.Selected);
        var found = Solve(Problem(new(2) { MaximumDiameter = 199 }, rows));
        Assert.Equal(16 + 4, found.Mesh * 7, 12);
        Assert.Single(found.Solution.Selected);
    }

    [Fact] // 5 ha: joining the patch of 4 to one of 3 makes 8² + 3² + 3² = 82; joining the three of 3 for 2 ha makes 11² + 4² = 137, and two of them are out of reach of the patch of 4.
    public void Lighter_patches_may_join_without_the_heaviest_and_the_bound_knows()
    {
        var problem = Problem(new(5), "HHHH5HHH1HHH1HHH");
        var landscape = new MeshLandscape(problem);
        var search = new WindowSearch(landscape, RestorationWindow.Of(landscape, landscape.Choosable)!, new SearchState(problem, new(), CancellationToken.None));
        Assert.True(search.RootBound() >= 137, $"bound {search.RootBound()}");
        var found = Solve(problem);
        Assert.Equal([8, 12], found.Solution.Selected);
        Assert.Equal(137 / 16.0, found.Mesh, 12);
    }

    [Fact] // In unit widths a step down counts 100 m, in truth 300.
    public void Diameters_count_true_distances_unless_unit_widths_are_asked_for()
    {
        var grid = new Grid(1, 3, 100, 300);
        var problem = new RestorationProblem(new(grid, [0, 1, 0]), [1, double.NaN, 1], new(2) { MaximumDiameter = 250 });
        Assert.Single(Solve(problem).Solution.Selected);
        Assert.Equal(600, problem.DiameterOf([0, 2]), 9);
        var inWidths = Solve(problem.With(new(2) { MaximumDiameter = 250, DiameterInUnitWidths = true }));
        Assert.Equal([0, 2], inWidths.Solution.Selected);
        Assert.Equal(200, inWidths.Diameter, 9);
    }

    [Fact]
    public void Nothing_to_choose_is_an_answer_and_a_least_area_out_of_reach_too()
    {
        var nothing = Solve(Problem(new(5), "HH.", "..."));
        Assert.Empty(nothing.Solution.Selected);
        Assert.Equal((SolveOutcome.Optimal, nothing.MeshBefore), (nothing.Solution.Outcome, nothing.Mesh));
        var impossible = Solve(Problem(new(5) { MinimumAreaHa = 3 }, "HH2"));
        Assert.Equal(SolveOutcome.Infeasible, impossible.Solution.Outcome);
        Assert.Equal(["the least restored area"], impossible.Solution.Relax.Select(limit => limit.Name));
        Assert.True(double.IsNaN(impossible.Mesh));
    }

    [Fact]
    public void A_search_that_is_cancelled_gives_what_it_has_and_a_bound()
    {
        var stopped = MeshRestorationSolver.Solve(Problem(new(1), "HHH1HH", "1..1.1"), new(), cancellation: new CancellationToken(true));
        Assert.Equal(SolveOutcome.Stopped, stopped.Solution.Outcome);
        Assert.True(stopped.Solution.Bound >= 3 && stopped.Mesh >= stopped.MeshBefore);
    }

    [Fact]
    public void On_random_grids_it_equals_the_best_of_all_choices()
    {
        var (random, limited, least, grouped) = (new SeededRandom(5), 0, 0, 0);
        for (var round = 0; round < 400; round++)
        {
            var problem = Random(random, mostUnits: 10);
            var expected = Best(problem);
            var found = Solve(problem);
            if (expected is null)
            {
                Assert.Equal(SolveOutcome.Infeasible, found.Solution.Outcome);
                continue;
            }

            Assert.Equal(SolveOutcome.Optimal, found.Solution.Outcome);
            Assert.True(problem.Allows(found.Solution.Selected));
            Assert.Equal(expected.Value.Mesh, found.Mesh, 1e-9);
            Assert.Equal(expected.Value.Restored, found.RestoredHa, 1e-6);
            Assert.Equal(problem.MeshOf(found.Solution.Selected), found.Mesh, 1e-9);
            limited += problem.Rules.MaximumDiameter is null ? 0 : 1;
            least += problem.Rules.MinimumAreaHa > 0 ? 1 : 0;
            grouped += problem.Rules.LimitsComponents ? 1 : 0;
        }

        Assert.All([limited, least, grouped], count => Assert.True(count > 60));
    }

    [Fact] // The way without proof, held against all choices: never better, and its bound never below.
    public void On_random_grids_the_bound_without_proof_holds()
    {
        var random = new SeededRandom(6);
        var (reached, rounds) = (0, 0);
        for (var round = 0; round < 400; round++)
        {
            var problem = Random(random, mostUnits: 10);
            problem = problem.With(new RestorationRules(problem.Rules.MaximumAreaHa));
            var best = Best(problem)!.Value.Mesh;
            var landscape = new MeshLandscape(problem);
            var state = new SearchState(problem, new(), CancellationToken.None);
            state.Offer([], landscape.Squares);
            var bound = new MeshBound(landscape, JoiningCosts.Of(landscape, () => false)).Of(landscape.Choosable);
            Assert.True(landscape.MeshBound(bound) >= best, $"round {round}: bound {landscape.MeshBound(bound)}, best {best}");
            new MeshImprovement(landscape, state, new(1)).Run(landscape.Choosable, 20_000);
            Assert.True(landscape.Mesh(state.Best) <= best + 1e-9);
            Assert.Equal(problem.MeshOf(state.Chosen), landscape.Mesh(state.Best), 1e-9);
            rounds++;
            if (landscape.Mesh(state.Best) >= best - 1e-9) reached++;
        }

        Assert.True(reached > 0.9 * rounds, $"the best choice was found in {reached} of {rounds} rounds");
    }

    [Fact]
    public void The_same_seed_gives_the_same_choice_on_a_map_too_large_for_a_proof()
    {
        var random = new SeededRandom(3);
        var grid = new Grid(30, 30, 100, 100);
        var habitat = new HabitatMap(grid, [.. Enumerable.Range(0, 900).Select(_ => random.Next(3) == 0 ? (byte)1 : (byte)0)]);
        var problem = new RestorationProblem(habitat, Enumerable.Repeat(1.0, 900).ToArray(), new(15));
        var (one, other) = (Solve(problem), Solve(problem));
        Assert.Equal(one.Solution.Selected, other.Solution.Selected);
        Assert.Equal(SolveOutcome.WithinGap, one.Solution.Outcome);
        Assert.True(one.Solution.Bound > one.Mesh && one.RestoredHa <= 15);
        Assert.Equal(problem.MeshOf(one.Solution.Selected), one.Mesh, 1e-9);
    }

    internal static RestorationProblem Random(SeededRandom random, int mostUnits)
    {
        var grid = new Grid(2 + random.Next(5), 2 + random.Next(5), 100, random.Next(2) == 0 ? 100 : 130);
        var (share, even) = (0.2 + 0.6 * random.NextDouble(), random.Next(2) == 0);
        byte[] habitat = [.. Enumerable.Range(0, grid.CellCount).Select(_ => random.NextDouble() < share ? (byte)1 : (byte)0)];
        var left = mostUnits;
        double[] cost = [.. habitat.Select(cell => cell == 0 && random.Next(8) > 0 && left-- > 0 ? even ? 1 : 0.1 + random.Next(20) * 0.1 : double.NaN)];
        var area = 0.5 + random.Next(12) * 0.5;
        var rules = new RestorationRules(area)
        {
            MaximumDiameter = random.Next(2) == 0 ? random.Next(8) * 70.0 : null,
            MinimumAreaHa = random.Next(3) == 0 ? random.NextDouble() * area : 0,
            MaximumComponents = random.Next(4) == 0 ? 1 + random.Next(2) : null,
            MinimumComponents = random.Next(6) == 0 ? 1 + random.Next(2) : 0,
        };
        if (rules.MinimumComponents > rules.MaximumComponents) rules = rules with { MaximumComponents = null };
        return new(new(grid, habitat), cost, rules, neighbourhood: random.Next(2) == 0 ? Neighbourhood.Rook : Neighbourhood.Queen);
    }

    /// <summary>Tries all choices: the largest MESH, and the least restored area that has it.</summary>
    internal static (double Mesh, double Restored)? Best(RestorationProblem problem)
    {
        int[] units = [.. Enumerable.Range(0, problem.RestorableHa.Length).Where(problem.MayChoose)];
        (double Mesh, double Restored)? best = null;
        for (var bits = 0; bits < 1 << units.Length; bits++)
        {
            var chosen = new List<int>(BitOperations.PopCount((uint)bits));
            for (var k = 0; k < units.Length; k++) if ((bits >> k & 1) == 1) chosen.Add(units[k]);
            if (!problem.Allows(chosen)) continue;
            var (mesh, restored) = (problem.MeshOf(chosen), problem.RestoredHa(chosen));
            if (best is null || mesh > best.Value.Mesh + 1e-9 || (mesh > best.Value.Mesh - 1e-9 && restored < best.Value.Restored)) best = (mesh, restored);
        }

        return best;
    }
}
