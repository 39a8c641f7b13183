using System.Globalization;
using System.Text;

namespace Bocage.Formats;

/// <summary>One element of a coordinate reference system in WKT: KEYWORD["text", 12.5, WORD, CHILD[…], …].</summary>
internal sealed class WktNode
{
    private const int DeepestNesting = 64;

    private WktNode(string keyword) => Keyword = keyword;

    public string Keyword { get; }

    /// <summary>Texts, numbers and words, in order.</summary>
    public List<string> Values { get; } = [];

    public List<WktNode> Children { get; } = [];

    /// <summary>Reads WKT; null when it is none.</summary>
    public static WktNode? TryParse(string wkt)
    {
        var position = 0;
        return ReadNode(wkt, ref position, 0);
    }

    /// <summary>The first child with one of these keywords.</summary>
    public WktNode? Child(params ReadOnlySpan<string> keywords)
    {
        foreach (var child in Children)
        {
            foreach (var keyword in keywords)
            {
                if (child.Keyword == keyword) return child;
            }
        }

        return null;
    }

    /// <summary>A value as a number.</summary>
    public double? Number(int place) =>
        place < Values.Count && double.TryParse(Values[place], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static WktNode? ReadNode(string wkt, ref int position, int depth)
    {
        var keyword = ReadWord(wkt, ref position);
        if (depth > DeepestNesting || keyword.Length == 0 || Next(wkt, ref position) is not ('[' or '(')) return null;
        var node = new WktNode(keyword.ToUpperInvariant());
        do
        {
            position++;
            if (!ReadItem(wkt, ref position, depth, node)) return null;
        }
        while (Next(wkt, ref position) == ',');
        if (Next(wkt, ref position) is not (']' or ')')) return null;
        position++;
        return node;
    }

    private static bool ReadItem(string wkt, ref int position, int depth, WktNode parent)
    {
        if (Next(wkt, ref position) == '"')
        {
            parent.Values.Add(ReadText(wkt, ref position));
            return true;
        }

        var start = position;
        var word = ReadWord(wkt, ref position);
        if (word.Length == 0) return false;
        if (Next(wkt, ref position) is not ('[' or '('))
        {
            parent.Values.Add(word);
            return true;
        }

        position = start;
        if (ReadNode(wkt, ref position, depth + 1) is not { } child) return false;
        parent.Children.Add(child);
        return true;
    }

    private static string ReadText(string wkt, ref int position)
    {
        var text = new StringBuilder();
        for (position++; position < wkt.Length; position++)
        {
            if (wkt[position] == '"')
            {
                position++;
                if (position >= wkt.Length || wkt[position] != '"') break; // a doubled quotation mark is one in the text
            }

            text.Append(wkt[position]);
        }

        return text.ToString();
    }

    private static string ReadWord(string wkt, ref int position)
    {
        Next(wkt, ref position);
        var start = position;
        while (position < wkt.Length && (char.IsLetterOrDigit(wkt[position]) || wkt[position] is '_' or '.' or '-' or '+' or ':')) position++;
        return wkt[start..position];
    }

    private static char Next(string wkt, ref int position)
    {
        while (position < wkt.Length && char.IsWhiteSpace(wkt[position])) position++;
        return position < wkt.Length ? wkt[position] : '\0';
    }
}
