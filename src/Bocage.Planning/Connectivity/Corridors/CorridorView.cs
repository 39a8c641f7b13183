namespace Bocage.Planning;

/// <summary>What a search for corridors needs of one case: its pairs of habitats, and the ways found between them so far.</summary>
internal sealed class CorridorView
{
    private const double LeastPart = 0.97;
    private const int MostPairs = 400;

    public CorridorView(ContractedCase contracted, CancellationToken cancellation)
    {
        Network = CorridorNetwork.Of(contracted);
        Chosen = new(contracted);
        Ends = [.. Enumerable.Range(0, contracted.VertexCount).Where(vertex => contracted.Source[vertex] > 0 || contracted.Target[vertex] > 0)];
        Least = CorridorWays.LeastLengths(Network, Ends, cancellation);
        Weight = [.. Ends.Select(from => Ends.Select(to => contracted.Source[from] * contracted.Target[to]).ToArray())];
        (Value, Now) = Chosen.Of([], Ends);
        Pairs = Heaviest();
    }

    public CorridorNetwork Network { get; }

    /// <summary>Values of choices.</summary>
    public CorridorValue Chosen { get; }

    /// <summary>The habitats.</summary>
    public int[] Ends { get; }

    /// <summary>From each habitat, the least length to each vertex.</summary>
    public double[][] Least { get; }

    /// <summary>S·T of each pair of habitats.</summary>
    public double[][] Weight { get; }

    /// <summary>The best probability of each pair of habitats with what is chosen now.</summary>
    public double[][] Now { get; set; }

    /// <summary>The value of the case with what is chosen now.</summary>
    public double Value { get; set; }

    /// <summary>The pairs with the most to win, the best first.</summary>
    public Pair[] Pairs { get; }

    /// <summary>What the case would gain if two habitats came as close as a way brings them, both ways, and others by way of them.</summary>
    public double GainOf(int one, int other, double probability)
    {
        var gain = 0.0;
        var (fromOne, fromOther) = (Now[one], Now[other]);
        for (var k = 0; k < Ends.Length; k++)
        {
            var (toOne, toOther, now, weight) = (Now[k][one] * probability, Now[k][other] * probability, Now[k], Weight[k]);
            if (toOne == 0 && toOther == 0) continue;
            for (var j = 0; j < now.Length; j++)
            {
                var better = Math.Max(toOne * fromOther[j], toOther * fromOne[j]) - now[j];
                if (better > 0) gain += weight[j] * better;
            }
        }

        return gain;
    }

    private Pair[] Heaviest()
    {
        var pairs = new List<(Pair Pair, double ToWin)>();
        for (var one = 0; one < Ends.Length; one++)
            for (var other = one + 1; other < Ends.Length; other++)
                if ((Weight[one][other] + Weight[other][one]) * (Math.Exp(-Least[one][Ends[other]]) - Now[one][other]) is > 0 and var toWin) pairs.Add((new(one, other), toWin));
        var left = pairs.Sum(pair => pair.ToWin);
        var enough = (1 - LeastPart) * left;
        return [.. pairs.OrderByDescending(pair => pair.ToWin).TakeWhile(pair => (left -= pair.ToWin) + pair.ToWin > enough).Take(MostPairs).Select(pair => pair.Pair)];
    }

    /// <summary>Two habitats and the ways between them that were found last.</summary>
    public sealed class Pair(int one, int other)
    {
        public int One => one;

        public int Other => other;

        public (double Probability, int[] Units)[] Ways { get; set; } = [];

        /// <summary>The best gain per cost of its ways when it was last looked at.</summary>
        public double Ratio { get; set; } = double.PositiveInfinity;
    }
}
