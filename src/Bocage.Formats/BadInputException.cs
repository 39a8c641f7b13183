namespace Bocage.Formats;

/// <summary>What the user gave cannot be used. The message is one sentence for the user: the file, row or field, the value got and the value expected.</summary>
public sealed class BadInputException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public BadInputException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, and which error showed it.</summary>
    public BadInputException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>For serializers only.</summary>
    public BadInputException()
        : this("The input cannot be used.")
    {
    }
}
