using System.Text.Json;
using Bocage.Planning;

namespace Bocage.Formats;

/// <summary>The formula of a <see cref="GecotInstance"/> that turns the values of its cases into one number.</summary>
internal static class GecotCriterion
{
    private const string Expected = "a number, 0 or more, the name of a case, [factor, formula] or {\"operation\": \"sum\", \"product\" or \"min\", \"values\": […]}";

    /// <summary>Reads a formula over cases.</summary>
    public static ConnectivityCriterion Read(JsonPlace place, IReadOnlyList<string> cases) => place.Value.ValueKind switch
    {
        JsonValueKind.Number => new ConnectivityCriterion.Constant(Number(place)),
        JsonValueKind.String => new ConnectivityCriterion.OfCase(CaseOf(place, cases)),
        JsonValueKind.Array => Scaled([.. place.Items()], place, cases),
        JsonValueKind.Object => Operation(place, cases),
        _ => throw place.Wrong(Expected),
    };

    private static double Number(JsonPlace place) =>
        place.Value.ValueKind == JsonValueKind.Number && place.Value.TryGetDouble(out var number) && double.IsFinite(number) && number >= 0
            ? number
            : throw place.Wrong("a number, 0 or more");

    private static int CaseOf(JsonPlace place, IReadOnlyList<string> cases)
    {
        for (var k = 0; k < cases.Count; k++) if (place.Value.ValueEquals(cases[k])) return k;
        throw place.Wrong($"the name of a case ({string.Join(", ", cases)})");
    }

    private static ConnectivityCriterion.Scaled Scaled(JsonPlace[] items, JsonPlace place, IReadOnlyList<string> cases) =>
        items.Length == 2 ? new(Number(items[0]), Read(items[1], cases)) : throw place.Wrong("[factor, formula]");

    private static ConnectivityCriterion Operation(JsonPlace place, IReadOnlyList<string> cases)
    {
        place.AllowKeys("operation", "values");
        var (operation, values) = (place.Require("operation"), place.Require("values"));
        if (values.Value.ValueKind != JsonValueKind.Array || values.Value.GetArrayLength() == 0) throw values.Wrong("a list of at least one formula");
        var word = operation.Value.ValueKind == JsonValueKind.String ? operation.Value.GetString() : null;
        return word switch
        {
            "sum" => new ConnectivityCriterion.Sum([.. values.Items().Select(item => Read(item, cases))]),
            "product" => new ConnectivityCriterion.Product([.. values.Items().Select(item => Read(item, cases))]),
            "min" => new ConnectivityCriterion.Minimum([.. values.Items().Select(item => Read(item, cases))]),
            _ => throw operation.Wrong("sum, product or min"),
        };
    }
}
