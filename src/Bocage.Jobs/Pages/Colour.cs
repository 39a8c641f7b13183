using System.Globalization;

namespace Bocage.Jobs.Pages;

/// <summary>A colour of the report's pictures, sRGB.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Muted colours for land-cover classes without one of their own; neighbours in the list are easy to tell apart.</summary>
    private static readonly Colour[] Land =
        [Of("#d9c7a3"), Of("#b7cba0"), Of("#d6dfb4"), Of("#efe6c4"), Of("#c9c3c6"), Of("#cfe0bb"), Of("#a9c29b"), Of("#a9c9de"), Of("#e3dcd4"), Of("#dcb9a6"), Of("#bfd4cf"), Of("#cdbfd6")];

    /// <summary>From yellow to purple over orange and red: rising pressure, told apart by lightness too (for the colour-blind and in print).</summary>
    private static readonly Colour[] Pressure = [Of("#fff3b8"), Of("#fdc35a"), Of("#f0803c"), Of("#c23b4e"), Of("#6b1d5e")];

    public static readonly Colour Paper = Of("#f7f6f1");
    public static readonly Colour CorridorBest = Of("#a34712");
    public static readonly Colour CorridorEdge = Of("#fbe3c0");

    /// <summary>Patches from least to most important.</summary>
    public static readonly Colour[] Importance = [Of("#a5d08f"), Of("#5fa55a"), Of("#0b5d2f")];

    /// <summary>Reads #rrggbb.</summary>
    public static Colour Of(string hex)
    {
        var value = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    public static Colour OfClass(int place) => Land[place % Land.Length];

    /// <summary>Colour of a pressure, from 0 (lowest) to 1 (highest).</summary>
    public static Colour OfPressure(double share)
    {
        var position = Math.Clamp(share, 0, 1) * (Pressure.Length - 1);
        var lower = Math.Min((int)position, Pressure.Length - 2);
        return Pressure[lower].Towards(Pressure[lower + 1], position - lower);
    }

    /// <summary>This colour mixed with another: 0 is this, 1 the other.</summary>
    public Colour Towards(Colour other, double share) => new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + (to - from) * share);
}
