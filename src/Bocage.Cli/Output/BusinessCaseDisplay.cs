using Bocage.Jobs.BusinessCases;
using Bocage.Jobs.BusinessCases.Report;
using Bocage.Jobs.Languages;
using Bocage.Planning;

namespace Bocage.Cli.Output;

/// <summary>Works out a business case with progress, then says who is whole, what it costs and where the pages lie.</summary>
internal static class BusinessCaseDisplay
{
    public static void Run(BusinessCaseRequest request, string folder, bool json, CancellationToken cancellation)
    {
        var result = ProgressDisplay.While(progress => BusinessCaseRun.Run(request, folder, TimeProvider.System, progress, cancellation));
        if (json)
        {
            Console.Out.Write(File.ReadAllText(Path.Combine(folder, BusinessCaseRun.FiguresFile)));
            return;
        }

        var table = new PlainTable("party", "€ a year", "net present value €", "payback, years", "lowest € (year)", "chance", "schemes");
        foreach (var party in result.Touched)
        {
            var (money, stack) = (result.Case.Parties[party], result.Stacks.FirstOrDefault(stack => stack.Party == party));
            var sure = result.Uncertainty[party];
            table.Row(
                money.Party.Id, Known(money.IncomeChange), Known(money.NetPresentValue), money.NotKnownFrom is not null ? "not known" : money.Payback is { } years ? FormattableString.Invariant($"{years:0.#}") : "never",
                money.NotKnownFrom is null ? FormattableString.Invariant($"{money.LiquidityLow.Euros:0} ({result.Setting.FirstYear + money.LiquidityLow.Year})") : "not known",
                sure.Tornado.Count > 0 ? FormattableString.Invariant($"{100 * sure.ChanceWhole:0} %") : "–",
                stack is null ? "" : string.Join(", ", stack.Best.Uses.Select(use => result.Case.Inputs.Schemes[use.Scheme].Id).Distinct()));
        }

        table.Print();
        var words = new CasePageModel(result, Texts.Load("BusinessCases", "en"));
        foreach (var sentence in words.Advice().TakeLast(2)) Console.Out.WriteLine(sentence);
        if (result.Deal is { Outcome: SolveOutcome.Infeasible } deal)
            foreach (var limit in deal.Relax) Console.Out.WriteLine(FormattableString.Invariant($"  must give way: {words.LimitName(limit)}: {limit.Needed:0} instead of {limit.Given:0}"));
        Console.Out.WriteLine($"Pages: {Path.Combine(folder, BusinessCaseRun.PageFile)}; one for each party beside it, with a table (CSV)");
        Console.Out.WriteLine($"Figures: {Path.Combine(folder, BusinessCaseRun.FiguresFile)}; what was run: {Path.Combine(folder, "run.json")}");
    }

    private static string Known(double euros) => double.IsNaN(euros) ? "not known" : FormattableString.Invariant($"{euros:0}");
}
