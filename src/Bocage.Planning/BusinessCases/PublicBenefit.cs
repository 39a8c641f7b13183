namespace Bocage.Planning;

/// <summary>Something that a measure is worth to everyone without anyone being paid: shown beside the cash of the parties, never added to it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="EurosPerUnitPerYear">Its worth per unit of the measure, € a year, in prices of the first year of the case.</param>
/// <param name="Source">Where the figure comes from.</param>
public sealed record PublicBenefit(PublicBenefitKind Kind, Estimate EurosPerUnitPerYear, MeasureSource Source);

/// <summary>What a public benefit is.</summary>
public enum PublicBenefitKind
{
    /// <summary>Damage by floods, drought or heat that does not come.</summary>
    AvoidedDamage,

    /// <summary>What carbon kept out of the air is worth to society, not what anyone pays for it.</summary>
    Carbon,

    /// <summary>Health of people.</summary>
    Health,

    /// <summary>Anything else that is not paid for.</summary>
    Other,
}
