using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bocage.Formats;

/// <summary>Results as JSON: camelCase keys, and null for "not known" (NaN) and "unreachable" (infinity), because JSON has no number for them and zero would be a lie.</summary>
public static class JsonText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new KnownNumber() },
    };

    /// <summary>The JSON of a document.</summary>
    public static string Of<T>(T document) => JsonSerializer.Serialize(document, Options);

    private sealed class KnownNumber : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value)) writer.WriteNumberValue(value);
            else writer.WriteNullValue();
        }
    }
}
