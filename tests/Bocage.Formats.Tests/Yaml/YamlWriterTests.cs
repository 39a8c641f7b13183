namespace Bocage.Formats.Tests;

public class YamlWriterTests
{
    [Fact]
    public void A_mapping_looks_as_people_write_it()
    {
        var writer = new YamlWriter();
        writer.Text("name", "Wetlands: the second life");
        writer.Number("area_ha", 320);
        writer.Texts("sites", ["Donkse Laagten", "[Veluwe]"]);
        writer.Words("languages", ["en", "nl"]);
        writer.Words("nothing", []);
        writer.Mapping("point", point => point.Number("lon", 4.5));
        writer.List("parts", ["one", "two"], (part, id) =>
        {
            part.Text("id", id);
            part.List("deep", [1], (deep, number) => deep.Number("n", number));
        });
        writer.Text("how", "first line\n\nsecond # line");
        const string Expected = """
            name: "Wetlands: the second life"
            area_ha: 320
            sites:
              - Donkse Laagten
              - "[Veluwe]"
            languages: [en, nl]
            point:
              lon: 4.5
            parts:
              - id: one
                deep:
                  - n: 1
              - id: two
                deep:
                  - n: 1
            how: |-
              first line

              second # line

            """;
        Assert.Equal(Expected, writer.ToString());
        var read = YamlReader.Parse(writer.ToString(), "f");
        Assert.Equal("first line\n\nsecond # line", read.Required("how").AsText());
        Assert.Equal(16, read.Required("how").Line);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("- a list?")]
    [InlineData("[flow]")]
    [InlineData("{flow: 1}")]
    [InlineData("a: b")]
    [InlineData("ends:")]
    [InlineData("a #comment")]
    [InlineData("# heading")]
    [InlineData("it's \"quoted\" \\ back")]
    [InlineData("tab\there")]
    [InlineData("line\r\nend")]
    [InlineData("line\n   indented\nlast")]
    [InlineData("line \nspace before its end")]
    [InlineData("line\n  \nof spaces")]
    [InlineData("no-break\u00A0space, \u2028 separator, \u0085 next line, \u0001 control")]
    [InlineData("Voici\u00A0: un\u202Fmot\u00A0!")]
    [InlineData("Voici\u00A0:")]
    [InlineData("Voici\u00A0# rien")]
    [InlineData("\uFEFFmark")]
    [InlineData("😀 and 中文 and é")]
    [InlineData("中文 😀")]
    [InlineData("2020-01-01")]
    [InlineData("0x1F")]
    [InlineData("1,000.5")]
    [InlineData("%percent")]
    [InlineData("@at `tick")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("--- a document")]
    [InlineData("a\n---\nb")]
    [InlineData("a\n...\nb")]
    [InlineData("!tag &anchor *alias")]
    [InlineData("? question")]
    [InlineData("what if, [x], {y}: no")]
    public void Any_text_is_read_back_as_it_was(string text)
    {
        var writer = new YamlWriter();
        writer.Text("first", text);
        writer.List("items", [text, text], (item, value) => item.Text("deep", value));
        writer.Mapping("inner", inner => inner.Texts("texts", [text, text]));
        var root = YamlReader.Parse(writer.ToString(), "f");
        Assert.Equal(text, root.Required("first").Scalar);
        Assert.All(root.Required("items").AsList(), item => Assert.Equal(text, item.Required("deep").AsText()));
        Assert.Equal([text, text], root.Required("inner").Required("texts").AsList().Select(item => item.AsText()));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Texts_of_hostile_letters_are_read_back_as_they_were(int seed)
    {
        const string Letters = "ab 1:#-?[]{},&*!|>'\"%@`\\\n\t\u00A0é~.=<";
        var random = new Random(seed);
        for (var k = 0; k < 200; k++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Letters[random.Next(Letters.Length)])).Trim();
            if (text.Length == 0) continue;
            var writer = new YamlWriter();
            writer.Mapping("a", inner => inner.Text("b", text));
            writer.Text("after", "it");
            var root = YamlReader.Parse(writer.ToString(), "f");
            Assert.Equal(text, root.Required("a").Required("b").AsText());
            Assert.Equal("it", root.Required("after").AsText());
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [InlineData(0.1)]
    [InlineData(38_500_000)]
    [InlineData(1e300)]
    [InlineData(-0.000001)]
    public void A_number_is_read_back_exactly(double number)
    {
        var writer = new YamlWriter();
        writer.Number("n", number);
        Assert.Equal(number, YamlReader.Parse(writer.ToString(), "f").Required("n").AsNumber("a number", _ => true));
    }

    [Fact]
    public void Nothing_is_an_empty_mapping()
    {
        var writer = new YamlWriter();
        writer.Mapping("empty", _ => { });
        writer.List("items", [0, 1, 0], (item, n) =>
        {
            if (n == 1) item.Number("n", n);
        });
        writer.Text("after", "it");
        Assert.Equal("empty: {}\nitems:\n  - {}\n  - n: 1\n  - {}\nafter: it\n", writer.ToString());
        Assert.Equal(3, YamlReader.Parse(writer.ToString(), "f").Required("items").AsList().Count);
    }

    [Fact]
    public void What_cannot_be_written_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new YamlWriter().Number("n", double.NaN));
        Assert.Throws<ArgumentException>(() => new YamlWriter().Words("w", ["two words"]));
    }
}
