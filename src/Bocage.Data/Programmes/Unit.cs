namespace Bocage.Data.Programmes;

/// <summary>A unit that figures of a programme can have.</summary>
public sealed record Unit
{
    private Unit(string id, bool isPerYear = false, bool isMoney = false) => (Id, IsPerYear, IsMoney) = (id, isPerYear, isMoney);

    /// <summary>The word for it in files.</summary>
    public string Id { get; }

    /// <summary>Whether it is an amount per year, as every flow is.</summary>
    public bool IsPerYear { get; }

    /// <summary>Whether it is money.</summary>
    public bool IsMoney { get; }

    /// <summary>Part of a hundred, the unit of every share.</summary>
    public static Unit Percent { get; } = new("percent");

    /// <summary>All units.</summary>
    public static IReadOnlyList<Unit> All { get; } =
    [
        new("ha"), new("m2"), new("km2"), new("m"), new("km"), new("piece"), new("t"), Percent, new("celsius"), new("year"),
        new("ha_per_year", isPerYear: true), new("km_per_year", isPerYear: true), new("piece_per_year", isPerYear: true), new("t_per_year", isPerYear: true),
        new("eur", isMoney: true), new("dkk", isMoney: true), new("sek", isMoney: true), new("nok", isMoney: true),
        new("eur_per_year", isPerYear: true, isMoney: true),
    ];

    /// <summary>The unit of a word; null when there is none.</summary>
    public static Unit? Find(string id) => All.FirstOrDefault(unit => unit.Id == id);

    /// <inheritdoc/>
    public override string ToString() => Id;
}
