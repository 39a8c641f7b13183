using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>Somebody who takes part in a project.</summary>
public sealed record PackParticipant
{
    /// <summary>Who.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>As what.</summary>
    public LocalizedText? Role { get; init; }
}
