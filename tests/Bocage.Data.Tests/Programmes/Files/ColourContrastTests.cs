using Bocage.Data.Programmes;

namespace Bocage.Data.Tests.Programmes;

public class ColourContrastTests
{
    // By hand for #ff0000: L = 0.2126, (1 + 0.05) / (0.2126 + 0.05) = 3.998; for #333333: 0.2 is 0.0331 made linear, 1.05 / 0.0831 = 12.635. The last two greys are the well-known border of 4.5.
    [Theory]
    [InlineData("#000000", 21)]
    [InlineData("#ffffff", 1)]
    [InlineData("#ff0000", 3.998)]
    [InlineData("#333333", 12.635)]
    [InlineData("#777777", 4.478)]
    [InlineData("#767676", 4.542)]
    public void On_white(string colour, double contrast)
    {
        Assert.Equal(contrast, ColourContrast.Between(colour, "#ffffff"), tolerance: 0.001);
        Assert.Equal(ColourContrast.Between(colour, "#ffffff"), ColourContrast.Between("#ffffff", colour));
    }

    [Theory]
    [InlineData("#FFFFFF")]
    [InlineData("#fff")]
    [InlineData("red")]
    [InlineData("#gggggg")]
    public void Anything_else_is_no_colour(string colour)
    {
        Assert.False(ColourContrast.IsColour(colour));
        Assert.Throws<ArgumentException>(() => ColourContrast.Between(colour, "#ffffff"));
    }
}
