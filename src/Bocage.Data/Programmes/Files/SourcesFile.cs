using Bocage.Formats;

namespace Bocage.Data.Programmes;

/// <summary>sources.yaml.</summary>
internal static class SourcesFile
{
    public static ValueList<PackSource> Read(PackFields fields) => fields.AtLeastOne("sources", source => new PackSource
    {
        Id = source.Id(IdKind.Source),
        Publisher = source.Word("publisher"),
        Url = source.Optional("url", PackWords.Url),
        Kind = source.OneOf("kind", PackWords.SourceKinds),
        Published = source.OptionalDate("published"),
    });

    public static void Write(YamlWriter file, ValueList<PackSource> sources) => file.List("sources", sources, (item, source) =>
    {
        item.Text("id", source.Id);
        item.Text("publisher", source.Publisher);
        item.OptionalText("url", source.Url);
        item.Text("kind", PackWords.Of(PackWords.SourceKinds, source.Kind));
        item.Date("published", source.Published);
    });
}
