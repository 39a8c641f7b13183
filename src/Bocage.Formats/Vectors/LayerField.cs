namespace Bocage.Formats;

/// <summary>A field that every feature of a layer has a value for, or none.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it holds.</param>
public sealed record LayerField(string Name, FieldType Type);
