namespace Bocage.Formats.Tests.Crs;

public class CrsInfoTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("EPSG:31370", CrsKind.Projected, "BD72 / Belgian Lambert 72", 1.0, true)]
    [InlineData("EPSG:28992", CrsKind.Projected, "Amersfoort / RD New", 1.0, true)]
    [InlineData("EPSG:3035", CrsKind.Projected, "ETRS89-extended / LAEA Europe", 1.0, true)]
    [InlineData("epsg:3857", CrsKind.Projected, "WGS 84 / Pseudo-Mercator", 1.0, false)]
    [InlineData("EPSG:2263", CrsKind.Projected, "NAD83 / New York Long Island (ftUS)", 0.3048006096, false)]
    [InlineData("EPSG:4326", CrsKind.Geographic, "WGS 84", null, false)]
    [InlineData("EPSG:4313", CrsKind.Geographic, "BD72", null, false)]
    [InlineData("EPSG:7415", CrsKind.Projected, "Amersfoort / RD New", 1.0, true)] // with heights above NAP
    public void A_code_is_looked_up(string code, CrsKind kind, string name, double? unit, bool isMetric)
    {
        var crs = CrsInfo.Parse(code, Cancellation);
        Assert.Equal((kind, name, isMetric, true), (crs.Kind, crs.Name, crs.IsMetric, crs.DatumKnown));
        Assert.Equal(unit ?? 0, crs.UnitInMetres ?? 0, 1e-9);
        Assert.Equal(code.ToUpperInvariant(), crs.Code);
    }

    [Theory]
    [InlineData("EPSG:99999", "is not known")]
    [InlineData("31370", "is not a coordinate reference system")]
    [InlineData("/etc/passwd", "is not a coordinate reference system")]
    [InlineData("https://example.org/crs", "is not a coordinate reference system")]
    [InlineData("", "is not a coordinate reference system")]
    [InlineData("PROJCS[nonsense]", "is not known")]
    public void What_is_no_system_is_refused(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<BadInputException>(() => CrsInfo.Parse(text, Cancellation)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_system_spelt_out_gets_its_code_when_it_is_exactly_one_of_the_register()
    {
        var info = VectorFile.Inspect(SharedData.PathOf("gis/shp/afvalbakken.shp"), Cancellation);
        Assert.Equal("EPSG:28992", info.Layers[0].Crs.Code);
        Assert.Equal("Rijksdriehoekstelsel_New (EPSG:28992)", info.Layers[0].Crs.ToString());
    }

    [Fact]
    public void A_local_system_and_nonsense_are_unknown()
    {
        Assert.Equal(CrsKind.Unknown, CrsInfo.FromWkt("ENGCRS[\"field\",EDATUM[\"here\"],CS[Cartesian,2],AXIS[\"x\",east],AXIS[\"y\",north],LENGTHUNIT[\"metre\",1]]").Kind);
        Assert.Same(CrsInfo.Unknown, CrsInfo.FromWkt("(unknown)"));
        Assert.Same(CrsInfo.Unknown, CrsInfo.FromWkt(null));
        Assert.Same(CrsInfo.Unknown, CrsInfo.FromWkt("PROJCRS[\"unfinished\""));
        Assert.Same(CrsInfo.Unknown, CrsInfo.FromWkt(string.Concat(Enumerable.Repeat("A[", 10_000))));
    }

    [Fact]
    public void A_quoted_quotation_mark_is_part_of_a_name() =>
        Assert.Equal("a \"b\", c]", CrsInfo.FromWkt("PROJCRS[\"a \"\"b\"\", c]\",CS[Cartesian,2]]").Name);
}
