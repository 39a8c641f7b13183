namespace Bocage.Formats.Tests.Programs;

public class GdalMessagesTests
{
    [Fact] // seen with an ENVI file without a reference system, whose cells are read all the same
    public void That_a_local_system_has_no_ellipsoid_is_no_error() =>
        Assert.Empty(GdalMessages.Parse("ERROR 1: PROJ: proj_get_ellipsoid: CRS has no geodetic CRS\n").Errors);

    [Fact]
    public void Other_errors_of_PROJ_are() =>
        Assert.Equal(["PROJ: proj_create_from_database: crs not found"], GdalMessages.Parse("ERROR 1: PROJ: proj_create_from_database: crs not found\n").Errors);
}
