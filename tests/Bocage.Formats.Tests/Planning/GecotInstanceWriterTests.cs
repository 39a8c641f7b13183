using System.Diagnostics;
using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Formats.Tests;

public class GecotInstanceWriterTests(ITestOutputHelper output)
{
    // With BOCAGE_DUMP=folder the instance is also written there, for other programs; BOCAGE_DUMP_HA sets the size of the hexagons.
    [Fact]
    public void Kalmthout_is_built_and_written()
    {
        var dump = Environment.GetEnvironmentVariable("BOCAGE_DUMP");
        var size = double.Parse(Environment.GetEnvironmentVariable("BOCAGE_DUMP_HA") ?? "4", System.Globalization.CultureInfo.InvariantCulture);
        var least = double.Parse(Environment.GetEnvironmentVariable("BOCAGE_DUMP_P") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var topology = Environment.GetEnvironmentVariable("BOCAGE_DUMP_ALL") is null ? LinkTopology.Planar : LinkTopology.WithinReach;
        var clock = Stopwatch.StartNew();
        var (units, species, changes) = KalmthoutInstance.Read(size, topology);
        output.WriteLine($"read {clock.Elapsed.TotalSeconds:0.0} s, {units.Length} units");
        var cases = new List<ConnectivityCase>();
        for (var k = 0; k < species.Length; k++)
        {
            clock.Restart();
            var network = PlanNetwork.Of(species[k], changes[k], new() { LeastPlaceProbability = least });
            var time = clock.Elapsed.TotalSeconds;
            var objective = new MaximumConnectedAreaObjective([network.Case]);
            var none = Math.Sqrt(objective.CaseValues(new bool[units.Length])[0]);
            output.WriteLine($"{species[k].Name}: {time:0.0} s; patches {network.PatchCount}, links {species[k].Links.Count}, stones {network.StoneCount}, vertices {network.Case.SourceQuality.Length}, arcs {network.Case.Arcs.Length}, vertex gains {network.Case.VertexImprovements.Length}, weak {network.WeakLinksLeftOut}, ECA {none:0.000} ha, memory {GC.GetTotalMemory(false) / 1e6:0} MB");
            cases.Add(network.Case);
        }

        if (dump is not null) GecotInstanceWriter.Write(dump, units, new MaximumConnectedAreaObjective(cases));
    }
}
