using Bocage.Formats;
using Bocage.Jobs.BusinessCases.Report;
using Bocage.Jobs.Languages;
using Bocage.Jobs.Runs;
using Bocage.Planning;

namespace Bocage.Jobs.BusinessCases;

/// <summary>From a plan, parties and schemes to who pays and who gains: finds the best stacks, the fair deal and how sure it all is, writes all results or none.</summary>
public static class BusinessCaseRun
{
    /// <summary>The page with everything.</summary>
    public const string PageFile = "business-case.html";

    /// <summary>Every figure.</summary>
    public const string FiguresFile = "business-case.json";

    /// <summary>Works out a case and writes its pages, tables and figures into a folder.</summary>
    /// <exception cref="BadInputException">An input cannot be used; nothing is written.</exception>
    public static BusinessCaseResult Run(BusinessCaseRequest request, string folder, TimeProvider time, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var output = new OutputFolder(folder);
        var clock = new RunClock(time, progress);
        var result = new Work(request, clock, time, cancellation).Compute();
        clock.Step($"writing {FiguresFile}", _ => CaseFigures.Write(output.File(FiguresFile), result));
        clock.Step("writing the pages", _ => WritePages(output, result));
        cancellation.ThrowIfCancellationRequested();
        RunRecord.Of(request, result.Inputs, output.Files, clock).Write(output.File(RunRecord.FileName));
        output.Publish();
        return result;
    }

    private static void WritePages(OutputFolder output, BusinessCaseResult result)
    {
        var page = new CasePageModel(result, Texts.Load("BusinessCases", result.Request.Language));
        Pages.PageFile.Write<CasePage>(output.File(PageFile), page);
        foreach (var party in page.Sections)
        {
            var name = "party-" + result.Case.Inputs.Parties[party].Id;
            Pages.PageFile.Write<PartyPage>(output.File(name + ".html"), new PartyPageModel(page, party));
            PartySheet.Write(output.File(name + ".csv"), page, party);
        }
    }

    private sealed class Work(BusinessCaseRequest request, RunClock clock, TimeProvider time, CancellationToken cancellation)
    {
        private readonly SolveLimits limits = new() { Time = request.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null, Clock = time };

        public BusinessCaseResult Compute()
        {
            var (record, inputs, parties, gains) = clock.Step("reading the inputs", _ => Read());
            var solver = new CbcSolver();
            var stacks = clock.Step("finding the best stacks", _ => BestStacks.Of(inputs, solver, limits, cancellation));
            var plan = BusinessCase.Of(inputs, [.. stacks.SelectMany(stack => stack.Best.Uses)]);
            var deal = parties.FairDeal is { } names ? clock.Step("looking for a fair deal", _ => FairDeals.Of(plan, names.In(inputs), solver, limits, cancellation)) : null;
            var options = new UncertaintyOptions { Draws = request.Draws, Seed = request.Chance, YearlyYieldSpread = parties.YearlyYieldSpread };
            return new()
            {
                Request = request,
                Inputs = record,
                PlanName = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Plan))).Replace('_', ' ').Replace('-', ' '),
                Gains = gains,
                Stacks = stacks,
                Case = plan,
                WithoutSchemes = BusinessCase.Of(inputs, []),
                Deal = deal,
                Uncertainty = clock.Step("drawing prices, costs and yields", share => CaseUncertainty.Of(plan, options, share, cancellation)),
            };
        }

        private (IReadOnlyList<RunInput> Record, BusinessCaseInputs Inputs, CaseParties Parties, IReadOnlyList<SpeciesGain> Gains) Read()
        {
            if (request.IsPlanFolder) PlanFolder.Check(request.Plan);
            var record = RunInput.Of(request.Inputs(cancellation));
            var schemes = SchemesFile.Read(request.Schemes);
            var parties = PartiesFile.Read(request.Parties, schemes);
            if (!request.IsPlanFolder)
            {
                var made = PlannedMeasuresFile.Read(request.Plan, parties, request.Measures is { } catalogue ? MeasureCatalogueFile.Read(catalogue) : null);
                return (record, Inputs(parties, made.Measures, schemes, made.Lands), parties, []);
            }

            if (request.Measures is not null) throw new BadInputException($"--measures goes with a file of planned measures; {request.Plan} is the folder of a plan, which says its own catalogue.");
            var folder = PlanFolder.Read(request.Plan);
            return (record, Inputs(parties, parties.Complete([.. folder.Chosen.Select(choice => Planned(choice, folder.Catalogue, parties.Setting))]), schemes, parties.Lands), parties, folder.Gains);
        }

        private static BusinessCaseInputs Inputs(CaseParties parties, IReadOnlyList<PlannedMeasure> measures, SchemeLibrary schemes, IReadOnlyList<Land> lands) =>
            new(parties.Setting, parties.Parties, measures, schemes.Schemes, schemes.Scorecards, lands);

        private PlannedMeasure Planned(PlanFolder.Choice choice, MeasureCatalogue catalogue, CaseSetting setting)
        {
            if (choice.Year > setting.Years + 1) throw new BadInputException($"{request.Parties}: the case looks {setting.Years} years ahead, but the plan starts {choice.Id} in its year {choice.Year}; give more years.");
            var measure = catalogue.Find(choice.Measure)!;
            return new()
            {
                Id = choice.Id,
                Measure = measure.Id,
                Name = measure.Name,
                Party = "",
                Quantity = choice.Quantity,
                Unit = measure.Unit,
                Costs = measure.Costs,
                StartYear = (choice.Year ?? 1) - 1,
            };
        }
    }
}
