using System.Text.Json;
using Bocage.Formats;
using Bocage.Jobs.Plans;
using Bocage.Jobs.Runs;
using Bocage.Planning;

namespace Bocage.Jobs.BusinessCases;

/// <summary>What a business case takes from the folder of a plan: the measures it chose, what they cost, and what the network gains.</summary>
internal sealed record PlanFolder
{
    /// <summary>The file with the figures of a plan.</summary>
    public const string FiguresFile = "plan.json";

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The measures of the catalogue, with the prices that the plan was made with.</summary>
    public required MeasureCatalogue Catalogue { get; init; }

    /// <summary>The chosen measures.</summary>
    public required IReadOnlyList<Choice> Chosen { get; init; }

    /// <summary>What the connected area of each species gains.</summary>
    public required IReadOnlyList<SpeciesGain> Gains { get; init; }

    /// <summary>Sees to it that a plan was written there.</summary>
    /// <exception cref="BadInputException">None was.</exception>
    public static void Check(string folder)
    {
        foreach (var name in new[] { FiguresFile, RunRecord.FileName })
            if (!File.Exists(Path.Combine(folder, name))) throw new BadInputException($"{folder} holds no {name}; name the folder that `bocage plan` wrote, or a file with planned measures.");
    }

    /// <summary>Reads the folder.</summary>
    /// <exception cref="BadInputException">It is not the folder of a plan, or the plan chose nothing.</exception>
    public static PlanFolder Read(string folder)
    {
        var request = RunRecord.Read<PlanRequest>(Path.Combine(folder, RunRecord.FileName)).Request;
        var catalogue = MeasureCatalogueFile.Read(request.Measures);
        if (request.Prices is not null) catalogue = MeasurePricesFile.Apply(request.Prices, catalogue);
        var file = Path.Combine(folder, FiguresFile);
        var figures = Figures(file);
        if (figures.Chosen is not { Count: > 0 }) throw new BadInputException($"{file}: the plan chose no measure, so there is nothing to work out.");
        if (figures.Chosen.FirstOrDefault(choice => catalogue.Find(choice.Measure) is null) is { } unknown) throw new BadInputException($"{file}: the plan holds the measure “{unknown.Measure}”, which {request.Measures} does not have.");
        return new()
        {
            Catalogue = catalogue,
            Chosen = figures.Chosen,
            Gains = [.. (figures.Species ?? []).Where(species => species.EcaAfterHa > species.EcaBeforeHa).Select(species => new SpeciesGain(species.Name, species.EcaAfterHa!.Value - species.EcaBeforeHa!.Value))],
        };
    }

    private static FiguresOfPlan Figures(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<FiguresOfPlan>(File.ReadAllText(file), Options) ?? throw new BadInputException($"{file} is empty.");
        }
        catch (JsonException error)
        {
            throw new BadInputException($"{file} does not hold the figures of a plan: {error.Message}");
        }
    }

    /// <summary>A measure that the plan chose.</summary>
    /// <param name="Id">measure@place.</param>
    /// <param name="Measure">Id in the catalogue.</param>
    /// <param name="Place">Id of the place.</param>
    /// <param name="Quantity">How much, in the measure's unit.</param>
    /// <param name="Year">1 for the first year of the plan; null when it puts no order.</param>
    internal sealed record Choice(string Id, string Measure, string Place, double Quantity, int? Year);

    private sealed record FiguresOfPlan(IReadOnlyList<Choice>? Chosen, IReadOnlyList<SpeciesOfPlan>? Species);

    private sealed record SpeciesOfPlan(string Name, double? EcaBeforeHa, double? EcaAfterHa);
}
