using Bocage.Planning;

namespace Bocage.Formats.Tests.Planning;

public sealed class PlanningFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Plain_tables_become_problems()
    {
        // "owl": 4 + 6 = 10, of which 30 %: 3; "elm" 2 · 0.5 = 1.
        var tables = Read();
        Assert.Equal([PlanningStatus.LockedIn, PlanningStatus.Available, PlanningStatus.LockedOut], tables.Units.Select(unit => unit.Status));
        Assert.Equal([3, 1], tables.Amounts.Features.Select(feature => feature.Target), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([1, 3], tables.Amounts.Features.Select(feature => feature.Weight));
        // Without a utility column: Σ weight · amount.
        Assert.Equal([4, 6 + 3 * 2, 0], ((MaximumUtilityObjective)tables.MaximumUtility(5).Objective).Values);
        Assert.True(tables.MinimumSet().Allows([true, true, false]));
        Assert.False(tables.MinimumShortfall(2).Allows([true, true, false]));
        Assert.Empty(tables.Shared);
    }

    [Fact]
    public void A_utility_column_and_a_boundary_are_read()
    {
        var tables = Read(("units.csv", "id,cost,utility,locked_in,locked_out\na,1,9,1,0\nb,2,-1,0,0\nc,3,0,0,true\n"), ("boundary.csv", "id1,id2,boundary\na,b,2\nb,b,1\n"));
        Assert.Equal([9, -1, 0], ((MaximumUtilityObjective)tables.MaximumUtility(5).Objective).Values);
        Assert.Equal([PlanningStatus.LockedIn, PlanningStatus.Available, PlanningStatus.LockedOut], tables.Units.Select(unit => unit.Status));
        Assert.Equal(2 + 0, tables.MaximumCover(5, 1).Penalty!.Of([true, false, false]));
        Assert.Equal([0, 1, 0], tables.Outer);
    }

    [Theory]
    [InlineData("units.csv", "id,cost,status\na,1,maybe\n", "units.csv, row 2, column status: got 'maybe', expected available, locked_in or locked_out (or Marxan's 0, 1, 2, 3).")]
    [InlineData("units.csv", "id,cost,locked_in,locked_out\na,1,1,1\n", "units.csv, row 2, column locked_in: got '1', expected no lock in for a unit that is locked out.")]
    [InlineData("units.csv", "id,cost,status,locked_out\na,1,locked_in,1\n", "units.csv, row 2, column locked_out: got '1', expected no lock out for a unit that is locked in.")]
    [InlineData("units.csv", "id,cost\na,lots\n", "units.csv, row 2, column cost: got 'lots', expected a number, 0 or more.")]
    [InlineData("features.csv", "id\nowl\nelm\n", "features.csv, row 1: the header has neither target nor relative_target; expected one of them.")]
    [InlineData("features.csv", "id,target\nowl,1\nowl,2\n", "features.csv, row 3, column id: got 'owl', expected an id that is not yet in the table (it stands in row 2).")]
    [InlineData("features.csv", "id,target,weight\nowl,1,-1\nelm,2,1\n", "features.csv, row 2, column weight: got '-1', expected a number, 0 or more.")]
    [InlineData("amounts.csv", "unit,feature,amount\na,owl,-4\n", "amounts.csv, row 2, column amount: got '-4', expected a number, 0 or more.")]
    [InlineData("amounts.csv", "unit,feature\na,owl\n", "amounts.csv, row 1: the header has no column amount; got 'unit,feature', expected names separated by comma, semicolon or tab.")]
    public void A_wrong_row_is_named(string file, string text, string sentence) =>
        Assert.EndsWith(sentence, Assert.Throws<BadInputException>(() => Read((file, text))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_without_tables_is_refused() =>
        Assert.Contains("neither input.dat (Marxan) nor units.csv", Assert.Throws<BadInputException>(() => PlanningTables.Read(folder.Path)).Message, StringComparison.Ordinal);

    private PlanningTables Read(params (string File, string Text)[] changes)
    {
        void Write(string file, string text) => File.WriteAllText(folder.File(file), text);
        Write("units.csv", "id,cost,status\na,1,locked_in\nb,2,\nc,3,3\n");
        Write("features.csv", "id;relative_target;weight\nowl;0,3;1\nelm;0,5;3\n");
        Write("amounts.csv", "unit,feature,amount\na,owl,4\nb,owl,6\nb,elm,2\n");
        foreach (var (file, text) in changes) Write(file, text);
        return PlanningTables.Read(folder.Path);
    }
}
