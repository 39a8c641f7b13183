using Bocage.Landscapes.Tests.Connectivity;

namespace Bocage.Landscapes.Tests.Metrics;

public class EffectiveMeshSizeTests
{
    [Fact] // (30² + 10²) / 100
    public void Two_patches_in_a_hundred_hectares() => Assert.Equal(10, EffectiveMeshSize.Of([30, 10], 100), 1e-12);

    [Fact]
    public void No_patches_mesh_nothing() => Assert.Equal(0, EffectiveMeshSize.Of([], 100));

    [Theory]
    [InlineData(-1, 100)]
    [InlineData(double.NaN, 100)]
    [InlineData(1, 0)]
    [InlineData(1, double.NaN)]
    public void Nonsense_is_refused(double area, double landscape) => Assert.ThrowsAny<ArgumentException>(() => EffectiveMeshSize.Of([area], landscape));

    [Fact] // published 1443.4323 km²; the four decimals are its tolerance
    public void Agrees_with_Makurhini_on_404_Mexican_forests()
    {
        var areas = GoldenGraphs.MexicanForests(0).AreaHa;
        Near.Equal(1443.4323, EffectiveMeshSize.Of(areas, areas.Sum()) / 100, 1e-6);
    }
}
