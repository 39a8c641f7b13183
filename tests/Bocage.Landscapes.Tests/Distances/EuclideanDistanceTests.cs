namespace Bocage.Landscapes.Tests.Distances;

public class EuclideanDistanceTests
{
    [Fact] // cells of 3 × 4 m, habitat in the north-west corner: 3·Δcolumn, 4·Δrow, and 5 on the diagonal (3² + 4² = 5²)
    public void One_habitat_cell_on_a_map_of_oblong_cells() =>
        Assert.Equal([0, 3, 6, 4, 5, (float)Math.Sqrt(52)], EuclideanDistance.ToHabitat(new(new Grid(3, 2, 3, 4), [1, 0, 0, 0, 0, 0])).Values);

    [Fact]
    public void Without_habitat_everything_is_infinitely_far() =>
        Assert.All(EuclideanDistance.ToHabitat(new(new Grid(7, 5), new byte[35])).Values, distance => Assert.Equal(float.PositiveInfinity, distance));

    [Fact]
    public void A_map_of_one_habitat_cell() => Assert.Equal([0f], EuclideanDistance.ToHabitat(new(new Grid(1, 1), [1])).Values);

    [Fact] // 12,000² + 9,000² = 15,000²: squares beyond what single precision holds
    public void Far_distances_are_exact()
    {
        var grid = new Grid(12_001, 9_001);
        var cells = new byte[grid.CellCount];
        cells[0] = 1;
        Assert.Equal(15_000f, EuclideanDistance.ToHabitat(new(grid, cells)).Values[^1]);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 80)];

    [Theory, MemberData(nameof(Seeds))] // from 0.2 % habitat, where most columns have none, to 60 %
    public void Agrees_with_looking_at_every_habitat_cell(int seed)
    {
        var random = new SeededRandom(seed);
        var height = (seed % 4) switch { 0 => 1.0, 1 => 0.37, 2 => 12.5, _ => 1 };
        var grid = new Grid(random.Next(1, 150), random.Next(1, 150), 1 + seed % 2, height);
        var habitat = RandomLandscape.Habitat(grid, seed % 5 == 0 ? 0.002 : 0.6 * random.NextDouble() * random.NextDouble(), random);
        var distance = EuclideanDistance.ToHabitat(habitat);
        var sources = Enumerable.Range(0, grid.CellCount).Where(cell => habitat.Cells[cell] == 1).Select(grid.Centre).ToArray();
        for (var cell = 0; cell < grid.CellCount; cell += 7)
        {
            var (x, y) = grid.Centre(cell);
            var least = sources.Length == 0 ? double.PositiveInfinity : sources.Min(source => (source.X - x) * (source.X - x) + (source.Y - y) * (source.Y - y));
            Assert.Equal(Math.Sqrt(least), distance[cell], sources.Length == 0 ? 0 : 1e-6 * Math.Sqrt(least));
        }
    }

    [Fact]
    public void Cancelling_is_heard() =>
        Assert.Throws<OperationCanceledException>(() => EuclideanDistance.ToHabitat(new(new Grid(1, 1), [1]), cancellation: new CancellationToken(true)));
}
