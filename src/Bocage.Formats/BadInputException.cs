namespace Bocage.Formats;

/// <summary>Somebody's input cannot be used; the message is one sentence for that person: which file, row or field, what was found, what was expected.</summary>
public sealed class BadInputException(string message) : Exception(message);
