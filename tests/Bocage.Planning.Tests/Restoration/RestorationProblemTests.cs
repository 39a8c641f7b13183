using Bocage.Landscapes;

namespace Bocage.Planning.Tests.Restoration;

public class RestorationProblemTests
{
    private static readonly HabitatMap Habitat = new(new Grid(3, 2, 100, 100), [1, 0, 1, 0, 0, 0]);

    [Fact] // Patches of 1 and 1 in 6 ha: 2/6. With (0,1) one of 3: 9/6. With (1,0) and (1,2): 4 + 4 = 8/6.
    public void Figures_of_a_choice_come_straight_from_the_definition()
    {
        var problem = new RestorationProblem(Habitat, [5, 1, 5, 2, double.NaN, 0.5], new(3) { MaximumComponents = 1 });
        Assert.Equal([double.NaN, 1, double.NaN, 2, double.NaN, 0.5], problem.RestorableHa);
        Assert.Equal([2 / 6.0, 9 / 6.0, 8 / 6.0], [problem.MeshOf([]), problem.MeshOf([1]), problem.MeshOf([3, 5])]);
        Assert.Equal((2, 1), (problem.ComponentsOf([3, 5]), problem.ComponentsOf([3, 4, 5])));
        Assert.Equal((2.5, 200), (problem.RestoredHa([3, 5]), problem.DiameterOf([3, 5])));
        Assert.True(problem.Allows([1]));
        Assert.False(problem.Allows([3, 5])); // two groups
        Assert.False(problem.Allows([4])); // may not be chosen
        Assert.False(problem.Allows([0])); // habitat
        Assert.False(problem.With(new RestorationRules(0.9)).Allows([1]));
        Assert.False(problem.With(new RestorationRules(3) { MinimumAreaHa = 1.1 }).Allows([1]));
        Assert.False(problem.LockOut([false, true, false, false, false, false]).Allows([1]));
    }

    [Fact]
    public void What_cannot_be_meant_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new RestorationProblem(Habitat, [1, 1], new(1)));
        Assert.Throws<ArgumentException>(() => new RestorationProblem(Habitat, [1, -1, 1, 1, 1, 1], new(1)));
        Assert.Throws<ArgumentException>(() => new RestorationProblem(Habitat, [1, double.PositiveInfinity, 1, 1, 1, 1], new(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RestorationProblem(Habitat, [1, 1, 1, 1, 1, 1], new(1), landscapeHa: 1.9));
        Assert.Throws<ArgumentException>(() => new RestorationProblem(Habitat, [1, 1, 1, 1, 1, 1], new(1)).LockOut([true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RestorationRules(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RestorationRules(1) { MinimumAreaHa = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RestorationRules(1) { MaximumDiameter = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RestorationRules(1) { MaximumComponents = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RestorationRules(1) { MinimumComponents = -1 });
    }
}
