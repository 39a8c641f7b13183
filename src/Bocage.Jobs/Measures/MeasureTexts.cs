using Bocage.Jobs.Languages;
using Bocage.Planning;

namespace Bocage.Jobs.Measures;

/// <summary>What measures and reasons are called in one language.</summary>
public sealed class MeasureTexts
{
    private readonly Texts texts;

    /// <summary>The words of a language.</summary>
    /// <exception cref="ArgumentException">The language is not one of <see cref="Texts.Languages"/>.</exception>
    public MeasureTexts(string language) => texts = Texts.Load("Measures", language);

    /// <summary>A reason in a sentence, and in a second one what must change first.</summary>
    public string Of(Reason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var sentence = texts.Format(reason.Key, [.. reason.Values.Select(pair => (pair.Key, Of(pair.Value)))]);
        return reason.ChangeFirst is { } first ? $"{sentence} {first.In(texts.Language)}" : sentence;
    }

    /// <summary>Whether a measure can be carried out.</summary>
    public string Of(Applicability verdict) => texts[$"verdict.{verdict}"];

    /// <summary>What a measure acts on.</summary>
    public string Of(MeasureKind kind) => texts[$"measureKind.{kind}"];

    /// <summary>What a measure is counted in.</summary>
    public string Of(MeasureUnit unit) => texts[$"unit.{unit}"];

    /// <summary>How well something is known.</summary>
    public string Of(Evidence evidence) => texts[$"evidence.{evidence}"];

    /// <summary>A kind of land cover.</summary>
    public string Of(LandCoverKind kind) => texts[$"kind.{LandCoverKinds.IdOf(kind)}"];

    private string Of(ReasonValue value) => value switch
    {
        { Number: { } number } => Figure(number, value.Unit),
        { Range: (null, { } maximum) } => texts.Format("range.atMost", ("maximum", Figure(maximum, value.Unit))),
        { Range: ({ } minimum, null) } => texts.Format("range.atLeast", ("minimum", Figure(minimum, value.Unit))),
        { Range: ({ } minimum, { } maximum) } => texts.Format("range.between", ("minimum", Figure(minimum, value.Unit)), ("maximum", Figure(maximum, value.Unit))),
        { Words: { } words } => Any(words),
        { Kinds: { } kinds } => Any([.. kinds.Select(Of)]),
        _ => texts["notKnown"],
    };

    private string Figure(double number, ReasonUnit unit) => unit switch
    {
        ReasonUnit.Share => texts.Percent(number),
        ReasonUnit.Hectares => texts.Given(Math.Round(number, 4)) + "\u00A0ha",
        ReasonUnit.Metres => texts.Given(Math.Round(number, 1)) + "\u00A0m",
        ReasonUnit.Centimetres => texts.Given(Math.Round(number, 1)) + "\u00A0cm",
        _ => texts.Given(Math.Round(number, 1)) + "\u00A0%",
    };

    // "a, b or c"
    private string Any(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} {texts["or"]} {items[^1]}";
}
