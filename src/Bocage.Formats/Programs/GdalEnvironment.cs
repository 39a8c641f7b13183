namespace Bocage.Formats;

/// <summary>The surroundings in which GDAL's programs run: no network, no settings of the user's, nothing written beside an input, no clock in an output.</summary>
internal static class GdalEnvironment
{
    private static readonly string[] KeptVariables = ["PATH", "LD_LIBRARY_PATH", "GDAL_DATA", "GDAL_DRIVER_PATH", "PROJ_LIB", "PROJ_DATA", "TMPDIR"];

    /// <summary>Drivers that fetch from a network or a database, or whose files only point to other files.</summary>
    private const string SkippedDrivers =
        "VRT,OGR_VRT,DERIVED,WCS,WMS,WMTS,PLMOSAIC,PLSCENES,PostGISRaster,EEDA,EEDAI,DAAS,OGCAPI,STACTA,STACIT,NGW,HTTP,RDA,ODBC,PGeo,MSSQLSpatial,"
        + "OGR_OGDI,PostgreSQL,MySQL,GPSBabel,WFS,OAPIF,Elasticsearch,Carto,AmigoCloud,CSW,GMLAS,MongoDBv3,OCI,HANA,CouchDB,Cloudant";

    /// <summary>Replaces an environment by one that is the same for every user.</summary>
    /// <param name="environment">What the program would inherit.</param>
    /// <param name="settings">More settings; null removes one.</param>
    public static void Fill(IDictionary<string, string?> environment, IReadOnlyDictionary<string, string?>? settings)
    {
        var kept = KeptVariables.Select(name => (name, value: environment.TryGetValue(name, out var value) ? value : null)).Where(pair => pair.value is not null).ToArray();
        environment.Clear();
        foreach (var (name, value) in kept) environment[name] = value;
        const string nowhere = "http://127.0.0.1:9";
        (string, string)[] ours =
        [
            ("HOME", "/nonexistent"), ("LC_ALL", "C.UTF-8"), ("GDAL_CONFIG_FILE", ""), ("GDAL_PAM_ENABLED", "NO"), ("GDAL_CACHEMAX", "256"), ("GDAL_SKIP", SkippedDrivers),
            ("PROJ_NETWORK", "OFF"), ("CPL_VSIL_CURL_ALLOWED_FILENAME", "none"), ("GDAL_HTTP_PROXY", nowhere), ("http_proxy", nowhere), ("https_proxy", nowhere),
            ("all_proxy", nowhere), ("GML_SKIP_RESOLVE_ELEMS", "ALL"), ("GML_DOWNLOAD_SCHEMA", "NO"), ("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z"),
        ];
        foreach (var (name, value) in ours) environment[name] = value;
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            if (value is null) environment.Remove(name);
            else environment[name] = value;
        }
    }
}
