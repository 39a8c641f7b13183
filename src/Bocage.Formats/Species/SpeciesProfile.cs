using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>How a species, or a group that moves alike, sees a land-cover map: what is home, what hinders it, how far it gets.</summary>
/// <remarks>Read from YAML and valid once built. Distances are effective metres: metres times resistance. The format: docs/species-profiles.md.</remarks>
public sealed class SpeciesProfile
{
    internal SpeciesProfile(string file) => File = file;

    /// <summary>The file it came from, for messages.</summary>
    public string File { get; }

    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What it stands for, or null when the profile does not say.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>The land-cover codes that are habitat; empty when the profile leaves that to the caller.</summary>
    public required IReadOnlyList<int> Habitat { get; init; }

    /// <summary>The smallest patch that it can use, in hectares; 0 when every patch counts.</summary>
    public required double MinimumPatchAreaHa { get; init; }

    /// <summary>Which cells touch each other in a patch and on a path.</summary>
    public required Neighbourhood Neighbours { get; init; }

    /// <summary>The distance that a share of <see cref="DispersalProbability"/> covers, in effective metres.</summary>
    public required double DispersalDistanceM { get; init; }

    /// <summary>The share of dispersers that covers <see cref="DispersalDistanceM"/>, between 0 and 1.</summary>
    public required double DispersalProbability { get; init; }

    /// <summary>How likely it is to cover an effective distance.</summary>
    public DispersalKernel Dispersal => DispersalKernel.NegativeExponential(DispersalDistanceM, DispersalProbability);

    /// <summary>Resistance by land-cover code; NaN is a barrier.</summary>
    public required IReadOnlyDictionary<int, double> Resistance { get; init; }

    /// <summary>Resistance of the codes that are not listed (NaN is a barrier), or null when a map may not hold any such code.</summary>
    public double? OtherClasses { get; init; }

    /// <summary>The longest link that functions, in effective metres; unless given, where the probability has fallen to 5 %.</summary>
    public required double MaximumLinkM { get; init; }

    /// <summary>The widest gap between two patches that could be closed, in metres as the crow flies; unless given, as long as <see cref="MaximumLinkM"/>.</summary>
    public required double MaximumGapM { get; init; }

    /// <summary>The legend that the codes belong to, or null when the profile does not say.</summary>
    public string? Legend { get; init; }

    /// <summary>Where the choices come from.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>How much its author trusts it, or null when the profile does not say.</summary>
    public Confidence? Confidence { get; init; }

    /// <summary>Reads a profile.</summary>
    /// <exception cref="BadInputException">The file is missing or damaged, or a key is unknown, missing, double or has a wrong value.</exception>
    public static SpeciesProfile Read(string path) => SpeciesProfileReader.From(YamlReader.Read(path));

    /// <summary>Reads a profile from text; the name of the file is for messages.</summary>
    /// <exception cref="BadInputException">The text is damaged, or a key is unknown, missing, double or has a wrong value.</exception>
    public static SpeciesProfile Parse(string yaml, string file) => SpeciesProfileReader.From(YamlReader.Parse(yaml, file));

    /// <summary>What it costs this species to cross each cell of a map; no data is a barrier.</summary>
    /// <exception cref="BadInputException">The map has a class that the profile neither lists nor covers by <c>other_classes</c>.</exception>
    public ResistanceSurface ResistanceOn(LandCover landCover)
    {
        ArgumentNullException.ThrowIfNull(landCover);
        var missing = landCover.Codes.Where(code => OtherClasses is null && !Resistance.ContainsKey(code)).ToArray();
        if (missing.Length > 0)
        {
            throw new BadInputException(
                $"{File}: the map has {(missing.Length == 1 ? "class" : "classes")} {string.Join(", ", missing)}, for which 'resistance' has no entry; " +
                $"it has {string.Join(", ", Resistance.Keys.Order())}, so add the missing or set other_classes.");
        }

        return ResistanceSurface.FromLandCover(landCover, landCover.Codes.ToDictionary(code => code, code => Resistance.TryGetValue(code, out var own) ? own : OtherClasses!.Value));
    }
}
