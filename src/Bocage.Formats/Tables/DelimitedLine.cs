using System.Text;

namespace Bocage.Formats;

/// <summary>Splits a line of a delimited text into fields, as RFC 4180 says: a field in quotes may hold the separator, and a doubled quote is one.</summary>
internal static class DelimitedLine
{
    /// <summary>The fields without quotes and surrounding blanks, or null when a quote is not closed or is followed by more text.</summary>
    public static List<string>? Split(string line, char separator)
    {
        var fields = new List<string>();
        for (var start = 0; start <= line.Length;)
        {
            var begin = start;
            while (begin < line.Length && line[begin] != separator && char.IsWhiteSpace(line[begin])) begin++;
            if (begin < line.Length && line[begin] == '"')
            {
                if (Quoted(line, begin, separator) is not var (field, next)) return null;
                fields.Add(field);
                start = next;
                continue;
            }

            var end = line.IndexOf(separator, start);
            if (end < 0) end = line.Length;
            fields.Add(line[start..end].Trim());
            start = end + 1;
        }

        return fields;
    }

    private static (string Field, int Next)? Quoted(string line, int quote, char separator)
    {
        var field = new StringBuilder();
        for (var at = quote + 1; at < line.Length; at++)
        {
            if (line[at] != '"')
            {
                field.Append(line[at]);
            }
            else if (at + 1 < line.Length && line[at + 1] == '"')
            {
                field.Append(line[at++]);
            }
            else
            {
                var end = line.IndexOf(separator, at);
                if (end < 0) end = line.Length;
                return string.IsNullOrWhiteSpace(line[(at + 1)..end]) ? (field.ToString().Trim(), end + 1) : null;
            }
        }

        return null;
    }
}
