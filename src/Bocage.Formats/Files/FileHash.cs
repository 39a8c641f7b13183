using System.Security.Cryptography;

namespace Bocage.Formats;

/// <summary>The fingerprint of a file, by which a result says exactly what it was computed from.</summary>
public static class FileHash
{
    /// <summary>SHA-256 of the bytes of a file, as 64 lower-case hexadecimal digits. Cost: one reading of the file.</summary>
    /// <exception cref="BadInputException">The file is missing, is a folder or cannot be read.</exception>
    public static string Sha256(string path)
    {
        var full = InputFile.Existing(path);
        try
        {
            using var stream = File.OpenRead(full);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be read: {error.Message}", error);
        }
    }
}
