using Bocage.Formats;

namespace Bocage.Jobs.Runs;

/// <summary>A file that a run read.</summary>
/// <param name="Role">What it was used as.</param>
/// <param name="Path">Where it was.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Fingerprint of its content, in hexadecimal.</param>
public sealed record RunInput(string Role, string Path, long Bytes, string Sha256)
{
    /// <summary>Takes the fingerprints of files.</summary>
    /// <exception cref="BadInputException">A file does not exist.</exception>
    public static IReadOnlyList<RunInput> Of(IEnumerable<(string Role, string Path)> files) =>
        [.. files.Select(file => new RunInput(file.Role, file.Path, FileHash.Sha256(file.Path) is var hash ? new FileInfo(file.Path).Length : 0, hash))];
}
