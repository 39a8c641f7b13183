using System.Diagnostics;

namespace Bocage.Data.Programmes;

/// <summary>What an id names. Ids of one kind differ; a role and a partner may have the same.</summary>
internal enum IdKind
{
    Source,
    Role,
    Partner,
    Axis,
    Objective,
    Counter,
    Criterion,
    Category,
    AreaKind,
    Area,
    Project,
    Tool,
    News,
    Phase,
    ActionLine,
    SuccessFactor,
}

/// <summary>What kinds of ids are called, and where they stand.</summary>
internal static class IdKinds
{
    public static string Word(IdKind kind) => kind switch
    {
        IdKind.Source => "a source",
        IdKind.Role => "a role",
        IdKind.Partner => "a partner",
        IdKind.Axis => "an axis",
        IdKind.Objective => "an objective",
        IdKind.Counter => "a counter",
        IdKind.Category => "a category",
        IdKind.AreaKind => "a kind of area",
        IdKind.Area => "an area",
        _ => throw new UnreachableException(),
    };

    public static string File(IdKind kind) => kind switch
    {
        IdKind.Source => PackFileNames.Sources,
        IdKind.Role or IdKind.Partner => PackFileNames.Partners,
        IdKind.AreaKind or IdKind.Area => PackFileNames.Areas,
        _ => PackFileNames.Objectives,
    };
}
