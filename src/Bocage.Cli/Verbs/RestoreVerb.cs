using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Bocage.Cli.Output;
using Bocage.Formats;
using Bocage.Landscapes;
using Bocage.Planning;
using NetTopologySuite.Geometries;

namespace Bocage.Cli.Verbs;

/// <summary>Which units to restore so that the effective mesh size becomes largest (restopt).</summary>
internal static class RestoreVerb
{
    public static Command Create()
    {
        var given = new Given();
        var json = Options.Json();
        var verb = new Command("restore", "Which units to restore so that the effective mesh size (MESH) becomes largest, with a proof of how good the choice is.");
        given.AddTo(verb);
        verb.Add(json);
        verb.SetAction((parsed, cancellation) =>
        {
            var problem = given.Problem(parsed, cancellation);
            var watch = Stopwatch.StartNew();
            var found = MeshRestorationSolver.Solve(problem, given.Limits(parsed), cancellation: cancellation);
            var printout = new Printout(problem, found, watch.Elapsed.TotalSeconds);
            if (given.Output(parsed) is { } file) printout.Save(file);
            if (parsed.GetValue(json)) printout.Json();
            else printout.Tables();
            return Task.FromResult(0);
        });
        return verb;
    }

    /// <summary>What a user may say, and the problem it makes.</summary>
    private sealed class Given
    {
        private readonly Argument<string> raster = new("HABITAT") { Description = "Map of habitat (any raster that GDAL reads): 1 for habitat, or the classes of --habitat." };
        private readonly Option<int[]> habitat = Options.Habitat(required: false);
        private readonly Option<double?> maximum = Area("--max-area", "The most that may be restored, in hectares.", required: true);
        private readonly Option<double?> minimum = Area("--min-area", "The least that must be restored, in hectares. [default: 0]", required: false);
        private readonly Option<double?> diameter = Options.Number<double>(
            "--max-diameter", "Largest diameter of the smallest circle around the centres of the chosen units, in metres. [default: they may lie anywhere]", "a number of metres, 0 or more", metres => metres >= 0);

        private readonly Option<bool> unitWidths = new("--diameter-in-unit-widths") { Description = "Count a step north or south as long as one east or west, as restoptr does for units that are not square." };
        private readonly Option<int?> mostComponents = Options.Number<int>("--max-components", "The most groups of touching units that may be chosen.", "a whole number, 1 or more", count => count >= 1);
        private readonly Option<int?> fewestComponents = Options.Number<int>("--min-components", "The fewest groups of touching units that may be chosen.", "a whole number, 0 or more", count => count >= 0);
        private readonly Option<string?> lockedOut = new("--locked-out") { HelpName = "file", Description = "Map on the same grid: cells that are neither 0 nor without data may not be restored." };
        private readonly Option<double?> lockedShare = Share("--locked-share", "A unit is locked out when this share of its cells is. [default: --habitat-share]");
        private readonly Option<string?> within = new("--within") { HelpName = "file", Description = "Areas: only units whose centre lies in one may be restored." };
        private readonly Option<int?> aggregate = Options.Number<int>("--aggregate", "A unit is a block of so many × so many cells. [default: 1]", "a whole number, 1 or more", cells => cells >= 1);
        private readonly Option<double?> habitatShare = Share("--habitat-share", "A unit is habitat when at least this share of its cells is. [default: 0.7]");
        private readonly Option<double?> restoredShare = Share("--restored-share", "Restoring a unit takes as much as brings it to this share of habitat. [default: 1]");
        private readonly Option<Neighbourhood?> neighbours = Options.Neighbours(Neighbourhood.Rook);
        private readonly Option<double?> seconds = Options.Number<double>("--seconds", "Stop after so long with the best found. [default: when the search ends by itself]", "a number of seconds above 0", time => time > 0);
        private readonly Option<int?> seed = Options.Number<int>("--seed", "Seed of the search without proof. [default: 1]", "a whole number", _ => true);
        private readonly Option<string?> output = new("--out") { HelpName = "file", Description = "GeoPackage to write the chosen units to." };
        private readonly MapOptions mapOptions = new();

        public void AddTo(Command verb)
        {
            verb.Add(raster);
            foreach (Option option in (Option[])[habitat, maximum, minimum, diameter, unitWidths, mostComponents, fewestComponents, lockedOut, lockedShare, within, aggregate, habitatShare, restoredShare, neighbours, seconds, seed, output])
                verb.Add(option);
            mapOptions.AddTo(verb);
        }

        public SolveLimits Limits(ParseResult parsed) => new() { Time = parsed.GetValue(seconds) is { } time ? TimeSpan.FromSeconds(Math.Min(time, 1e9)) : null, Seed = parsed.GetValue(seed) ?? 1 };

        public string? Output(ParseResult parsed) => parsed.GetValue(output);

        public RestorationProblem Problem(ParseResult parsed, CancellationToken cancellation)
        {
            var (file, codes) = (parsed.GetRequiredValue(raster), parsed.GetValue(habitat) is { Length: > 0 } named ? named : [1]);
            var rules = Rules(parsed);
            var (share, factor) = (parsed.GetValue(habitatShare) ?? 0.7, parsed.GetValue(aggregate) ?? 1);
            var restored = parsed.GetValue(restoredShare) ?? 1;
            if (restored < share) throw new BadInputException(FormattableString.Invariant($"--restored-share is {restored}, below --habitat-share, {share}: a restored unit would not be habitat."));
            var reading = mapOptions.Reading(parsed, bytesPerCell: 12);
            var map = RasterFile.ReadLandCover(file, reading, cancellation);
            ClassCodes.Require(map, codes, file);
            var problem = RestorationUnits.Of(map, codes, factor, share, rules, parsed.GetValue(neighbours) ?? Neighbourhood.Rook, restored);
            if (parsed.GetValue(lockedOut) is { } locked) problem = problem.LockOut(LockedOut(locked, reading, map, file, factor, parsed.GetValue(lockedShare) ?? share, cancellation));
            if (parsed.GetValue(within) is { } areas) problem = problem.LockOut(Outside(areas, problem.Grid, mapOptions.Of(parsed).AssumeCrs, cancellation));
            RefuseHopeless(problem, file);
            return problem;
        }

        private RestorationRules Rules(ParseResult parsed)
        {
            var (most, least) = (parsed.GetRequiredValue(maximum)!.Value, parsed.GetValue(minimum) ?? 0);
            if (least > most) throw new BadInputException(FormattableString.Invariant($"--min-area is {least} ha, above --max-area, {most} ha."));
            var (fewest, components) = (parsed.GetValue(fewestComponents) ?? 0, parsed.GetValue(mostComponents));
            if (fewest > components) throw new BadInputException($"--min-components is {fewest}, above --max-components, {components}.");
            return new(most)
            {
                MinimumAreaHa = least,
                MaximumDiameter = parsed.GetValue(diameter),
                DiameterInUnitWidths = parsed.GetValue(unitWidths),
                MaximumComponents = components,
                MinimumComponents = fewest,
            };
        }

        private static bool[] LockedOut(string file, RasterReadOptions reading, LandCover map, string mapFile, int factor, double share, CancellationToken cancellation)
        {
            var locked = RasterFile.ReadValues(file, reading, cancellation);
            if (locked.Grid != map.Grid) throw new BadInputException($"{file} lies on another grid than {mapFile}: it has {locked.Grid}, the map {map.Grid}.");
            return RestorationUnits.LockedOut(map, factor, cell => !locked.IsNoData(cell) && locked[cell] != 0, share);
        }

        private static bool[] Outside(string file, Grid units, string? assumeCrs, CancellationToken cancellation)
        {
            var outside = Enumerable.Repeat(true, units.CellCount).ToArray();
            foreach (var feature in VectorFile.Read(file, toCrs: units.Crs, assumeCrs: assumeCrs, cancellation: cancellation).Features)
            {
                if (feature.Geometry is not { } shape || !ZoneGeometry.PolygonsIn(shape).Any()) continue;
                foreach (var (unit, _) in ZoneCoverage.ByCentre(units, ZoneGeometry.ToZone(shape)).Cells) outside[unit] = false;
            }

            return outside;
        }

        private static void RefuseHopeless(RestorationProblem problem, string file)
        {
            var areas = problem.RestorableHa.Where(area => !double.IsNaN(area)).ToArray();
            if (areas.Length == 0) throw new BadInputException($"Nothing can be restored on {file}: every unit is habitat, has no data, is locked out or lies outside the areas of --within.");
            if (areas.Min() > problem.Rules.MaximumAreaHa)
                throw new BadInputException(FormattableString.Invariant($"--max-area is {problem.Rules.MaximumAreaHa} ha, but the smallest unit that can be restored takes {areas.Min()} ha."));
        }

        private static Option<double?> Area(string name, string description, bool required)
        {
            var option = Options.Number<double>(name, description, "a number of hectares, 0 or more", area => area >= 0);
            option.Required = required;
            return option;
        }

        private static Option<double?> Share(string name, string description) => Options.Number<double>(name, description, "a number above 0 and at most 1", share => share is > 0 and <= 1);
    }

    private sealed record Printout(RestorationProblem Problem, MeshRestoration Found, double Seconds)
    {
        private Solution Solution => Found.Solution;

        private string Outcome => JsonNamingPolicy.CamelCase.ConvertName(Solution.Outcome.ToString());

        private IEnumerable<(int Row, int Column, double Ha, int Unit)> Chosen =>
            Solution.Selected.Select(unit => (Problem.Grid.Position(unit).Row, Problem.Grid.Position(unit).Column, Problem.RestorableHa[unit], unit));

        public void Json() => Cli.Output.Json.Print(new
        {
            Found.Mesh,
            Found.MeshBefore,
            UpperBound = Solution.Bound,
            Solution.Gap,
            Outcome,
            Found.RestoredHa,
            Units = Solution.Selected.Length,
            Found.Components,
            DiameterM = Found.Diameter,
            Seconds,
            Cells = Chosen.Select(unit => (int[])[unit.Row, unit.Column]),
            Solution.Relax,
        });

        public void Tables()
        {
            var facts = PlainTable.OfFacts();
            facts.Row("MESH before, ha", Found.MeshBefore);
            facts.Row("MESH when restored, ha", Found.Mesh);
            facts.Row("no choice gives more than, ha", double.IsFinite(Solution.Bound) ? Solution.Bound : null);
            facts.Row("outcome", Solution.Outcome switch
            {
                SolveOutcome.Optimal => "proven best",
                SolveOutcome.WithinGap => FormattableString.Invariant($"within {100 * Solution.Gap:G3} % of the best possible"),
                SolveOutcome.Infeasible => $"no choice keeps all limits; relax {string.Join(" and ", Solution.Relax)}",
                _ => FormattableString.Invariant($"stopped; within {100 * Solution.Gap:G3} % of the best possible"),
            });
            facts.Row("restored, ha", Found.RestoredHa);
            facts.Row("units", Solution.Selected.Length);
            facts.Row("groups of touching units", Found.Components);
            facts.Row("diameter, m", Found.Diameter);
            facts.Print();
            var table = new PlainTable("row", "column", "restored ha", "x", "y");
            foreach (var (row, column, ha, unit) in Chosen) table.Row(row, column, ha, Problem.Grid.Centre(unit).X, Problem.Grid.Centre(unit).Y);
            table.Print();
        }

        public void Save(string file) => GeoPackageFile.Write(file, Problem.Grid.Crs,
        [
            new(
                "restored_units", "Units to restore", OgcGeometryType.Polygon,
                [new("row", FieldType.WholeNumber), new("column", FieldType.WholeNumber), new("restored_ha", FieldType.Real)],
                [.. Chosen.Select(unit => new GeoPackageRow(Square(unit.Row, unit.Column), [unit.Row, unit.Column, unit.Ha]))]),
        ]);

        private Polygon Square(int row, int column)
        {
            var grid = Problem.Grid;
            var (west, north) = (grid.West + column * grid.CellWidth, grid.North - row * grid.CellHeight);
            return (Polygon)GeometryFactory.Default.ToGeometry(new Envelope(west, west + grid.CellWidth, north - grid.CellHeight, north));
        }
    }
}
