namespace Bocage.Planning;

/// <summary>Everything a business case is worked out from.</summary>
public sealed record BusinessCaseInputs
{
    private readonly Dictionary<string, int> parties;

    /// <summary>Checks the parts against each other.</summary>
    /// <exception cref="ArgumentException">A name is there twice or missing, a number is out of range, or rules of schemes contradict each other or go in a circle.</exception>
    public BusinessCaseInputs(
        CaseSetting setting, IReadOnlyList<Party> parties, IReadOnlyList<PlannedMeasure> measures, IReadOnlyList<Scheme> schemes,
        IReadOnlyList<Scorecard>? scorecards = null, IReadOnlyList<Land>? lands = null)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(parties);
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(schemes);
        Setting = setting;
        Measures = measures;
        Schemes = schemes;
        Scorecards = scorecards ?? [];
        Lands = lands ?? [];
        GivenParties = parties;
        Parties = [.. parties, .. PayersOnly(parties, schemes)];
        this.parties = [];
        for (var k = 0; k < Parties.Count; k++) this.parties.TryAdd(Parties[k].Id, k);
        BusinessCaseCheck.Of(this);
    }

    /// <summary>Years and rates.</summary>
    public CaseSetting Setting { get; }

    /// <summary>The parties that were given.</summary>
    public IReadOnlyList<Party> GivenParties { get; }

    /// <summary>All parties: those given, in their order, then the payers of schemes that were not among them.</summary>
    public IReadOnlyList<Party> Parties { get; }

    /// <summary>The measures.</summary>
    public IReadOnlyList<PlannedMeasure> Measures { get; }

    /// <summary>The schemes on offer.</summary>
    public IReadOnlyList<Scheme> Schemes { get; }

    /// <summary>The scorecards that schemes pay by.</summary>
    public IReadOnlyList<Scorecard> Scorecards { get; }

    /// <summary>The lands that measures share.</summary>
    public IReadOnlyList<Land> Lands { get; }

    /// <summary>Index of a party.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public int PartyIndex(string id) => parties.TryGetValue(id, out var index) ? index : throw new ArgumentException($"There is no party {id}.", nameof(id));

    /// <summary>What money is worth less to a party each year.</summary>
    public double DiscountRateOf(int party) => Parties[party].DiscountRate ?? Setting.DiscountRate;

    private static IEnumerable<Party> PayersOnly(IReadOnlyList<Party> parties, IReadOnlyList<Scheme> schemes) =>
        schemes.ExceptBy(parties.Select(party => party.Id), scheme => scheme.Payer)
            .Select(scheme => new Party { Id = scheme.Payer, Name = scheme.PayerName, Kind = scheme.PayerKind });
}
