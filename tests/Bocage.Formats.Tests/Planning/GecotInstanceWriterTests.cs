using System.Globalization;
using Bocage.Planning;

namespace Bocage.Formats.Tests;

public class GecotInstanceWriterTests(ITestOutputHelper output)
{
    private static readonly PlanningUnit[] Units = [new("a, \"b\"", 1.1), new("c", 0)];

    private static readonly ConnectivityCase First = new()
    {
        Name = "first",
        SourceQuality = [1, 1 / 3.0],
        TargetQuality = [2, 1e-17],
        Arcs = [new(0, 1, 0.1), new(1, 0, 0), new(0, 1, 1)],
        ArcImprovements = [new(1, 0, 2 / 3.0), new(1, 1, 1)],
        VertexImprovements = [new(1, 1, 0.7, 0)],
    };

    private static readonly ConnectivityCase Second = new() { Name = "second", SourceQuality = [5], TargetQuality = [5], Arcs = [] };

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        using var folder = new TemporaryFolder();
        var criterion = new ConnectivityCriterion.Sum([
            new ConnectivityCriterion.Scaled(0.1, new ConnectivityCriterion.OfCase(0)),
            new ConnectivityCriterion.Minimum([new ConnectivityCriterion.OfCase(1), new ConnectivityCriterion.Product([new ConnectivityCriterion.Constant(3), new ConnectivityCriterion.OfCase(0)])])]);
        var written = new MaximumConnectedAreaObjective([First, Second], criterion);
        GecotInstanceWriter.Write(folder.File("instance"), Units, written);
        var problem = GecotInstance.Read(folder.File("instance"));
        var read = Assert.IsType<MaximumConnectedAreaObjective>(problem.Objective);
        Assert.Equal(Units, problem.Units);
        Assert.Equal(["first", "second"], read.Cases.Select(network => network.Name));
        for (var k = 0; k < 2; k++)
        {
            Assert.Equal(written.Cases[k].SourceQuality, read.Cases[k].SourceQuality);
            Assert.Equal(written.Cases[k].TargetQuality, read.Cases[k].TargetQuality);
            Assert.Equal(written.Cases[k].Arcs, read.Cases[k].Arcs);
            Assert.Equal(written.Cases[k].ArcImprovements, read.Cases[k].ArcImprovements);
            Assert.Equal(written.Cases[k].VertexImprovements, read.Cases[k].VertexImprovements);
        }

        foreach (var choice in (bool[][])[[false, false], [true, false], [false, true], [true, true]])
            Assert.Equal(written.Value(Units, choice), read.Value(problem.Units, choice));
    }

    [Fact]
    public void A_square_root_is_refused()
    {
        using var folder = new TemporaryFolder();
        var objective = new MaximumConnectedAreaObjective([First], ConnectivityCriterion.EquivalentConnectedArea([1]));
        Assert.Contains("SquareRoot", Assert.Throws<ArgumentException>(() => GecotInstanceWriter.Write(folder.File("instance"), Units, objective)).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("instance")));
    }

    // BOCAGE_DUMP=folder keeps the instance, for other programs; BOCAGE_DUMP_HA is the size of the hexagons, BOCAGE_DUMP_P the least probability between places.
    [Fact]
    public void A_real_window_reads_back_the_same()
    {
        using var temporary = new TemporaryFolder();
        var folder = Environment.GetEnvironmentVariable("BOCAGE_DUMP") ?? temporary.File("kalmthout");
        var size = double.Parse(Environment.GetEnvironmentVariable("BOCAGE_DUMP_HA") ?? "16", CultureInfo.InvariantCulture);
        var least = double.Parse(Environment.GetEnvironmentVariable("BOCAGE_DUMP_P") ?? "0", CultureInfo.InvariantCulture);
        var (units, species, changes) = KalmthoutInstance.Read(size, LinkTopology.Planar);
        var networks = species.Zip(changes, (landscape, change) => PlanNetwork.Of(landscape, change, new() { LeastPlaceProbability = least })).ToArray();
        GecotInstanceWriter.Write(folder, units, new MaximumConnectedAreaObjective(networks.Select(network => network.Case)));
        var read = Assert.IsType<MaximumConnectedAreaObjective>(GecotInstance.Read(folder).Objective);
        var none = new bool[units.Length];
        for (var k = 0; k < species.Length; k++)
        {
            var network = networks[k];
            var today = new MaximumConnectedAreaObjective([network.Case]).CaseValues(none)[0];
            output.WriteLine($"{species[k].Name}: {units.Length} units, {network.PatchCount} patches, {network.StoneCount} stones, {network.Case.SourceQuality.Length} vertices, {network.Case.Arcs.Length} arcs, {network.Case.ArcImprovements.Length} improvable, ECA today {Math.Sqrt(today):0.000} ha");
            Assert.Equal(network.Case.Arcs, read.Cases[k].Arcs);
            Assert.Equal(today, read.CaseValues(none)[k]);
        }
    }
}
