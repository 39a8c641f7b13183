using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>Who takes part in a plan, what they carry out, and the years and rates that are counted with.</summary>
public sealed record CaseParties
{
    /// <summary>Years and rates.</summary>
    public required CaseSetting Setting { get; init; }

    /// <summary>How far a yield differs from year to year: its standard deviation as a share of it; 0 for not at all.</summary>
    public double YearlyYieldSpread { get; init; }

    /// <summary>The parties.</summary>
    public required IReadOnlyList<Party> Parties { get; init; }

    /// <summary>Lands that measures share.</summary>
    public IReadOnlyList<Land> Lands { get; init; } = [];

    /// <summary>The party that carries out whatever the file names no party for; null when there is none.</summary>
    public string? AllOthers { get; init; }

    /// <summary>What is said of measures: by the id of one planned measure (<c>hedge@parcel-7</c>), or by that of a measure in the catalogue (<c>hedge</c>), for all of its kind.</summary>
    public IReadOnlyDictionary<string, PlannedMeasureDetails> Details { get; init; } = new Dictionary<string, PlannedMeasureDetails>();

    /// <summary>Who may top up, and how far; null when the file does not say.</summary>
    public FairDealNames? FairDeal { get; init; }

    /// <summary>A plan with what this file says of its measures. What is said of one measure goes before what is said of its kind, and both go before what the measure has.</summary>
    /// <param name="plan">The measures; a party that is not known yet is an empty text.</param>
    /// <exception cref="BadInputException">Nobody carries out a measure, something is said of a measure that is not in the plan, or a measure lies on a land that is not there.</exception>
    public IReadOnlyList<PlannedMeasure> Complete(IReadOnlyList<PlannedMeasure> plan) => Complete(plan, Lands);

    internal IReadOnlyList<PlannedMeasure> Complete(IReadOnlyList<PlannedMeasure> plan, IReadOnlyList<Land> lands)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var named = plan.Select(measure => measure.Id).Concat(plan.Select(measure => measure.Measure)).ToHashSet();
        foreach (var (id, details) in Details)
        {
            if (!named.Contains(id)) throw details.Node.Error($"{details.Node.Key} says something of a measure that is not in the plan; it has {Some(plan)}.");
            if (details.Land is { } land && lands.All(other => other.Id != land)) throw details.Node.Required("land").Wrong(details.Node.Required("land").Key, PartyReader.OneOf("the lands", lands.Select(other => other.Id)));
        }

        return [.. plan.Select(Complete)];
    }

    private PlannedMeasure Complete(PlannedMeasure planned)
    {
        var measure = planned with { Party = "" };
        if (Details.TryGetValue(planned.Measure, out var ofKind)) measure = ofKind.On(measure);
        if (planned.Measure != planned.Id && Details.TryGetValue(planned.Id, out var ofOne)) measure = ofOne.On(measure);
        var party = measure.Party.Length > 0 ? measure.Party : planned.Party.Length > 0 ? planned.Party : AllOthers;
        return party is null
            ? throw new BadInputException($"Nobody carries out the measure {planned.Id}: give plan.all_others, or a party under plan.measures.")
            : measure with { Party = party };
    }

    private static string Some(IReadOnlyList<PlannedMeasure> plan) => plan.Count switch
    {
        0 => "none",
        <= 10 => string.Join(", ", plan.Select(measure => measure.Id)),
        _ => $"{string.Join(", ", plan.Take(10).Select(measure => measure.Id))} and {plan.Count - 10} more",
    };
}
