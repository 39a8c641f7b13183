namespace Bocage.Data.Programmes;

/// <summary>What may be done with a figure.</summary>
public enum FigureKind
{
    /// <summary>Something that is there: hectares, kilometres, buildings. Stocks of different parties add up.</summary>
    Stock,

    /// <summary>Something that happens every year: tonnes per year. Flows of one year add up; flows of different years never do.</summary>
    Flow,

    /// <summary>A part of a whole, in percent. Shares never add up.</summary>
    Share,

    /// <summary>A level such as a temperature or a price. Levels never add up.</summary>
    Level,
}
