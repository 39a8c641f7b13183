using Bocage.Landscapes;

namespace Bocage.Planning.Tests;

public class MeasureTests
{
    [Theory]
    [InlineData(MeasureKind.System)]
    [InlineData(MeasureKind.Bridging)]
    public void Only_a_source_measure_lowers_a_deposition(MeasureKind kind)
    {
        var error = Assert.Throws<ArgumentException>(() => Make(kind, new PressureRelief(Pressures.NitrogenDeposition, 1)));
        Assert.Contains("cannot lower nitrogen_deposition", error.Message, StringComparison.Ordinal);
        Assert.Single(Make(kind, new PressureRelief("eutrophication", null)).Effects);
        var source = Make(MeasureKind.Source, new PressureRelief(Pressures.NitrogenDeposition, null));
        Assert.Single(source.Effects);
        Assert.Throws<ArgumentException>(() => source with { Kind = kind });
    }

    [Fact]
    public void A_catalogue_names_a_measure_once_and_knows_its_programmes()
    {
        var measure = MadePlaces.Measure();
        var programmes = new Dictionary<string, LocalizedText> { ["ours"] = new("Ours") };
        Assert.Throws<ArgumentException>(() => new MeasureCatalogue(new("C"), programmes, [measure, measure]));
        Assert.Throws<ArgumentException>(() => new MeasureCatalogue(new("C"), programmes, [measure with { Programmes = ["theirs"] }]));
        Assert.Throws<ArgumentException>(() => new MeasureCatalogue(new("C"), programmes, [measure]).WithPrices(new Dictionary<string, MeasureCosts> { ["moat"] = MeasureCosts.NotKnown }));
    }

    private static Measure Make(MeasureKind kind, MeasureEffect effect) => new()
    {
        Id = "m",
        Name = new("M"),
        Description = new("M"),
        Kind = kind,
        Shape = MeasureShape.Area,
        Unit = MeasureUnit.Hectare,
        Evidence = Evidence.Expert,
        Effects = [effect],
    };
}
