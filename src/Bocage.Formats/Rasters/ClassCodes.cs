using Bocage.Landscapes;

namespace Bocage.Formats;

/// <summary>Class codes that a user names for a map.</summary>
public static class ClassCodes
{
    /// <summary>Refuses codes that do not occur on a map, and a map on which none does.</summary>
    /// <param name="map">The map.</param>
    /// <param name="codes">The codes that the user calls habitat.</param>
    /// <param name="file">The map's file, for the message.</param>
    /// <exception cref="BadInputException">No code is given, or one does not occur.</exception>
    public static void Require(LandCover map, IReadOnlyCollection<int> codes, string file)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(codes);
        if (map.Codes.Count == 0) throw new BadInputException($"{file} has no data in any cell, so there is no habitat on it.");
        if (codes.Count == 0) throw new BadInputException($"No habitat code is given; {file} has {string.Join(", ", map.Codes)}.");
        foreach (var code in codes)
        {
            if (!map.Codes.Contains(code)) throw new BadInputException($"Habitat code {code} does not occur on the map {file}; it has {string.Join(", ", map.Codes)}.");
        }
    }
}
