using Bocage.Planning;

namespace Bocage.Formats.Tests.Planning;

public sealed class MarxanInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Locks_shares_of_all_units_and_outer_sides()
    {
        // Species 7: 10 + 30 (locked out) = 40, of which half: 20. Species 8: 5 as it stands.
        var tables = Read();
        Assert.Equal(["1", "5", "9"], tables.Units.Select(unit => unit.Id));
        Assert.Equal([PlanningStatus.Available, PlanningStatus.LockedIn, PlanningStatus.LockedOut], tables.Units.Select(unit => unit.Status));
        Assert.Equal([20, 5], tables.Amounts.Features.Select(feature => feature.Target));
        Assert.Equal([2, 1], tables.Amounts.Features.Select(feature => feature.Weight));
        Assert.Equal([40, 6], tables.Amounts.Totals());
        Assert.Equal(0.5, tables.BoundaryWeight);
        Assert.Equal([new SharedBoundary(0, 1, 3)], tables.Shared);
        Assert.Equal([0, 4, 0], tables.Outer);
        Assert.Equal(0.5 * (3 + 4), tables.MinimumSet().Penalty!.Of([false, true, false]));
        Assert.Null(tables.MinimumSet(0).Penalty);
        Assert.All(tables.WithoutStatus().Units, unit => Assert.Equal(PlanningStatus.Available, unit.Status));
    }

    [Theory]
    [InlineData("pu.dat", "id,cost,status\n1,-2,0\n", "pu.dat, row 2, column cost: got '-2', expected a number, 0 or more.")]
    [InlineData("pu.dat", "id,cost,status\n1,2,4\n", "pu.dat, row 2, column status: got '4', expected 0 or 1 (available), 2 (locked in) or 3 (locked out).")]
    [InlineData("pu.dat", "id,cost\n1,2\n1,3\n", "pu.dat, row 3, column id: got '1', expected an id that is not yet in the table (it stands in row 2).")]
    [InlineData("pu.dat", "id,price\n1,2\n", "pu.dat, row 1: the header has no column cost; got 'id,price', expected names separated by comma, semicolon or tab.")]
    [InlineData("spec.dat", "id,spf\n7,1\n8,1\n", "spec.dat, row 1: the header has neither target nor prop; expected one of them.")]
    [InlineData("spec.dat", "id,prop\n7,1.5\n8,0.1\n", "spec.dat, row 2, column prop: got '1.5', expected a share between 0 and 1.")]
    [InlineData("puvspr.dat", "species,pu,amount\n7,1,x\n", "puvspr.dat, row 2, column amount: got 'x', expected a number, 0 or more.")]
    [InlineData("puvspr.dat", "species,pu,amount\n7,1,1\n7,1,2\n", "puvspr.dat, row 3: this unit and feature stand in row 2 already; expected each pair once.")]
    [InlineData("bound.dat", "id1\tid2\tboundary\n1\t5\t1\n5\t1\t1\n", "bound.dat, row 3, column id2: got '1', expected a pair of units that is not yet in the table (it stands in row 2).")]
    [InlineData("bound.dat", "id1\tid2\tboundary\n1\t5\t-1\n", "bound.dat, row 2, column boundary: got '-1', expected a number, 0 or more.")]
    public void A_wrong_row_is_named(string file, string text, string sentence) =>
        Assert.EndsWith(sentence, Assert.Throws<BadInputException>(() => Read((file, text))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("puvspr.dat", "species,pu,amount\n7,1,1\n7,2,2\n", "puvspr.dat, row 3, column pu: got '2', expected an id of ", "pu.dat.")]
    [InlineData("puvspr.dat", "species,pu,amount\n6,1,1\n", "puvspr.dat, row 2, column species: got '6', expected an id of ", "spec.dat.")]
    [InlineData("bound.dat", "id1\tid2\tboundary\n1\t4\t1\n", "bound.dat, row 2, column id2: got '4', expected an id of ", "pu.dat.")]
    [InlineData("../input.dat", "BLM -1\nBOUNDNAME bound.dat\n", "input.dat, row 1: BLM is '-1'", "expected a number, 0 or more.")]
    [InlineData("../input.dat", "BLM 1\nBLM 2\n", "input.dat, row 2: BLM is given twice", "expected it once.")]
    [InlineData("../input.dat", "PUNAME units.dat\n", "units.dat does not exist", ".")]
    public void An_unknown_id_and_a_wrong_setting_are_named(string file, string text, string start, string end)
    {
        var message = Assert.Throws<BadInputException>(() => Read((file, text))).Message;
        Assert.Contains(start, message, StringComparison.Ordinal);
        Assert.EndsWith(end, message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Tasmanian_set_has_the_counts_of_its_record()
    {
        var tables = PlanningTables.Read(SharedData.PathOf("prioritization/marxan_tas_csv"));
        Assert.Equal((1751, 317, 1), (tables.Units.Length, tables.Units.Count(unit => unit.Status == PlanningStatus.LockedIn), tables.Units.Count(unit => unit.Status == PlanningStatus.LockedOut)));
        Assert.Equal((17, 4662), (tables.Amounts.Features.Length, tables.Amounts.EntryCount));
        Assert.Equal(1, tables.BoundaryWeight);
    }

    private PlanningTables Read(params (string File, string Text)[] changes)
    {
        Directory.CreateDirectory(folder.File("input"));
        void Write(string file, string text) => File.WriteAllText(folder.File($"input/{file}"), text);
        Write("../input.dat", "Free text of no meaning\nBLM 5.0E-1\r\nNUMREPS 10\nINPUTDIR input\nPUNAME pu.dat\nSPECNAME spec.dat\nPUVSPRNAME puvspr.dat\nBOUNDNAME bound.dat\n");
        Write("pu.dat", "id,cost,status,xloc\n1,2.5,1,0\n5,0,2,0\n9,4,3,0\n");
        Write("spec.dat", "id\tprop\ttarget\tspf\n7\t0.5\t3\t2\n8\t0\t5\t1\n");
        Write("puvspr.dat", "species,pu,amount\n7,1,10\n8,5,6\n7,9,30\n");
        Write("bound.dat", "id1\tid2\tboundary\r\n1\t5\t3\r\n5\t5\t4\r\n9\t1\t0\r\n");
        foreach (var (file, text) in changes) Write(file, text);
        return MarxanInput.Read(folder.File("input.dat"));
    }
}
