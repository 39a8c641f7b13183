namespace Bocage.Data.Database;

/// <summary>The database cannot be used on this machine. The message says what was tried, why it failed and what to do; the last lines of the server's log follow where there are any.</summary>
public sealed class DatabaseException : Exception
{
    /// <summary>Says what was tried and why it failed.</summary>
    public DatabaseException(string message)
        : base(message)
    {
    }

    /// <summary>Says what was tried and why it failed, and which error showed it.</summary>
    public DatabaseException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>For serializers only.</summary>
    public DatabaseException()
        : this("The database cannot be used.")
    {
    }
}
