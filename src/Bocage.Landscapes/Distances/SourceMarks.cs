namespace Bocage.Landscapes;

/// <summary>Marks a kernel that keeps track of the source of every cell.</summary>
internal readonly struct ManySources;

/// <summary>Marks a kernel for one source, whose cells are those that it reaches.</summary>
internal readonly struct OneSource;
