using System.Globalization;

namespace Bocage.Formats;

/// <summary>Says before the work starts whether a map fits: in memory, and in the number of cells that one map can have.</summary>
public static class MemoryGuard
{
    /// <summary>Refuses a map that needs more memory than there is.</summary>
    /// <param name="what">What is to be read, for the message: usually the path.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="bytesPerCell">Bytes that the whole work takes per cell at its peak.</param>
    /// <exception cref="BadInputException">It does not fit; the message holds what it needs and what there is.</exception>
    public static void Require(string what, long columns, long rows, double bytesPerCell) =>
        Require(what, columns, rows, bytesPerCell, AvailableBytes());

    /// <summary>Bytes that this process can still take: what the runtime may use and what the machine has free, whichever is less.</summary>
    public static long AvailableBytes() => Math.Min(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, MachineFreeBytes());

    internal static void Require(string what, long columns, long rows, double bytesPerCell, long availableBytes)
    {
        if (!(bytesPerCell > 0)) throw new ArgumentOutOfRangeException(nameof(bytesPerCell), bytesPerCell, "The bytes per cell must be above 0.");
        var cells = (double)columns * rows;
        var needed = cells * bytesPerCell;
        var size = FormattableString.Invariant($"{what} has {columns:N0} × {rows:N0} cells");
        if (cells > Array.MaxLength)
        {
            throw new BadInputException(FormattableString.Invariant(
                $"{size}, more than the {Array.MaxLength:N0} that one map can have (it needs about {Gigabytes(needed)}, this machine has {Gigabytes(availableBytes)} free); cut it, or make its cells larger."));
        }

        if (needed > availableBytes)
            throw new BadInputException($"{size}: it needs about {Gigabytes(needed)}, this machine has {Gigabytes(availableBytes)} free; cut it, or make its cells larger.");
    }

    private static string Gigabytes(double bytes) =>
        bytes < 1e9 ? (bytes / 1e6).ToString("0", CultureInfo.InvariantCulture) + " MB" : (bytes / 1e9).ToString(bytes < 1e10 ? "0.0" : "#,0", CultureInfo.InvariantCulture) + " GB";

    private static long MachineFreeBytes()
    {
        const string facts = "/proc/meminfo";
        if (!File.Exists(facts)) return long.MaxValue;
        var line = File.ReadLines(facts).FirstOrDefault(l => l.StartsWith("MemAvailable:", StringComparison.Ordinal));
        return line is null ? long.MaxValue : 1024 * long.Parse(line.AsSpan("MemAvailable:".Length).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture);
    }
}
