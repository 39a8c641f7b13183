namespace Bocage.Planning;

/// <summary>What a party of a plan is.</summary>
public enum PartyKind
{
    /// <summary>A farm.</summary>
    Farmer,

    /// <summary>An estate.</summary>
    Estate,

    /// <summary>A campsite, inn or other business that lives of visitors.</summary>
    LeisureBusiness,

    /// <summary>A body that owns and keeps nature.</summary>
    NatureManager,

    /// <summary>A water board.</summary>
    WaterBoard,

    /// <summary>A municipality.</summary>
    Municipality,

    /// <summary>A province or region.</summary>
    Province,

    /// <summary>A state, or the European Union.</summary>
    State,

    /// <summary>Any other company.</summary>
    Company,

    /// <summary>A bank.</summary>
    Bank,

    /// <summary>Everyone: residents, visitors, the climate.</summary>
    Public,
}

/// <summary>What follows from what a party is.</summary>
public static class PartyKinds
{
    /// <summary>Whether its money is public money: water boards, municipalities, provinces, states. <see cref="PartyKind.Public"/> is people, who pay with their own.</summary>
    public static bool SpendsPublicMoney(this PartyKind kind) => kind is PartyKind.WaterBoard or PartyKind.Municipality or PartyKind.Province or PartyKind.State;
}
