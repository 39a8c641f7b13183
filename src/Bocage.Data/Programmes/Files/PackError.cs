namespace Bocage.Data.Programmes;

/// <summary>Something that is wrong with a pack.</summary>
/// <param name="File">The file within the pack, such as areas.yaml.</param>
/// <param name="Line">The line of the part that is wrong, from 1; 0 where it is the file as a whole.</param>
/// <param name="Sentence">One sentence: file, line, key, what is there and what is expected.</param>
public sealed record PackError(string File, int Line, string Sentence)
{
    /// <inheritdoc/>
    public override string ToString() => Sentence;
}
