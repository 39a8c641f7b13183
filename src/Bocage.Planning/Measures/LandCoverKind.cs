namespace Bocage.Planning;

/// <summary>Land cover as measures speak of it, whatever the codes of a map are.</summary>
public enum LandCoverKind
{
    /// <summary>Arable land.</summary>
    Arable,

    /// <summary>Grassland in agricultural use.</summary>
    Grassland,

    /// <summary>Grassland rich in herbs.</summary>
    SpeciesRichGrassland,

    /// <summary>Dry or wet heath.</summary>
    Heath,

    /// <summary>Marsh, reed, bog and other wet nature.</summary>
    WetNature,

    /// <summary>Open nature of whatever kind.</summary>
    OpenNature,

    /// <summary>Broadleaved or mixed wood.</summary>
    Forest,

    /// <summary>Planted conifers.</summary>
    ConiferForest,

    /// <summary>Rows of trees, hedges and wooded banks.</summary>
    TreeRow,

    /// <summary>Orchards of tall trees.</summary>
    Orchard,

    /// <summary>Buildings and sealed ground.</summary>
    UrbanSealed,

    /// <summary>Gardens, parks and verges.</summary>
    UrbanGreen,

    /// <summary>Roads and railways.</summary>
    Road,

    /// <summary>Open water.</summary>
    Water,

    /// <summary>Anything else.</summary>
    Other,
}
