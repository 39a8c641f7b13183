using Bocage.Formats;

namespace Bocage.Data.Programmes;

/// <summary>toolbox.yaml.</summary>
internal static class ToolboxFile
{
    public static ValueList<PackTool> Read(PackFields fields) => fields.List("tools", tool => new PackTool
    {
        Id = tool.Id(IdKind.Tool),
        Kind = tool.OneOf("kind", PackWords.ToolKinds),
        Name = tool.Name("name"),
        Summary = tool.OptionalText("summary"),
        Figures = tool.List("figures", FigureFields.Read),
        Sources = tool.Sources(),
    });

    public static void Write(YamlWriter file, ValueList<PackTool> tools) => file.List("tools", tools, (item, tool) =>
    {
        item.Text("id", tool.Id);
        item.Text("kind", PackWords.Of(PackWords.ToolKinds, tool.Kind));
        item.Text("name", tool.Name);
        item.OptionalText("summary", tool.Summary);
        item.List("figures", tool.Figures, FigureFields.Write);
        item.Words("sources", tool.Sources);
    });
}
