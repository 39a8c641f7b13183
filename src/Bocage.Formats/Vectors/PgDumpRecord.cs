using System.Text;

namespace Bocage.Formats;

/// <summary>Reads the records between COPY and \. of a PostgreSQL dump: values between tabs, \N for nothing, and a backslash before a tab, a line end or a backslash within a value.</summary>
internal sealed class PgDumpRecord(TextReader reader)
{
    private readonly StringBuilder value = new();
    private readonly List<string?> values = [];
    private bool isNothing;

    /// <summary>The values of the next record, until the next call; null at the end.</summary>
    public IReadOnlyList<string?>? Read()
    {
        values.Clear();
        while (reader.Read() is var next and >= 0)
        {
            switch ((char)next)
            {
                case '\t':
                    EndValue();
                    break;
                case '\n':
                    EndValue();
                    return values;
                case '\\' when reader.Peek() == '.' && values.Count == 0 && value.Length == 0:
                    reader.ReadLine();
                    return null;
                case '\\':
                    Escaped((char)reader.Read());
                    break;
                case var plain:
                    value.Append(plain);
                    break;
            }
        }

        return null;
    }

    private void Escaped(char letter)
    {
        if (letter == 'N' && value.Length == 0) isNothing = true;
        else value.Append(letter switch { 't' => '\t', 'n' => '\n', 'r' => '\r', 'b' => '\b', 'f' => '\f', 'v' => '\v', _ => letter });
    }

    private void EndValue()
    {
        values.Add(isNothing ? null : value.ToString());
        value.Clear();
        isNothing = false;
    }
}
