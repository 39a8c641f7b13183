namespace Bocage.Data.Programmes;

/// <summary>What something must do for biodiversity to count.</summary>
public enum Qualifier
{
    /// <summary>Nothing was said.</summary>
    None,

    /// <summary>Leave biodiversity better off on balance.</summary>
    NetPositive,

    /// <summary>Leave biodiversity no worse off.</summary>
    AtLeastNeutral,
}
