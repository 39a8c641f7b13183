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
        var distance = Options.Number<double>("--distance", "Dispersal distance that is covered with --probability; not needed for links with probabilities.", "a number above 0", number => number > 0);
        var probability = Options.Number<double>("--probability", "Share of dispersers that covers --distance, between 0 and 1.", "a number between 0 and 1, both excluded", number => number is > 0 and < 1);
        var threshold = Options.Number<double>(
            "--threshold", "Longest distance at which two patches count as linked, for IIC and components; PC weighs all distances (as in Conefor).", "a number, 0 or more", number => number >= 0);
        var area = Options.Number<double>("--area", "Area of the whole landscape, in the unit of the patches; IIC and PC are not known without it.", "a number above 0", number => number > 0);
        var json = Options.Json();
        var verb = new Command("connectivity", "IIC, PC, ECA, components, and what each patch and link is worth.") { nodes, links, distance, probability, threshold, area, json };
        verb.SetAction((parsed, cancellation) =>
        {
            var table = NodeTable.Read(parsed.GetRequiredValue(nodes));
            var given = KernelOf(parsed.GetValue(distance), parsed.GetValue(probability));
            var (graph, kernel) = parsed.GetValue(links) is { } file
                ? GraphOf(table, file, given, hasThreshold: parsed.GetValue(threshold) is not null)
                : (GraphOf(table, parsed.GetRequiredValue(nodes)), given ?? throw NoKernel());
            var longest = parsed.GetValue(threshold) is not { } limit ? double.PositiveInfinity
                : kernel == DispersalKernel.OfLogProbability ? -Math.Log((given ?? throw NoKernel()).Probability(limit)) : limit;
            var printout = Compute(table, graph, kernel, longest, parsed.GetValue(area) ?? double.NaN, cancellation);
            if (parsed.GetValue(json)) printout.Json();
            else printout.Tables();
            return Task.FromResult(0);
        });
        return verb;
    }

    // PC weighs every distance; IIC asks whether there is a link. Two graphs, unless all distances are links.
    private static Printout Compute(NodeTable table, PatchGraph graph, DispersalKernel kernel, double longest, double area, CancellationToken cancellation)
    {
        var linked = graph.Links.All(link => link.Distance <= longest) ? graph : new(table.Areas, graph.Links.Where(link => link.Distance <= longest));
        var weighed = ConnectivityImportance.Of(graph, kernel, new() { Iic = linked == graph }, cancellation: cancellation);
        var counted = linked == graph ? weighed : ConnectivityImportance.Of(linked, kernel, new(), cancellation: cancellation);
        return new(table, graph, linked, kernel, weighed, counted, area);
    }

    private static PatchGraph GraphOf(NodeTable nodes, string nodesFile) => nodes.Positions is { } positions
        ? PatchGraph.Complete(nodes.Areas, [.. positions.Select(p => p.X)], [.. positions.Select(p => p.Y)])
        : throw new BadInputException($"{nodesFile} has no x and y, so give the links with --links.");

    private static (PatchGraph Graph, DispersalKernel Kernel) GraphOf(NodeTable nodes, string linksFile, DispersalKernel? given, bool hasThreshold)
    {
        // Whoever gives a distance or a threshold means that a file without a header holds distances, however short they are.
        var links = LinkTable.Read(linksFile, nodes, given is not null || hasThreshold ? LinkKind.Distance : null);
        return (new(nodes.Areas, links.Links), links.Kind == LinkKind.Probability ? DispersalKernel.OfLogProbability : given ?? throw NoKernel());
    }

    private static DispersalKernel? KernelOf(double? distance, double? probability) => (distance, probability) switch
    {
        ({ } d, { } p) => DispersalKernel.NegativeExponential(d, p),
        (null, null) => null,
        _ => throw NoKernel(),
    };

    private static BadInputException NoKernel() => new("Say how far the species gets, with both options: --distance 2000 --probability 0.5.");

    private sealed record Printout(
        NodeTable Nodes, PatchGraph Graph, PatchGraph Linked, DispersalKernel Kernel, ConnectivityImportance Weighed, ConnectivityImportance Counted, double LandscapeArea)
    {
        private readonly int components = Components.Of(Linked).Count;

        private readonly Dictionary<Link, double> dPcOfLink = Graph.Links.Zip(Weighed.Links).ToDictionary(pair => pair.First, pair => pair.Second.DPc);

        private double Iic => Counted.IicNumerator / (LandscapeArea * LandscapeArea);

        private double Pc => Weighed.PcNumerator / (LandscapeArea * LandscapeArea);

        // In the unit of the node table, which need not be hectares.
        private double EcaPc => EquivalentConnectedArea.Of(Weighed.PcNumerator).Hectares;

        private double EcaIic => EquivalentConnectedArea.Of(Counted.IicNumerator).Hectares;

        private IEnumerable<NodeLine> NodeLines => Weighed.Nodes.Select((node, k) => new NodeLine(Nodes.Ids[k], Nodes.Areas[k], Counted.Nodes[k].DIic, node.DPc, node.Intra, node.Flux, node.Connector));

        private IEnumerable<LinkLine> LinkLines => Linked.Links.Select((link, k) =>
            new LinkLine(Nodes.Ids[link.From], Nodes.Ids[link.To], link.Distance, Kernel.Probability(link.Distance), Counted.Links[k].DIic, dPcOfLink[link]));

        public void Json() => Output.Json.Print(new
        {
            Counted.IicNumerator,
            Iic,
            Weighed.PcNumerator,
            Pc,
            EcaPc,
            EcaIic,
            Components = components,
            Nodes = NodeLines,
            Links = LinkLines,
        });

        public void Tables()
        {
            var summary = new PlainTable("index", "value");
            summary.Row("patches", Graph.PatchCount);
            summary.Row("links", Linked.Links.Count);
            summary.Row("components", components);
            summary.Row("IIC numerator", Counted.IicNumerator);
            summary.Row("IIC", Iic);
            summary.Row("PC numerator", Weighed.PcNumerator);
            summary.Row("PC", Pc);
            summary.Row("ECA (IIC)", EcaIic);
            summary.Row("ECA (PC)", EcaPc);
            summary.Print();
            var nodes = new PlainTable("patch", "area", "dIIC %", "dPC %", "intra", "flux", "connector");
            foreach (var node in NodeLines) nodes.Row(node.Id, node.Area, node.DIic, node.DPc, node.Intra, node.Flux, node.Connector);
            nodes.Print();
            var links = new PlainTable("link", "distance", "dIIC %", "dPC %");
            foreach (var link in LinkLines) links.Row($"{link.From} – {link.To}", link.Distance, link.DIic, link.DPc);
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
