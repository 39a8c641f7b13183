namespace Bocage.Data.Programmes;

/// <summary>The colours of a programme, as #rrggbb.</summary>
/// <remarks>Both stand out from white by 4.5 to 1 or more, so that text in them can be read (WCAG 2.2, 1.4.3).</remarks>
public sealed record PackColours
{
    /// <summary>For headings and buttons.</summary>
    public required string Primary { get; init; }

    /// <summary>For links and marks.</summary>
    public required string Accent { get; init; }
}
