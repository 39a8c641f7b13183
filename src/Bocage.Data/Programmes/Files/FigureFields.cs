using Bocage.Formats;
using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>Figures and what sources say about them.</summary>
internal static class FigureFields
{
    public static Figure Read(PackFields fields)
    {
        var (unit, kind) = UnitAndKind(fields);
        return new() { Id = fields.LocalId(), Name = fields.Text("name"), Unit = unit, Kind = kind ?? default, Denominator = Denominator(fields, kind), Claims = Claims(fields, "claims") };
    }

    public static void Write(YamlWriter item, Figure figure)
    {
        item.Text("id", figure.Id);
        item.Text("name", figure.Name);
        item.Text("unit", figure.Unit.Id);
        item.Text("kind", PackWords.Of(PackWords.FigureKinds, figure.Kind));
        item.OptionalText("denominator", figure.Denominator);
        item.List("claims", figure.Claims, WriteClaim);
    }

    /// <summary>A unit and a kind that go together: a flow is per year, a stock is not, a share is in percent. A kind that cannot be read is null, and was noted.</summary>
    public static (Unit Unit, FigureKind? Kind) UnitAndKind(PackFields fields)
    {
        var unit = fields.Required("unit", PackWords.Unit);
        var kind = fields.Required<FigureKind?>("kind", node => PackWords.OneOf(node, PackWords.FigureKinds));
        if (unit is null || kind is null) return (unit!, kind);
        var node = fields.Node.Entries!["unit"];
        if (kind == FigureKind.Flow && !unit.IsPerYear) fields.Reading.Add(node, $"{node.Key} must be an amount per year ({PerYear}), because the kind is flow; got '{unit}'.");
        else if (kind == FigureKind.Stock && unit.IsPerYear) fields.Reading.Add(node, $"{node.Key} is an amount per year, which goes with the kind flow only; got '{unit}' for a stock.");
        else if (kind == FigureKind.Share && unit != Unit.Percent) fields.Reading.Add(node, $"{node.Key} must be percent, because the kind is share; got '{unit}'.");
        return (unit, kind);
    }

    /// <summary>Of what a share is one; a share must say it, nothing else may.</summary>
    public static LocalizedText? Denominator(PackFields fields, FigureKind? kind)
    {
        var denominator = fields.OptionalText("denominator");
        if (kind is null) return denominator;
        if (kind == FigureKind.Share && !fields.Has("denominator")) fields.Reading.Add(fields.Node, $"{fields.Node.Key} is a share, so it needs a denominator: of what it is a share.");
        if (kind != FigureKind.Share && fields.Has("denominator")) fields.Reading.Add(fields.Node.Entries!["denominator"], $"{fields.Node.Key}.denominator goes with the kind share only.");
        return denominator;
    }

    public static ValueList<Claim> Claims(PackFields fields, string key) => fields.AtLeastOne(key, Claim);

    public static ValueList<Claim> OptionalClaims(PackFields fields, string key) => fields.List(key, Claim);

    public static void WriteClaim(YamlWriter item, Claim claim)
    {
        item.Number("value", claim.Value);
        item.OptionalNumber("up_to", claim.UpTo);
        if (claim.Precision != Precision.Stated) item.Text("precision", PackWords.Of(PackWords.Precisions, claim.Precision));
        item.OptionalNumber("year", claim.Year);
        item.Words("sources", claim.Sources);
        item.Text("confidence", PackWords.Of(PackWords.Confidences, claim.Confidence));
        item.OptionalText("note", claim.Note);
    }

    private static string PerYear => string.Join(", ", Unit.All.Where(unit => unit.IsPerYear));

    private static Claim Claim(PackFields fields)
    {
        var value = fields.Required("value", node => node.AsNumber("a number, 0 or more", number => number >= 0));
        var upTo = fields.OptionalValue("up_to", node => node.AsNumber(FormattableString.Invariant($"a number above value ({value})"), number => number > value));
        var precision = fields.Has("precision") ? fields.OneOf("precision", PackWords.Precisions) : Precision.Stated;
        if (upTo is not null && precision is not (Precision.Stated or Precision.About)) fields.Reading.Add(fields.Node.Entries!["up_to"], $"{fields.Node.Key}.up_to does not go with the precision {PackWords.Of(PackWords.Precisions, precision)}.");
        return new()
        {
            Value = value,
            UpTo = upTo,
            Precision = precision,
            Year = fields.OptionalValue("year", PackWords.Year),
            Sources = fields.Sources(),
            Confidence = fields.OneOf("confidence", PackWords.Confidences),
            Note = fields.OptionalText("note"),
        };
    }
}
