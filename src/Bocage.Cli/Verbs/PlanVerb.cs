using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Bocage.Cli.Output;
using Bocage.Jobs.Plans;
using Bocage.Planning;

namespace Bocage.Cli.Verbs;

/// <summary>From a diagnosis, a catalogue of measures and a budget to the most promising measures.</summary>
internal static class PlanVerb
{
    public static Command Create()
    {
        var diagnosis = new Argument<string>("DIAGNOSIS") { Description = "Folder that `bocage diagnose` wrote." };
        var measures = new Option<string>("--measures") { Required = true, HelpName = "file", Description = "Catalogue of measures (YAML), for instance measures/catalogue.yaml." };
        var only = new Option<string[]>("--only") { HelpName = "ids", Description = "Ids of the measures to consider, separated by commas; all without it.", CustomParser = Words };
        var prices = new Option<string?>("--prices") { HelpName = "file", Description = "Prices (YAML) that take the place of the catalogue's." };
        var landCover = new Option<string>("--land-cover") { Required = true, HelpName = "file", Description = "What the codes of the map mean to measures (YAML), for instance measures/land-cover/nara-2016.yaml." };
        var parcels = new Option<string?>("--parcels") { HelpName = "file", Description = "Parcels where measures can be carried out (any vector file); without it hexagons are laid over the map." };
        var parcelsLayer = new Option<string?>("--parcels-layer") { HelpName = "layer", Description = "Layer of the parcels, when the file has several." };
        var parcelsName = new Option<string?>("--parcels-id") { HelpName = "field", Description = "Field with the id of a parcel." };
        var assumeCrs = new Option<string?>("--assume-crs") { HelpName = "code", Description = "The system that the parcels are in, when they do not say." };
        var hexagons = Options.Number<double>("--hexagons", "Size of the hexagons, ha. [default: 4]", "a number above 0", number => number > 0);
        var edges = Options.Number<double>("--edges", "Also consider the edges of the parcels, as strips of this width in metres: hedges and wooded banks go there.", "a number above 0", number => number > 0);
        var budget = Options.Number<double>("--budget", "What may be spent in all, €.", "a number, 0 or more", number => number >= 0);
        var years = new Option<double[]>("--years") { HelpName = "amounts", Description = "What may be spent in each year, €, separated by commas: the plan is then put in order.", CustomParser = Amounts };
        var parties = new Option<PartyBudget[]>("--party") { HelpName = "name=€@measures", Description = "What a party may spend on the measures it pays for; may be given more than once: \"water board=200000@rewetting,natural-bank\".", CustomParser = Parties };
        var horizon = Options.Number<int>("--horizon", "Years of upkeep and lost income that count as cost. [default: 0, the investment alone]", "a whole number, 0 or more", number => number >= 0);
        var discount = Options.Number<double>("--discount", "What money is worth less each year. [default: 0.03]", "a number from 0 to 1", number => number is >= 0 and <= 1);
        var goal = new Option<(PlanGoal, string?)>("--goal")
        {
            HelpName = "connected-area|habitat|least-cost|relief:PRESSURE",
            Description = "What the plan makes large. [default: connected-area]",
            DefaultValueFactory = _ => (PlanGoal.ConnectedArea, null),
            CustomParser = Goal,
        };
        var weights = new Option<KeyValuePair<string, double>[]>("--weight") { HelpName = "species=number", Description = "How much a species counts; may be given more than once. [default: 1 each]", CustomParser = result => Pairs(result, "--weight") };
        var counts = new Option<MeasureCount[]>("--count") { HelpName = "measure=least-most", Description = "How many of a measure or kind (source, system, bridging): hedge=2-10, pond=3-, system=-40; may be given more than once.", CustomParser = Counts };
        var targets = new Option<KeyValuePair<string, double>[]>("--target") { HelpName = "land=ha", Description = "Hectares of a kind of land that the plan must make at least: forest=50; may be given more than once.", CustomParser = result => Pairs(result, "--target") };
        var lockIn = new Option<string[]>("--lock-in") { HelpName = "ids", Description = "Candidates (measure@place) or places that must be in the plan.", CustomParser = Words };
        var lockOut = new Option<string[]>("--lock-out") { HelpName = "ids", Description = "Candidates or places that must stay out of it.", CustomParser = Words };
        var oneBlock = new Option<bool>("--one-block") { Description = "The chosen places must form one block." };
        var boundary = Options.Number<double>("--boundary-penalty", "What a metre of outer boundary counts against the goal. [default: 0]", "a number, 0 or more", number => number >= 0);
        var seconds = Options.Number<double>("--seconds", "How long to search, s; explanation, curve and what-ifs take as long again each. [default: 60]", "a number above 0", number => number > 0);
        var gap = Options.Number<double>("--gap", "Stop as soon as the plan is proven to be this close to the best: 0.01 is 1 %. [default: 0]", "a number, 0 or more", number => number >= 0);
        var seed = Options.Number<int>("--seed", "Seed of the search. [default: 1]", "a whole number, 0 or more", number => number >= 0);
        var language = Options.Language();
        var top = Options.Number<int>("--top", "How many places the tables list. [default: 25]", "a whole number, 1 or more", number => number > 0);
        var output = Options.Folder("Folder for the results.");
        output.Required = true;
        var json = Options.Json();
        var verb = new Command("plan", "Choose the most promising measures under a budget, with a proof of how good the choice is.")
        {
            diagnosis, measures, only, prices, landCover, parcels, parcelsLayer, parcelsName, assumeCrs, hexagons, edges, budget, years, parties, horizon, discount, goal, weights, counts, targets, lockIn, lockOut, oneBlock,
            boundary, seconds, gap, seed, language, top, output, json,
        };
        verb.SetAction((parsed, cancellation) =>
        {
            var (aim, pressure) = parsed.GetValue(goal);
            var request = new PlanRequest
            {
                Diagnosis = parsed.GetRequiredValue(diagnosis),
                Measures = parsed.GetRequiredValue(measures),
                Only = parsed.GetValue(only) ?? [],
                Prices = parsed.GetValue(prices),
                LandCover = parsed.GetRequiredValue(landCover),
                Parcels = parsed.GetValue(parcels) is { } file ? new(file, parsed.GetValue(parcelsLayer), parsed.GetValue(parcelsName)) : null,
                AssumeCrs = parsed.GetValue(assumeCrs),
                HexagonHa = parsed.GetValue(hexagons) ?? 4,
                EdgeWidthM = parsed.GetValue(edges),
                Budget = parsed.GetValue(budget),
                YearBudgets = parsed.GetValue(years) ?? [],
                Parties = parsed.GetValue(parties) ?? [],
                HorizonYears = parsed.GetValue(horizon) ?? 0,
                DiscountRate = parsed.GetValue(discount) ?? 0.03,
                Goal = aim,
                Pressure = pressure,
                Weights = new Dictionary<string, double>(parsed.GetValue(weights) ?? []),
                Counts = parsed.GetValue(counts) ?? [],
                Targets = new Dictionary<string, double>(parsed.GetValue(targets) ?? []),
                LockedIn = parsed.GetValue(lockIn) ?? [],
                LockedOut = parsed.GetValue(lockOut) ?? [],
                OneBlock = parsed.GetValue(oneBlock),
                BoundaryPenalty = parsed.GetValue(boundary) ?? 0,
                Seconds = parsed.GetValue(seconds) ?? 60,
                Gap = parsed.GetValue(gap) ?? 0,
                Chance = parsed.GetValue(seed) ?? 1,
                Language = parsed.GetRequiredValue(language),
                Top = parsed.GetValue(top) ?? 25,
            };
            PlanDisplay.Run(request, parsed.GetRequiredValue(output), parsed.GetValue(json), cancellation);
            return Task.FromResult(0);
        });
        return verb;
    }

    private static string[] Words(ArgumentResult result) => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    private static double[]? Amounts(ArgumentResult result)
    {
        var amounts = new List<double>();
        foreach (var word in Words(result.Tokens))
        {
            if (!Number(word, out var amount) || amount < 0) return Options.Wrong<double[]>(result, $"--years takes amounts of 0 or more, separated by commas; got “{word}”.");
            amounts.Add(amount);
        }

        return [.. amounts];
    }

    private static IEnumerable<string> Words(IEnumerable<Token> tokens) => tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static PartyBudget[]? Parties(ArgumentResult result)
    {
        var parties = new List<PartyBudget>();
        foreach (var token in result.Tokens)
        {
            if (token.Value.Split('=', 2) is not [var name, var rest] || rest.Split('@', 2) is not [var amount, var ids] || !Number(amount, out var budget) || budget < 0
                || name.Trim() is not { Length: > 0 } party || ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is not { Length: > 0 } paid)
                return Options.Wrong<PartyBudget[]>(result, $"--party is name=amount@measure,measure, for instance \"water board=200000@rewetting\"; got “{token.Value}”.");
            if (parties.Any(other => other.Name == party)) return Options.Wrong<PartyBudget[]>(result, $"--party names “{party}” twice; give it once, with all the measures it pays for.");
            parties.Add(new(party, budget, paid));
        }

        return [.. parties];
    }

    private static (PlanGoal, string?) Goal(ArgumentResult result) => result.Tokens[0].Value switch
    {
        "connected-area" => (PlanGoal.ConnectedArea, null),
        "habitat" => (PlanGoal.Habitat, null),
        "least-cost" => (PlanGoal.LeastCost, null),
        var word when word.StartsWith("relief:", StringComparison.Ordinal) && Pressures.All.Contains(word[7..]) => (PlanGoal.PressureRelief, word[7..]),
        var word => Options.Wrong<(PlanGoal, string?)>(result, $"--goal is connected-area, habitat, least-cost or relief:PRESSURE, where PRESSURE is one of {string.Join(", ", Pressures.All)}; got “{word}”."),
    };

    private static KeyValuePair<string, double>[]? Pairs(ArgumentResult result, string name)
    {
        var pairs = new Dictionary<string, double>();
        foreach (var token in result.Tokens)
        {
            if (token.Value.Split('=', 2) is not [var key, var word] || !Number(word, out var number) || number < 0) return Options.Wrong<KeyValuePair<string, double>[]>(result, $"{name} is name=number, the number 0 or more; got “{token.Value}”.");
            pairs[key.Trim()] = number;
        }

        return [.. pairs];
    }

    private static MeasureCount[]? Counts(ArgumentResult result)
    {
        var counts = new List<MeasureCount>();
        foreach (var token in result.Tokens)
        {
            if (token.Value.Split('=', 2) is not [var of, var range] || range.Split('-', 2) is not [var least, var most]
                || !Whole(least, 0, out var minimum) || !Whole(most, int.MaxValue, out var maximum) || minimum > maximum)
                return Options.Wrong<MeasureCount[]>(result, $"--count is measure=least-most, for instance hedge=2-10, pond=3- or system=-40; got “{token.Value}”.");
            counts.Add(new(of.Trim(), minimum, maximum == int.MaxValue ? null : maximum));
        }

        return [.. counts];
    }

    private static bool Whole(string word, int otherwise, out int number)
    {
        number = otherwise;
        return word.Trim().Length == 0 || int.TryParse(word, NumberStyles.None | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out number);
    }

    private static bool Number(string word, out double number) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
