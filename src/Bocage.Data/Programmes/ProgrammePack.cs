using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>Everything that is known about a programme, as its office wrote it down: data, without a database.</summary>
/// <remarks>What is not known is absent. Every id that one part uses stands in another: <see cref="ProgrammePackFolder"/> refuses anything else. Equal packs have equal parts in the same order.</remarks>
public sealed record ProgrammePack
{
    /// <summary>What the programme is.</summary>
    public required PackProgramme Programme { get; init; }

    /// <summary>Where facts come from.</summary>
    public ValueList<PackSource> Sources { get; init; } = [];

    /// <summary>What partners can be.</summary>
    public ValueList<PackRole> Roles { get; init; } = [];

    /// <summary>Who takes part.</summary>
    public ValueList<PackPartner> Partners { get; init; } = [];

    /// <summary>What objectives are grouped by.</summary>
    public ValueList<PackAxis> Axes { get; init; } = [];

    /// <summary>What is to be reached.</summary>
    public ValueList<PackObjective> Objectives { get; init; } = [];

    /// <summary>What an engagement must answer, whatever its objective.</summary>
    public ValueList<PackCriterion> Criteria { get; init; } = [];

    /// <summary>What projects are sorted by.</summary>
    public ValueList<PackCategory> Categories { get; init; } = [];

    /// <summary>What areas can be.</summary>
    public ValueList<PackAreaKind> AreaKinds { get; init; } = [];

    /// <summary>Where it happens.</summary>
    public ValueList<PackArea> Areas { get; init; } = [];

    /// <summary>Model projects.</summary>
    public ValueList<PackProject> Projects { get; init; } = [];

    /// <summary>Themes, methods and frameworks.</summary>
    public ValueList<PackTool> Toolbox { get; init; } = [];

    /// <summary>Dated facts.</summary>
    public ValueList<PackNewsItem> News { get; init; } = [];

    /// <summary>Texts in Markdown.</summary>
    public ValueList<PackPage> Pages { get; init; } = [];

    /// <summary>All counters, in the order of the objectives.</summary>
    public IEnumerable<PackCounter> Counters => Objectives.SelectMany(objective => objective.Counters);

    /// <summary>What the projects contribute to a counter.</summary>
    public IEnumerable<PackContribution> ContributionsTo(string counter) =>
        Projects.SelectMany(project => project.Contributions).Where(contribution => contribution.Counter == counter);

    /// <summary>The names of all quantities on which sources disagree.</summary>
    public IEnumerable<LocalizedText> Disputed() =>
    [
        .. Figures().Where(figure => figure.Claims.AreDisputed()).Select(figure => figure.Name),
        .. Projects.SelectMany(project => project.Contributions).Where(contribution => contribution.Claims.AreDisputed()).Select(contribution => contribution.Name),
        .. Counters.Where(counter => counter.Baseline.AreDisputed() || counter.Target?.Claims.AreDisputed() == true).Select(counter => counter.Name),
    ];

    /// <summary>All figures but those that count: of the programme, its areas, its projects' costs and its toolbox.</summary>
    public IEnumerable<Figure> Figures() =>
    [
        .. Programme.Figures,
        .. Areas.SelectMany(area => area.Quantities.Concat(area.Budgets)),
        .. Projects.SelectMany(project => project.Costs),
        .. Toolbox.SelectMany(tool => tool.Figures),
    ];
}
