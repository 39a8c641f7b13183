using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bocage.Formats;

/// <summary>Reads a small YAML file into <see cref="YamlNode"/>s that know their file, line and key.</summary>
/// <remarks>
/// Works on the parser's events, not on YamlDotNet's own tree: that one is built by recursion, which a hostile file of brackets turns into a stack overflow,
/// and it reports a duplicate key without naming the key.
/// </remarks>
public static class YamlReader
{
    private const int LargestFile = 1 << 20;
    private const int DeepestLevel = 10;

    /// <summary>Reads a file of at most 1 MB whose root is a mapping.</summary>
    /// <exception cref="BadInputException">The file is missing, unreadable, too large, not UTF-8, not one YAML document, nested deeper than 10 levels, or has a key twice.</exception>
    public static YamlNode Read(string path)
    {
        if (!File.Exists(path)) throw new BadInputException($"{path} does not exist.");
        try
        {
            if (new FileInfo(path).Length > LargestFile) throw new BadInputException($"{path} is larger than 1 MB, so it is not a file that people write.");
            return Parse(File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)), path);
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException($"{path} is not UTF-8 text; save it as UTF-8.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be read: {error.Message}");
        }
    }

    /// <summary>Reads a text; the name of the file is for messages.</summary>
    /// <exception cref="BadInputException">The text is not one YAML document whose root is a mapping, is nested deeper than 10 levels, or has a key twice.</exception>
    public static YamlNode Parse(string text, string file)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        try
        {
            return Root(parser, file);
        }
        catch (YamlException error)
        {
            throw new BadInputException($"{file}, line {error.Start.Line}: this is not valid YAML ({error.Message.TrimEnd('.')}).");
        }
        catch (InvalidOperationException)
        {
            // On some damaged files YamlDotNet 16 fails with an InvalidOperationException that names no place.
            throw new BadInputException($"{file}, line {parser.Current?.End.Line ?? 1} or soon after: this is not valid YAML.");
        }
    }

    private static YamlNode Root(Parser parser, string file)
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) throw new BadInputException($"{file} is empty; a mapping of keys to values is expected.");
        parser.Consume<DocumentStart>();
        var root = Node(parser, file, "", 0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
            throw new BadInputException($"{file}, line {second.Start.Line}: a second document begins here; one is expected.");
        return root.Entries is null ? throw root.Wrong("the file", "a mapping of keys to values") : root;
    }

    private static YamlNode Node(Parser parser, string file, string key, int level)
    {
        var at = parser.Current ?? throw new System.Diagnostics.UnreachableException();
        var line = (int)at.Start.Line;
        if (level > DeepestLevel) throw new BadInputException($"{file}, line {line}: lists and mappings are nested deeper than {DeepestLevel} levels.");
        if (parser.TryConsume<AnchorAlias>(out _)) throw new BadInputException($"{file}, line {line}: aliases (*name) are not supported; write the value out.");
        if (parser.TryConsume<Scalar>(out var scalar)) return new(file, line, key) { Scalar = scalar.Value, IsQuoted = scalar.Style != ScalarStyle.Plain };
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(parser, file, key, level + 1));
            return new(file, line, key) { Items = items };
        }

        parser.Consume<MappingStart>();
        return new(file, line, key) { Entries = Entries(parser, file, key, level) };
    }

    private static Dictionary<string, YamlNode> Entries(Parser parser, string file, string parent, int level)
    {
        var entries = new Dictionary<string, YamlNode>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var line = parser.Current!.Start.Line;
            if (!parser.TryConsume<Scalar>(out var key)) throw new BadInputException($"{file}, line {line}: a key must be a word or a number.");
            var path = parent.Length == 0 ? key.Value : $"{parent}.{key.Value}";
            if (entries.TryGetValue(key.Value, out var earlier))
                throw new BadInputException($"{file}, line {line}: the key '{path}' stands here twice, first in line {earlier.Line}.");
            entries.Add(key.Value, Node(parser, file, path, level + 1) with { Line = (int)line });
        }

        return entries;
    }
}
