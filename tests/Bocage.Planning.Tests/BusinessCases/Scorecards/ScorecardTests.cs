namespace Bocage.Planning.Tests;

public class ScorecardTests
{
    private static readonly Scorecard Card = new()
    {
        Id = "card",
        Name = new("Card"),
        Kpis =
        [
            new() { Id = "grass", Name = new("grass"), Unit = "%", IsMoreBetter = true, Steps = [new(60, 30), new(70, 50), new(80, 80)] },
            new() { Id = "surplus", Name = new("surplus"), Unit = "kg/ha", IsMoreBetter = false, Steps = [new(150, 20), new(100, 50)] },
        ],
    };

    [Theory]
    [InlineData(59.9, 0)]
    [InlineData(60, 30)]
    [InlineData(69.9, 30)]
    [InlineData(80, 80)]
    [InlineData(100, 80)]
    public void More_is_better(double value, double points) => Assert.Equal(points, Card.Kpis[0].PointsOf(value));

    [Theory]
    [InlineData(151, 0)]
    [InlineData(150, 20)]
    [InlineData(100.1, 20)]
    [InlineData(100, 50)]
    [InlineData(-10, 50)]
    public void Less_is_better(double value, double points) => Assert.Equal(points, Card.Kpis[1].PointsOf(value));

    // 65 % grass 30 points, next step 50; surplus 120: 20 points, next step 50. € 10 a point with a cap of 750: 500 now, 700 with the one, 750 instead of 800 with the other.
    [Fact]
    public void One_more_step_pays_so_much()
    {
        var score = Card.ScoreOf(new Dictionary<string, double> { ["grass"] = 65, ["surplus"] = 120 });
        var payment = new KpiPayment("card", 10, [], 750);
        Assert.Equal(50, score.Points);
        Assert.Equal(new KpiStep(70, 50), score.Kpis[0].Next);
        Assert.Equal(500, payment.EurosFor(score));
        Assert.Equal(200, score.NextStepPays(0, payment));
        Assert.Equal(250, score.NextStepPays(1, payment));
        // From 70 points on 300 more: the step to 70 points brings 200 + 300.
        Assert.Equal(500, score.NextStepPays(0, new("card", 10, [new(70, 300)])));
    }

    [Fact]
    public void At_the_top_there_is_no_next_step_and_below_the_threshold_it_is_the_threshold()
    {
        var score = Card.ScoreOf(new Dictionary<string, double> { ["grass"] = 95, ["surplus"] = 300 });
        Assert.Null(score.Kpis[0].Next);
        Assert.Null(score.NextStepPays(0, new("card", 10, [])));
        Assert.Equal(200, score.NextStepPays(1, new("card", 10, [])));
        Assert.Equal(130, Card.MostPoints);
    }

    [Fact]
    public void A_value_that_is_missing_leaves_the_points_between_two_ends()
    {
        foreach (var values in new Dictionary<string, double>?[] { new() { ["grass"] = 65 }, new() { ["grass"] = 65, ["surplus"] = double.NaN } })
        {
            var score = Card.ScoreOf(values);
            Assert.Null(score.Points);
            Assert.Equal((30, 80), (score.LeastPoints, score.MostPoints));
            Assert.Null(score.Kpis[1].Points);
            Assert.Null(score.Kpis[1].Next);
            Assert.Null(score.NextStepPays(0, new("card", 10, [])));
        }

        Assert.Equal((0, 130), (Card.ScoreOf(null).LeastPoints, Card.ScoreOf(null).MostPoints));
    }
}
