using Bocage.Formats;

namespace Bocage.Data.Programmes;

/// <summary>news.yaml.</summary>
internal static class NewsFile
{
    public static ValueList<PackNewsItem> Read(PackFields fields) => fields.List("news", item => new PackNewsItem
    {
        Id = item.Id(IdKind.News),
        Date = item.Date("date"),
        Title = item.Text("title"),
        Text = item.Text("text"),
        Sources = item.Sources(),
    });

    public static void Write(YamlWriter file, ValueList<PackNewsItem> news) => file.List("news", news, (item, one) =>
    {
        item.Text("id", one.Id);
        item.Date("date", one.Date);
        item.Text("title", one.Title);
        item.Text("text", one.Text);
        item.Words("sources", one.Sources);
    });
}
