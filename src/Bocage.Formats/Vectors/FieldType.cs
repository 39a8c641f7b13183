namespace Bocage.Formats;

/// <summary>What a field of a layer holds.</summary>
public enum FieldType
{
    /// <summary>Text; also dates and times (ISO 8601) and lists.</summary>
    Text,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number.</summary>
    Real,

    /// <summary>Yes or no.</summary>
    Boolean,
}
