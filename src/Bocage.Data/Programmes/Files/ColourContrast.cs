using System.Globalization;

namespace Bocage.Data.Programmes;

/// <summary>How well a colour stands out from another: the contrast ratio of WCAG 2.2.</summary>
/// <remarks>
/// (L₁ + 0.05) / (L₂ + 0.05), where L = 0.2126·R + 0.7152·G + 0.0722·B is the relative luminance of the lighter and of the darker colour, and each of R, G, B is the part of sRGB made linear:
/// c / 12.92 up to 0.04045, else ((c + 0.055) / 1.055)^2.4. From 1 (the same) to 21 (black on white). https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
/// </remarks>
public static class ColourContrast
{
    /// <summary>The contrast that text of any size needs (WCAG 2.2, 1.4.3, level AA).</summary>
    public const double ForText = 4.5;

    /// <summary>Whether a text is a colour such as #0a5c36.</summary>
    public static bool IsColour(string? text) => text is { Length: 7 } && text[0] == '#' && text.Skip(1).All(digit => char.IsAsciiDigit(digit) || digit is >= 'a' and <= 'f');

    /// <summary>The contrast of two colours, each as #rrggbb.</summary>
    /// <exception cref="ArgumentException">One of them is not a colour.</exception>
    public static double Between(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        if (!IsColour(colour)) throw new ArgumentException($"A colour is written as #rrggbb with small letters; got '{colour}'.", nameof(colour));
        return (0.2126 * Linear(colour.AsSpan(1, 2))) + (0.7152 * Linear(colour.AsSpan(3, 2))) + (0.0722 * Linear(colour.AsSpan(5, 2)));
    }

    private static double Linear(ReadOnlySpan<char> part)
    {
        var c = int.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
