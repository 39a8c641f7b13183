using System.Globalization;

namespace Bocage.Data;

/// <summary>A date of which only the year, or only year and month, may be known: 2020, 2020-03 or 2020-03-01.</summary>
public readonly record struct PartialDate
{
    private PartialDate(DateOnly first, DateOnly last, string text) => (First, Last, this.text) = (first, last, text);

    private readonly string text;

    /// <summary>The first day it can be.</summary>
    public DateOnly First { get; }

    /// <summary>The last day it can be.</summary>
    public DateOnly Last { get; }

    /// <summary>Reads a date written as in ISO 8601; null when it is none.</summary>
    public static PartialDate? Parse(string? text)
    {
        if (Day(text, "yyyy-MM-dd") is { } day) return new(day, day, text!);
        if (Day(text, "yyyy-MM") is { } month) return new(month, month.AddMonths(1).AddDays(-1), text!);
        return Day(text, "yyyy") is { } year && year.Year < 9999 ? new(year, year.AddYears(1).AddDays(-1), text!) : null;
    }

    /// <summary>Whether this is certainly after another: "2021" is not after "2021-03", "2022" is.</summary>
    public bool IsAfter(PartialDate other) => First > other.Last;

    /// <summary>As it was written.</summary>
    public override string ToString() => text ?? "";

    private static DateOnly? Day(string? text, string format) =>
        text?.Length == format.Length && DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < new DateOnly(9999, 1, 1) ? day : null;
}
