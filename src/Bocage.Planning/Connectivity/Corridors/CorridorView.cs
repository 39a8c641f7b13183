namespace Bocage.Planning;

/// <summary>What a search for corridors needs of one case: its pairs of habitats, and the ways found between them so far.</summary>
internal sealed class CorridorView
{
    private const double LeastPart = 0.97;
    private const int MostPairs = 400;

    private readonly double[] source;
    private readonly double[] target;
    private readonly Place[] places;

    public CorridorView(ContractedCase contracted, CancellationToken cancellation)
    {
        Network = CorridorNetwork.Of(contracted);
        Chosen = new(contracted);
        Ends = [.. Enumerable.Range(0, contracted.VertexCount).Where(vertex => contracted.Source[vertex] > 0 || contracted.Target[vertex] > 0)];
        Least = CorridorWays.LeastLengths(Network, Ends, cancellation);
        Weight = [.. Ends.Select(from => Ends.Select(to => contracted.Source[from] * contracted.Target[to]).ToArray())];
        (Value, Now) = Chosen.Of([], Ends);
        (source, target) = ([.. Ends.Select(end => contracted.Source[end])], [.. Ends.Select(end => contracted.Target[end])]);
        places = [.. Enumerable.Range(0, contracted.Units.Length).SelectMany(unit => PlacesOf(contracted, unit))];
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

    /// <summary>What the case would gain by the habitat of each unit where a habitat is next to it; nothing for other units.</summary>
    /// <param name="gains">By unit; raised.</param>
    public void AddHabitat(double[] gains)
    {
        var (into, outOf) = (new double[Ends.Length], new double[Ends.Length]);
        for (var k = 0; k < Ends.Length; k++)
        {
            for (var j = 0; j < Ends.Length; j++)
            {
                into[j] += source[k] * Now[k][j];
                outOf[k] += Now[k][j] * target[j];
            }
        }

        var best = new double[gains.Length];
        foreach (var place in places) best[place.Unit] = Math.Max(best[place.Unit], place.Probability * (place.TargetGain * into[place.End] + place.SourceGain * outOf[place.End]) + place.SourceGain * place.TargetGain);
        for (var unit = 0; unit < best.Length; unit++) gains[unit] += best[unit];
    }

    private IEnumerable<Place> PlacesOf(ContractedCase contracted, int unit)
    {
        foreach (var (vertex, sourceGain, targetGain) in contracted.Units[unit].Gains)
        {
            if (Array.BinarySearch(Ends, vertex) is >= 0 and var same) yield return new(unit, same, 1, sourceGain, targetGain);
            foreach (var (arc, probability) in contracted.Units[unit].Arcs)
            {
                var gate = contracted.Improvable[arc];
                if (gate.Head != vertex) continue;
                if (Array.BinarySearch(Ends, gate.Tail) is >= 0 and var next) yield return new(unit, next, probability, sourceGain, targetGain);
                for (var k = contracted.Incoming.First[gate.Tail]; k < contracted.Incoming.First[gate.Tail + 1]; k++)
                    if (contracted.Incoming.Arcs[k] is { Probability: > 0 } arcIn && Array.BinarySearch(Ends, arcIn.Vertex) is >= 0 and var end) yield return new(unit, end, probability * arcIn.Probability, sourceGain, targetGain);
            }
        }
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

    // Habitat that a unit adds, and a habitat that is next to it, no other place between.
    private readonly record struct Place(int Unit, int End, double Probability, double SourceGain, double TargetGain);

    /// <summary>Two habitats and the ways between them that were found last.</summary>
    public sealed class Pair(int one, int other)
    {
        public int One => one;

        public int Other => other;

        public (double Probability, int[] Units)[] Ways { get; set; } = [];

        public (double Probability, int[] Units)[] First { get; set; } = [];

        /// <summary>The best gain per cost of its ways when it was last looked at.</summary>
        public double Ratio { get; set; } = double.PositiveInfinity;
    }
}
