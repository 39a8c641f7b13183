using static Bocage.Planning.Tests.MadeCase;

namespace Bocage.Planning.Tests;

public class SlowBusinessCaseTests
{
    private const int Cases = 400;

    public static TheoryData<int> Blocks => [.. Enumerable.Range(0, 8)];

    [Theory, MemberData(nameof(Blocks))]
    public void Every_party_has_in_every_year_what_the_slow_way_says(int block)
    {
        foreach (var seed in Enumerable.Range(block * Cases / 8, Cases / 8))
        {
            var (inputs, uses) = RandomBusinessCase.Of(seed);
            var made = BusinessCase.Of(inputs, uses);
            var slow = new SlowBusinessCase(inputs, uses);
            for (var party = 0; party < inputs.Parties.Count; party++)
            {
                for (var year = 0; year <= inputs.Setting.Years; year++)
                {
                    var (expected, found) = (slow.Net[party, year], made.Parties[party].Net[year]);
                    Assert.True(double.IsNaN(expected) == double.IsNaN(found) && !(Math.Abs(expected - found) > 1e-7), $"Seed {seed}, party {party}, year {year}: {expected} expected, {found} found.");
                }
            }

            Assert.Equal(slow.CutAway, made.CutAway.Order());
        }
    }

    // The two ends of every payment and loan add up to nothing, year by year; nobody's money comes from nowhere.
    [Theory, MemberData(nameof(Blocks))]
    public void What_one_gets_another_pays(int block)
    {
        foreach (var seed in Enumerable.Range(block * Cases / 8, Cases / 8))
        {
            var (inputs, uses) = RandomBusinessCase.Of(seed);
            var made = BusinessCase.Of(inputs, uses);
            foreach (var pair in made.Lines.Where(line => line.Scheme >= 0).GroupBy(line => (line.Scheme, line.Measure, line.Kind, Taker: line.IsMirror ? line.Counterparty : line.Party)))
            {
                Assert.Equal(2, pair.Count());
                var (own, other) = (pair.Single(line => !line.IsMirror), pair.Single(line => line.IsMirror));
                Assert.Equal((own.Party, own.Counterparty), (other.Counterparty, other.Party));
                Assert.Equal(own.Amounts.Select(euros => 0 - euros), other.Amounts);
                Assert.DoesNotContain(own.Amounts.Concat(other.Amounts), euros => euros == 0 && double.IsNegative(euros));
            }
        }
    }

    // Column less row of a party is its net present value, as all count with the rate of the case; costs are what parties pay to everyone else.
    [Theory, MemberData(nameof(Blocks))]
    public void The_matrix_adds_up_to_the_net_present_values(int block)
    {
        foreach (var seed in Enumerable.Range(block * Cases / 8, Cases / 8))
        {
            var (inputs, uses) = RandomBusinessCase.Of(seed);
            var made = BusinessCase.Of(inputs, uses);
            var matrix = made.PaymentMatrix();
            var all = inputs.Parties.Count;
            Assert.DoesNotContain(matrix.Cast<double>(), value => value < 0);
            for (var party = 0; party < all; party++)
            {
                var (gets, pays) = (0.0, 0.0);
                for (var other = 0; other <= all; other++) (gets, pays) = (gets + matrix[other, party], pays + matrix[party, other]);
                var value = made.Parties[party].NetPresentValue;
                Assert.True(double.IsNaN(value) == double.IsNaN(gets - pays) && !(Math.Abs(gets - pays - value) > 1e-6), $"Seed {seed}, party {party}: {value} is not {gets} less {pays}.");
            }

            var costs = Enumerable.Range(0, all).Sum(party => matrix[party, all]);
            Assert.True(double.IsNaN(costs) == double.IsNaN(made.PresentCost()) && !(Math.Abs(costs - made.PresentCost()) > 1e-6), $"Seed {seed}: costs of {made.PresentCost()} are not {costs}.");
        }
    }

    // The cases reach what they are for: every shape pays something known somewhere and something not known somewhere, and cuts, cut-aways and loans occur.
    [Fact]
    public void The_random_cases_reach_every_shape()
    {
        var paid = new Dictionary<Type, (int Known, int NotKnown)>();
        var (cutAway, unknown, late) = (0, 0, 0);
        foreach (var seed in Enumerable.Range(0, Cases))
        {
            var (inputs, uses) = RandomBusinessCase.Of(seed);
            var made = BusinessCase.Of(inputs, uses);
            cutAway += made.CutAway.Count;
            unknown += made.Parties.Count(party => party.NotKnownFrom is not null);
            foreach (var line in made.Lines.Where(line => line.Scheme >= 0 && !line.IsMirror))
            {
                var type = inputs.Schemes[line.Scheme].Reward.GetType();
                var (known, notKnown) = paid.GetValueOrDefault(type);
                paid[type] = line.Amounts.Any(double.IsNaN) ? (known, notKnown + 1) : line.Amounts.Any(euros => euros != 0) ? (known + 1, notKnown) : (known, notKnown);
                if (inputs.Schemes[line.Scheme].OpenFrom > FirstYear && line.Amounts.Any(euros => euros != 0)) late++;
            }
        }

        Assert.Equal(8, paid.Count);
        Assert.All(paid, shape => Assert.True(shape.Value is { Known: >= 40, NotKnown: >= 5 }, $"{shape.Key.Name}: {shape.Value}"));
        Assert.True(cutAway >= 20 && unknown >= 100 && late >= 40, $"{cutAway} cut away, {unknown} not known, {late} late");
    }
}
