using Bocage.Formats;

namespace Bocage.Jobs.Diagnoses;

/// <summary>What had to be mended or should be known about the inputs, gathered while reading, shown in the report.</summary>
public sealed class InputNotes
{
    private readonly List<string> mended = [];
    private readonly List<string> notes = [];

    /// <summary>Shapes that had to be mended, a sentence each.</summary>
    public IReadOnlyList<string> Mended => mended;

    /// <summary>Anything else the reader should know.</summary>
    public IReadOnlyList<string> Notes => notes;

    internal void AddMended(string file, VectorLayer layer)
    {
        var name = Path.GetFileName(file);
        mended.AddRange(layer.Mended.Select(shape => Sentence(name, shape)));
        notes.AddRange(layer.Dropped.Select(shape => Sentence(name, shape) + " → 0"));
        notes.AddRange(layer.Warnings.Select(warning => $"{name}: {warning}"));
    }

    internal void Add(string file, FormattableString remark) => notes.Add($"{Path.GetFileName(file)}: {FormattableString.Invariant(remark)}");

    private static string Sentence(string file, MendedShape shape) => $"{file}, {shape.Name ?? $"no. {shape.Fid}"}: {shape.Reason}";
}
