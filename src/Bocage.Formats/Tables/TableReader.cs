using System.Globalization;
using System.Text;

namespace Bocage.Formats;

/// <summary>Reads a small table row by row; every complaint names file, row, column, what was found and what was expected.</summary>
/// <remarks>
/// Our own rather than CsvHelper, because a row must be the line that people see in their editor (comments and blank lines counted), the separator must be
/// found, and Conefor's files have neither header nor separator. A quoted field ends in the line where it begins. Streams: memory does not grow with the file.
/// </remarks>
internal sealed class TableReader : IDisposable
{
    private const char AnyWhitespace = ' ';

    private readonly StreamReader reader;
    private readonly string[] header = [];
    private string[] fields = [];
    private char separator;
    private string? pushedBack;

    private TableReader(string path, string[] columns, bool mayLackHeader)
    {
        File = path;
        reader = Open(path);
        try
        {
            var first = NextLine() ?? throw new BadInputException($"{path} is empty; expected a header with {string.Join(",", columns)}.");
            if (mayLackHeader && IsNumbersOnly(first))
            {
                (separator, pushedBack) = (AnyWhitespace, first);
                return;
            }

            separator = first.Contains('\t', StringComparison.Ordinal) ? '\t' : first.Contains(';', StringComparison.Ordinal) ? ';' : ',';
            header = Split(first);
            HasHeader = true;
            foreach (var name in columns) Require(name);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public string File { get; }

    /// <summary>The line of the current row in the file, from 1.</summary>
    public int Row { get; private set; }

    public bool HasHeader { get; }

    /// <summary>Opens a table whose header names at least these columns, in any order; other columns are left unread.</summary>
    public static TableReader WithHeader(string path, params string[] columns) => new(path, columns, mayLackHeader: false);

    /// <summary>Opens a table with a header, or one of Conefor's: nothing but numbers, separated by spaces or tabs.</summary>
    public static TableReader WithOrWithoutHeader(string path, params string[] columns) => new(path, columns, mayLackHeader: true);

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Next()
    {
        if ((pushedBack ?? NextLine()) is not { } line) return false;
        pushedBack = null;
        fields = Split(line);
        return true;
    }

    /// <summary>The place of a column in the header, or -1. A name of the same letters counts when none is equal.</summary>
    public int Find(string name)
    {
        foreach (var comparison in (ReadOnlySpan<StringComparison>)[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            var places = Enumerable.Range(0, header.Length).Where(place => header[place].Equals(name, comparison)).ToArray();
            if (places.Length > 1) throw new BadInputException($"{File}, row {Row}: the header names the column {name} twice.");
            if (places.Length == 1) return places[0];
        }

        return -1;
    }

    public int Require(string name)
    {
        var place = Find(name);
        return place >= 0 ? place : throw new BadInputException(
            $"{File}, row {Row}: the header has no column {name}; got '{string.Join(separator, header)}', expected names separated by comma, semicolon or tab.");
    }

    /// <summary>Refuses a row that does not have as many fields as the header, or as <paramref name="columns"/> where there is none.</summary>
    public void CheckWidth(int columns)
    {
        var width = HasHeader ? header.Length : columns;
        if (fields.Length != width) throw new BadInputException($"{File}, row {Row}: got {fields.Length} {(fields.Length == 1 ? "field" : "fields")}, expected {width}.");
    }

    public string Text(int column) => fields[column].Length > 0 ? fields[column] : throw Wrong(column, "a text");

    public bool Says(int column, string word) => fields[column].Equals(word, StringComparison.OrdinalIgnoreCase);

    public int WholeNumber(int column) =>
        int.TryParse(fields[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(column, "a whole number");

    public double Number(int column, string expected, Func<double, bool> isAllowed)
    {
        // Programs that separate by semicolon do so because the comma is their decimal sign.
        var text = separator == ';' ? fields[column].Replace(',', '.') : fields[column];
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && isAllowed(number)
            ? number
            : throw Wrong(column, expected);
    }

    public BadInputException Wrong(int column, string expected) =>
        new($"{File}, row {Row}, column {(HasHeader ? header[column] : column + 1)}: got '{fields[column]}', expected {expected}.");

    public void Dispose() => reader.Dispose();

    private static StreamReader Open(string path)
    {
        if (Directory.Exists(path)) throw new BadInputException($"{path} is a folder; expected a table.");
        if (!System.IO.File.Exists(path)) throw new BadInputException($"{path} does not exist.");
        try
        {
            return new(path, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be read: {error.Message}");
        }
    }

    /// <summary>The next line that is neither blank, nor a comment, nor separators alone.</summary>
    private string? NextLine()
    {
        try
        {
            while (reader.ReadLine() is { } line)
            {
                Row++;
                if (!line.StartsWith('#') && line.AsSpan().ContainsAnyExcept(" \t;,")) return line;
            }

            return null;
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException($"{File} is not UTF-8 text (after row {Row}); save it as CSV UTF-8.");
        }
        catch (IOException error)
        {
            throw new BadInputException($"{File} cannot be read: {error.Message}");
        }
    }

    private string[] Split(string line)
    {
        if (separator == AnyWhitespace) return line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var parts = DelimitedLine.Split(line, separator)
            ?? throw new BadInputException($"{File}, row {Row}: a quoted field is not closed by \" before the next {(separator == '\t' ? "tab" : $"'{separator}'")}.");
        // Spreadsheets write separators for columns that were once used.
        var width = parts.Count;
        while (width > Math.Max(header.Length, 1) && parts[width - 1].Length == 0) width--;
        return [.. parts.Take(width)];
    }

    private static bool IsNumbersOnly(string line) =>
        line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
}
