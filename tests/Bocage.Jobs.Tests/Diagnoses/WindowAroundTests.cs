using Bocage.Formats;
using Bocage.Jobs.Diagnoses;
using Bocage.Jobs.Runs;

namespace Bocage.Jobs.Tests.Diagnoses;

public class WindowAroundTests
{
    // The site "Wold" spans 149,950 to 150,250 and 199,800 to 200,100, so its centre is (150,100, 199,950).
    [Theory]
    [InlineData("Wold")]
    [InlineData("WOLD")]
    public void A_square_lies_around_a_site(string name)
    {
        using var landscape = new MadeLandscape("WWggggWW", "WWggggWW");
        Assert.Equal(new MapWindow(149_900, 199_750, 150_300, 200_150), WindowAround.Of(landscape.WithEverything(), name, 400, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_place_is_found_when_no_site_has_the_name()
    {
        using var landscape = new MadeLandscape("WWggggWW", "WWggggWW");
        Assert.Equal(new MapWindow(150_300, 199_850, 150_500, 200_050), WindowAround.Of(landscape.WithEverything(), "hamlet", 200, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_name_that_is_not_there_is_answered_with_those_that_hold_it()
    {
        using var landscape = new MadeLandscape("WWggggWW", "WWggggWW");
        var request = landscape.WithEverything();
        Assert.Contains("there is “Far away”", Assert.Throws<BadInputException>(() => WindowAround.Of(request, "far", 200)).Message, StringComparison.Ordinal);
        Assert.EndsWith(".geojson.", Assert.Throws<BadInputException>(() => WindowAround.Of(request, "nowhere", 200)).Message, StringComparison.Ordinal);
        Assert.Contains("--protected or --places", Assert.Throws<BadInputException>(() => WindowAround.Of(landscape.Request, "Wold", 200)).Message, StringComparison.Ordinal);
    }

    // The eastern patch alone is 2 × 2 cells of 1 ha; the window is what is read, and what the record says.
    [Fact]
    public void Only_the_window_is_diagnosed_and_the_record_says_so()
    {
        using var landscape = new MadeLandscape("WWggggWW", "WWggggWW");
        var result = landscape.Diagnose(landscape.WithEverything() with { Window = new(150_350, 199_800, 150_800, 200_000) });
        Assert.Equal((5, 2), (result.Map.Grid.Columns, result.Map.Grid.Rows));
        Assert.Equal(4, result.Species[0].HabitatHa, 12);
        Assert.Equal(4, result.Species[0].EcaHa, 12);
        Assert.Equal(new MapWindow(150_350, 199_800, 150_800, 200_000), RunRecord.Read<DiagnosisRequest>(landscape.File("run.json")).Request.Window);
    }

    [Fact]
    public void A_resistance_raster_is_read_in_the_same_window()
    {
        using var landscape = new MadeLandscape("WWggggWW", "WWggggWW");
        var request = landscape.Request with { Resistance = landscape.Request.Map, Window = new(150_000, 199_900, 150_400, 200_000) };
        Assert.Equal((4, 1), (landscape.Diagnose(request).Map.Grid.Columns, landscape.Diagnose(request).Map.Grid.Rows));
    }

    // ogrinfo says the heath lies between 4.3819 and 4.4630 degrees east, 51.3631 and 51.4275 north.
    [Fact]
    public void The_heath_of_Kalmthout_is_found_on_the_map_of_Flanders()
    {
        var request = new DiagnosisRequest
        {
            Map = SharedData.PathOf("geo/be/flanders/land_use_nara_2016_100m.tif"),
            Species = [],
            Sites = new(SharedData.PathOf("geo/be/flanders/natura2000_hbtrl_BD72.gpkg")),
        };
        var window = WindowAround.Of(request, "Kalmthoutse Heide", 30_000, TestContext.Current.CancellationToken);
        Assert.Equal(30_000, window.East - window.West, 1e-6);
        Assert.InRange((window.West + window.East) / 2, 153_000, 155_000);
        Assert.InRange((window.South + window.North) / 2, 231_000, 234_000);
    }
}
