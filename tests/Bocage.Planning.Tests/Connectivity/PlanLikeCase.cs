using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

/// <summary>Small networks as a plan makes them: patches and places on a strip, places that are entered and left, touch each other, and whose hectares count once they are joined to a patch.</summary>
internal static class PlanLikeCase
{
    /// <summary>A case in which unit k makes place k.</summary>
    public static ConnectivityCase Of(SeededRandom random, int places, int patches)
    {
        var (spots, scale) = (Enumerable.Range(0, patches + places).Select(_ => (X: 10 * random.NextDouble(), Y: 2 * random.NextDouble())).ToArray(), 0.5 + 2 * random.NextDouble());
        var arcs = new List<ConnectivityArc>();
        var gates = new List<ArcImprovement>();
        double Between(int a, int b)
        {
            var distance = Math.Sqrt(Math.Pow(spots[a].X - spots[b].X, 2) + Math.Pow(spots[a].Y - spots[b].Y, 2));
            return distance < 1 ? 1 : Math.Exp(-(distance - 1) / scale);
        }

        int Into(int spot) => spot < patches ? spot : patches + 2 * (spot - patches);
        int OutOf(int spot) => spot < patches ? spot : Into(spot) + 1;
        int Land(int place) => patches + 2 * places + place;
        void Gate(int from, int to, int unit)
        {
            gates.Add(new(arcs.Count, unit, 1));
            arcs.Add(new(from, to, 0));
        }

        bool[] isHeld = [.. Enumerable.Range(patches, places).Select(place => Enumerable.Range(0, patches).Any(patch => Between(patch, place) == 1))];
        for (var a = 0; a < spots.Length; a++)
            for (var b = 0; b < spots.Length; b++)
                if (a != b && (a >= patches || b >= patches || Between(a, b) < 1) && Between(a, b) > 0.05) arcs.Add(new(OutOf(a), Into(b), Between(a, b)));
        for (var one = 0; one < places; one++)
        {
            Gate(Into(patches + one), OutOf(patches + one), one);
            for (var other = 0; other < places; other++)
            {
                if (one == other || Between(patches + one, patches + other) < 1 || isHeld[other]) continue;
                Gate(isHeld[one] ? OutOf(patches + one) : Land(one), Land(other), other);
                if (isHeld[one]) arcs.Add(new(Land(other), Into(patches + one), 1));
            }
        }

        double[] areas = [.. Enumerable.Range(0, patches).Select(_ => Math.Round(1 + 20 * random.NextDouble())), .. Enumerable.Repeat(0.0, 3 * places)];
        return new()
        {
            Name = "plan",
            SourceQuality = [.. areas],
            TargetQuality = [.. areas],
            Arcs = [.. arcs],
            ArcImprovements = [.. gates],
            VertexImprovements = [.. Enumerable.Range(0, places).Select(place => new VertexImprovement(isHeld[place] ? OutOf(patches + place) : Land(place), place, 1, 1))],
        };
    }

    /// <summary>A problem of one or two such cases, connected area, costs 2 to 5 and a budget for some of the places.</summary>
    public static PlanningProblem Problem(SeededRandom random, int places)
    {
        var cases = Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Of(random, places, 2 + random.Next(4))).ToArray();
        var problem = new PlanningProblem(Enumerable.Range(0, places).Select(place => new PlanningUnit($"place{place}", 2 + random.Next(4), PlanningStatus.Available)),
            new MaximumConnectedAreaObjective(cases, ConnectivityCriterion.EquivalentConnectedArea(cases.Select(_ => 1.0))));
        return problem.With(BudgetConstraint.Total(problem.Units, 4 + random.Next(2 * places)));
    }
}
