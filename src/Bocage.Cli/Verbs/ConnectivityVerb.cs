using System.CommandLine;
using Bocage.Cli.Output;
using Bocage.Formats;
using Bocage.Landscapes;

namespace Bocage.Cli.Verbs;

/// <summary>Connectivity indices of a patch graph and the importance of each patch and link (Conefor).</summary>
internal static class ConnectivityVerb
{
    public static Command Create()
    {
        var nodes = new Option<string>("--nodes") { Required = true, HelpName = "file", Description = "CSV with id,area[,x,y], or Conefor's node file." };
        var links = new Option<string?>("--links") { HelpName = "file", Description = "CSV with from,to,distance or from,to,probability, or Conefor's connection file. Without it: straight distances between x,y." };
        var distance = Options.Number<double>("--distance", "Dispersal distance that is covered with --probability.", "a number above 0", number => number > 0);
        var probability = Options.Number<double>("--probability", "Share of dispersers that covers --distance, between 0 and 1.", "a number between 0 and 1, both excluded", number => number is > 0 and < 1);
        var threshold = Options.Number<double>("--threshold", "Longest distance at which there is a link.", "a number, 0 or more", number => number >= 0);
        var area = Options.Number<double>("--area", "Area of the whole landscape, in the unit of the patches; IIC and PC are not known without it.", "a number above 0", number => number > 0);
        var json = Options.Json();
        var verb = new Command("connectivity", "IIC, PC, ECA, components, and what each patch and link is worth.") { nodes, links, distance, probability, threshold, area, json };
        verb.SetAction((parsed, cancellation) =>
        {
            var table = NodeTable.Read(parsed.GetRequiredValue(nodes));
            var (graph, kernel) = Graph(table, parsed.GetRequiredValue(nodes), parsed.GetValue(links), parsed.GetValue(distance), parsed.GetValue(probability), parsed.GetValue(threshold));
            var result = ConnectivityImportance.Of(graph, kernel, new(), cancellation: cancellation);
            var printout = new Printout(table, graph, kernel, result, Components.Of(graph).Count, parsed.GetValue(area) ?? double.NaN);
            if (parsed.GetValue(json)) printout.Json();
            else printout.Tables();
            return Task.FromResult(0);
        });
        return verb;
    }

    private static (PatchGraph Graph, DispersalKernel Kernel) Graph(NodeTable nodes, string nodesFile, string? linksFile, double? distance, double? probability, double? threshold)
    {
        if (linksFile is null)
        {
            if (nodes.Positions is not { } positions) throw new BadInputException($"{nodesFile} has no x and y, so give the links with --links.");
            double[] xs = [.. positions.Select(p => p.X)], ys = [.. positions.Select(p => p.Y)];
            return (threshold is { } t ? PatchGraph.Threshold(nodes.Areas, xs, ys, t) : PatchGraph.Complete(nodes.Areas, xs, ys), Kernel(distance, probability));
        }

        // Whoever gives a distance or a threshold means that a file without a header holds distances, however short they are.
        var links = LinkTable.Read(linksFile, nodes, distance is not null || threshold is not null ? LinkKind.Distance : null);
        if (links.Kind == LinkKind.Distance)
            return (new(nodes.Areas, links.Links.Where(link => threshold is not { } t || link.Distance <= t)), Kernel(distance, probability));
        if (threshold is not null || distance is not null || probability is not null)
            throw new BadInputException($"{linksFile} holds probabilities, so --distance, --probability and --threshold have no meaning; leave them out.");
        return (new(nodes.Areas, links.Links), DispersalKernel.OfLogProbability);
    }

    private static DispersalKernel Kernel(double? distance, double? probability) => distance is { } d && probability is { } p
        ? DispersalKernel.NegativeExponential(d, p)
        : throw new BadInputException("Links are distances, so say how far the species gets: --distance 2000 --probability 0.5.");

    private sealed record Printout(NodeTable Nodes, PatchGraph Graph, DispersalKernel Kernel, ConnectivityImportance Result, int Components, double LandscapeArea)
    {
        private double Iic => Result.IicNumerator / (LandscapeArea * LandscapeArea);

        private double Pc => Result.PcNumerator / (LandscapeArea * LandscapeArea);

        public void Json() => Output.Json.Print(new
        {
            Result.IicNumerator,
            Iic,
            Result.PcNumerator,
            Pc,
            EcaPc = Math.Sqrt(Result.PcNumerator),
            EcaIic = Math.Sqrt(Result.IicNumerator),
            Components,
            Nodes = Result.Nodes.Select((node, k) => new NodeLine(Nodes.Ids[k], Nodes.Areas[k], node.DIic, node.DPc, node.Intra, node.Flux, node.Connector)),
            Links = Result.Links.Select((link, k) => new LinkLine(
                Nodes.Ids[Graph.Links[k].From], Nodes.Ids[Graph.Links[k].To], Graph.Links[k].Distance, Kernel.Probability(Graph.Links[k].Distance), link.DIic, link.DPc)),
        });

        public void Tables()
        {
            var summary = new PlainTable("index", "value");
            summary.Row("patches", Graph.PatchCount);
            summary.Row("links", Graph.Links.Count);
            summary.Row("components", Components);
            summary.Row("IIC numerator", Result.IicNumerator);
            summary.Row("IIC", Iic);
            summary.Row("PC numerator", Result.PcNumerator);
            summary.Row("PC", Pc);
            summary.Row("ECA (IIC)", Math.Sqrt(Result.IicNumerator));
            summary.Row("ECA (PC)", Math.Sqrt(Result.PcNumerator));
            summary.Print();
            var nodes = new PlainTable("patch", "area", "dIIC %", "dPC %", "intra", "flux", "connector");
            for (var k = 0; k < Result.Nodes.Count; k++)
                nodes.Row(Nodes.Ids[k], Nodes.Areas[k], Result.Nodes[k].DIic, Result.Nodes[k].DPc, Result.Nodes[k].Intra, Result.Nodes[k].Flux, Result.Nodes[k].Connector);
            nodes.Print();
            var links = new PlainTable("link", "distance", "dIIC %", "dPC %");
            for (var k = 0; k < Result.Links.Count; k++)
                links.Row($"{Nodes.Ids[Graph.Links[k].From]} – {Nodes.Ids[Graph.Links[k].To]}", Graph.Links[k].Distance, Result.Links[k].DIic, Result.Links[k].DPc);
            links.Print();
        }
    }

    // The names of the keys are those of the literature, so the naming policy must not touch them.
    private sealed record NodeLine(
        string Id, double Area,
        [property: System.Text.Json.Serialization.JsonPropertyName("dIIC")] double DIic,
        [property: System.Text.Json.Serialization.JsonPropertyName("dPC")] double DPc,
        [property: System.Text.Json.Serialization.JsonPropertyName("dPCintra")] double Intra,
        [property: System.Text.Json.Serialization.JsonPropertyName("dPCflux")] double Flux,
        [property: System.Text.Json.Serialization.JsonPropertyName("dPCconnector")] double Connector);

    private sealed record LinkLine(
        string From, string To, double Distance, double Probability,
        [property: System.Text.Json.Serialization.JsonPropertyName("dIIC")] double DIic,
        [property: System.Text.Json.Serialization.JsonPropertyName("dPC")] double DPc);
}
