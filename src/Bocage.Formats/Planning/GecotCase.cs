using System.Collections.Immutable;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>One network of a <see cref="GecotInstance"/>.</summary>
internal static class GecotCase
{
    private const string Quality = "a number, 0 or more";
    private const string Probability = "a probability from 0 to 1";

    /// <summary>Reads the tables that a case names.</summary>
    public static ConnectivityCase Read(JsonPlace place, NameIndex units)
    {
        place = place.Object();
        place.AllowKeys("vertices", "arcs", "vertices_improvements", "arcs_improvements");
        var (vertices, sources, targets) = Vertices(place.Require("vertices"));
        var (arcNames, arcs) = Arcs(place.Require("arcs"), vertices);
        return new()
        {
            Name = place.Name,
            SourceQuality = sources,
            TargetQuality = targets,
            Arcs = arcs,
            VertexImprovements = place.Find("vertices_improvements") is { } gains ? VertexImprovements(gains, vertices, units) : [],
            ArcImprovements = place.Find("arcs_improvements") is { } better ? ArcImprovements(better, arcNames, units) : [],
        };
    }

    private static (NameIndex Names, ImmutableArray<double> Sources, ImmutableArray<double> Targets) Vertices(JsonPlace block)
    {
        using var table = GecotTable.Open(block, "id", "source_quality", "target_quality");
        var names = new NameIndex("vertex", []);
        var (sources, targets) = (ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<double>());
        while (table.Next())
        {
            names.Add(table, 0);
            sources.Add(table.Number(1, Quality, IsQuality));
            targets.Add(table.Number(2, Quality, IsQuality));
        }

        return (names, sources.ToImmutable(), targets.ToImmutable());
    }

    private static (NameIndex Names, ImmutableArray<ConnectivityArc> Arcs) Arcs(JsonPlace block, NameIndex vertices)
    {
        using var table = GecotTable.Open(block, "id", "from", "to", "probability");
        var names = new NameIndex("arc", []);
        var arcs = ImmutableArray.CreateBuilder<ConnectivityArc>();
        while (table.Next())
        {
            names.Add(table, 0);
            arcs.Add(new(vertices.PlaceOf(table, 1), vertices.PlaceOf(table, 2), table.Number(3, Probability, IsProbability)));
        }

        return (names, arcs.ToImmutable());
    }

    private static ImmutableArray<VertexImprovement> VertexImprovements(JsonPlace block, NameIndex vertices, NameIndex units)
    {
        using var table = GecotTable.Open(block, "vertex_id", "option_id", "source_quality_gain", "target_quality_gain");
        var gains = ImmutableArray.CreateBuilder<VertexImprovement>();
        while (table.Next())
            gains.Add(new(vertices.PlaceOf(table, 0), units.PlaceOf(table, 1), table.Number(2, Quality, IsQuality), table.Number(3, Quality, IsQuality)));
        return gains.ToImmutable();
    }

    private static ImmutableArray<ArcImprovement> ArcImprovements(JsonPlace block, NameIndex arcs, NameIndex units)
    {
        using var table = GecotTable.Open(block, "arc_id", "option_id", "improved_probability");
        var better = ImmutableArray.CreateBuilder<ArcImprovement>();
        while (table.Next()) better.Add(new(arcs.PlaceOf(table, 0), units.PlaceOf(table, 1), table.Number(2, Probability, IsProbability)));
        return better.ToImmutable();
    }

    private static bool IsQuality(double value) => value >= 0;

    private static bool IsProbability(double value) => value is >= 0 and <= 1;
}
