using System.CommandLine;
using System.Globalization;
using Bocage.Cli.Output;
using Bocage.Formats;
using Bocage.Jobs.Measures;
using Bocage.Planning;

namespace Bocage.Cli.Verbs;

/// <summary>Lists a catalogue of measures, or says why it cannot be used.</summary>
internal static class MeasuresVerb
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "A catalogue (YAML); leave it out for Bocage's own.", Arity = ArgumentArity.ZeroOrOne };
        var language = Options.Language();
        language.Description = "Language of the names.";
        var json = Options.Json();
        var verb = new Command("measures", "List the measures of a catalogue, or say why it cannot be used.") { file, language, json };
        verb.SetAction((parsed, _) =>
        {
            var catalogue = MeasureCatalogueFile.Read(parsed.GetValue(file) ?? Path.Combine(AppContext.BaseDirectory, "measures", "catalogue.yaml"));
            var printout = new Printout(catalogue, parsed.GetRequiredValue(language));
            if (parsed.GetValue(json)) printout.PrintJson();
            else printout.PrintTable();
            return Task.FromResult(0);
        });
        return verb;
    }

    private sealed record Printout(MeasureCatalogue Catalogue, string Language)
    {
        public void PrintTable()
        {
            var texts = new MeasureTexts(Language);
            var table = new PlainTable("id", "measure", "kind", "unit", "investment (EUR)", "upkeep (EUR/year)", "lost income (EUR/year)", "evidence");
            foreach (var measure in Catalogue.Measures)
            {
                var costs = measure.Costs;
                table.Row(measure.Id, measure.Name.In(Language), texts.Of(measure.Kind), texts.Of(measure.Unit), Text(costs.Investment), Text(costs.UpkeepPerYear), Text(costs.LostIncomePerYear), texts.Of(measure.Evidence));
            }

            table.Print();
            Console.Out.WriteLine(FormattableString.Invariant($"{Catalogue.Measures.Count} measures, costs per unit; {Catalogue.Measures.Count(measure => measure.Costs.Investment is null)} without a known investment."));
        }

        public void PrintJson() => Json.Print(new
        {
            Name = Catalogue.Name.In(Language),
            Programmes = Catalogue.Programmes.Select(pair => new { Id = pair.Key, Name = pair.Value.In(Language) }),
            Measures = Catalogue.Measures.Select(measure => new
            {
                measure.Id,
                Name = measure.Name.In(Language),
                Description = measure.Description.In(Language),
                Kind = Word(measure.Kind),
                Shape = Word(measure.Shape),
                Unit = measure.Unit switch { MeasureUnit.Hectare => "ha", MeasureUnit.SquareMetre => "m2", MeasureUnit.Metre => "m", _ => "piece" },
                LandCover = measure.CreatedLandCover is { } kind ? LandCoverKinds.IdOf(kind) : null,
                Pressures = measure.Effects.OfType<PressureRelief>().Select(relief => new { relief.Pressure, relief.AmountPerUnit }),
                Rules = measure.Rules.Select(rule => rule.Key),
                Costs = new { measure.Costs.Investment, measure.Costs.UpkeepPerYear, measure.Costs.LostIncomePerYear, measure.Costs.PriceYear, Currency = "EUR", Evidence = measure.Costs.Evidence is { } known ? Word(known) : null, measure.Costs.Sources },
                measure.YearsUntilEffective,
                Evidence = Word(measure.Evidence),
                measure.Sources,
                measure.Programmes,
            }),
        });

        private static string Text(Estimate? range) => range switch
        {
            null => "not known",
            { Low: null, High: null } => Figure(range.Likely),
            { Low: { } low, High: { } high } when low == high => Figure(range.Likely),
            _ => $"{Figure(range.Likely)} ({(range.Low is { } low ? Figure(low) : "?")}–{(range.High is { } high ? Figure(high) : "?")})",
        };

        private static string Figure(double euros) => euros.ToString("0.####", CultureInfo.InvariantCulture);

        private static string Word<T>(T value)
            where T : struct, Enum => value.ToString().ToLowerInvariant();
    }
}
