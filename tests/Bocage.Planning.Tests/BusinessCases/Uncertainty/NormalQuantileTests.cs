namespace Bocage.Planning.Tests;

public class NormalQuantileTests
{
    // From tables of the normal distribution.
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.75, 0.674489750196081743)]
    [InlineData(0.95, 1.644853626951472714)]
    [InlineData(0.975, 1.959963984540054236)]
    [InlineData(0.999, 3.090232306167813542)]
    [InlineData(0.025, -1.959963984540054236)]
    [InlineData(1e-9, -5.997807015007686872)]
    [InlineData(1e-15, -7.941345326170997)]
    public void Is_what_tables_say(double u, double z) => Assert.Equal(z, NormalQuantile.Of(u), 1e-14);

    // Another way: Φ by adding up the density in steps of 1/1000 (Simpson), from 0 to the quantile.
    [Fact]
    public void Is_where_the_area_under_the_density_is()
    {
        static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        for (var k = 1; k < 400; k++)
        {
            var (u, z) = (k / 400.0, NormalQuantile.Of(k / 400.0));
            var steps = 2 * (int)Math.Ceiling(Math.Abs(z) * 500) + 2;
            var area = Density(0) + Density(z);
            for (var step = 1; step < steps; step++) area += (step % 2 == 0 ? 2 : 4) * Density(z * step / steps);
            Assert.Equal(u, 0.5 + area * z / steps / 3, 12);
        }
    }
}
