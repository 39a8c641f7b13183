using Bocage.Formats;

namespace Bocage.Data.Programmes;

/// <summary>What reading a pack came to: the pack, or everything that is wrong with it. Never a part of a pack.</summary>
public sealed record PackReadResult
{
    internal PackReadResult(ProgrammePack? pack, ValueList<PackError> errors) => (Pack, Errors) = (errors.Count == 0 ? pack : null, errors);

    /// <summary>The pack; null when anything is wrong.</summary>
    public ProgrammePack? Pack { get; }

    /// <summary>Everything that is wrong, by file and line.</summary>
    public ValueList<PackError> Errors { get; }

    /// <summary>The pack.</summary>
    /// <exception cref="BadInputException">Something is wrong; the message names the first thing and how many more there are.</exception>
    public ProgrammePack PackOrThrow() => Pack ?? throw new BadInputException(
        Errors.Count == 1 ? Errors[0].Sentence : $"{Errors[0].Sentence} (and {Errors.Count - 1} more)");
}
