using System.Collections.Immutable;
using System.Globalization;
using Bocage.Formats;
using Bocage.Jobs.Languages;
using Bocage.Jobs.Measures;
using Bocage.Jobs.Pages;
using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Jobs.Plans.Report;

/// <summary>What the page of a plan says, in words of one language; the .razor files only lay it out.</summary>
public sealed class PlanPageModel(PlanResult result, Texts texts)
{
    // The joins that a map can show without becoming a tangle.
    private const int DrawnPairs = 12;

    private readonly MeasureTexts words = new(texts.Language);

    /// <summary>What the plan came to.</summary>
    public PlanResult Result => result;

    /// <summary>The words.</summary>
    public Texts Texts => texts;

    /// <summary>What the map is called.</summary>
    public string MapName => result.Diagnosis.MapName ?? Path.GetFileNameWithoutExtension(result.Diagnosis.Map).Replace('_', ' ');

    /// <summary>What may be spent.</summary>
    public string BudgetText => Budget is { } budget ? Euro(budget) : texts["noBudget"];

    /// <summary>Whether anything was chosen.</summary>
    public bool HasPlan => result.Chosen.Count > 0;

    /// <summary>Whether the goal is the connected area, whose figures the page explains in hectares.</summary>
    public bool IsConnectivity => result.Request.Goal == PlanGoal.ConnectedArea;

    /// <summary>Whether the goal is the least cost, of which less is better and no measure brings any.</summary>
    public bool IsCost => result.Request.Goal == PlanGoal.LeastCost;

    /// <summary>What may be spent in all; null for no limit.</summary>
    public double? Budget => result.Request.Budget ?? (result.Request.YearBudgets.Count > 0 ? result.Request.YearBudgets.Sum() : null);

    internal Colour LandColour(int place) =>
        (result.Landscape.Legend?.Find(result.Landscape.Map.Codes[place])?.Colour is { } colour ? Colour.Of(colour) : Colour.OfClass(place)).Towards(Colour.Paper, 0.55);

    internal IEnumerable<(string Name, Colour Colour)> LandLegend() => result.Landscape.Map.Codes.Select((code, place) =>
        (result.Landscape.Legend?.Find(code)?.Name.In(texts.Language) ?? code.ToString(CultureInfo.InvariantCulture), LandColour(place)));

    /// <summary>The middle of the box around a place.</summary>
    internal static (double X, double Y) CentreOf(PlanUnit unit)
    {
        var box = ZoneGeometry.ToGeometry(unit.Candidate.Facts.Place.Zone).EnvelopeInternal;
        return ((box.MinX + box.MaxX) / 2, (box.MinY + box.MaxY) / 2);
    }

    /// <summary>Money, rounded to what counts.</summary>
    public string Euro(double amount) => texts.Euro(amount);

    /// <summary>A value of the goal, in its unit.</summary>
    public string Value(double value) => result.Request.Goal switch
    {
        PlanGoal.ConnectedArea or PlanGoal.Habitat => Area(value),
        PlanGoal.LeastCost => Euro(-value),
        _ => texts.Figure(value),
    };

    /// <summary>A difference of two values of the goal, in its unit; more is more.</summary>
    public string Difference(double value) => IsCost ? Euro(value) : Value(value);

    /// <summary>A round value along an axis.</summary>
    public string Tick(double value) => result.Request.Goal is PlanGoal.ConnectedArea or PlanGoal.Habitat ? texts.Given(value) + "\u00A0ha" : Value(value);

    /// <summary>Hectares, with decimals: gains of one place are small.</summary>
    public string Area(double ha) => double.IsNaN(ha) ? texts["notKnown"] : (Math.Abs(ha) is > 0 and < 0.005 ? "<\u00A0" + texts.Number(0.01, 2) : texts.Number(ha, Math.Abs(ha) switch { 0 or >= 999.5 => 0, >= 9.995 => 1, _ => 2 })) + "\u00A0ha";

    /// <summary>The name of a measure.</summary>
    public string MeasureName(PlanUnit unit) => unit.Candidate.Measure.Name.In(texts.Language);

    /// <summary>How much of the measure, in its unit.</summary>
    public string Quantity(CandidateMeasure candidate) => candidate.Measure.Unit switch
    {
        MeasureUnit.Hectare => texts.Hectares(candidate.Quantity),
        MeasureUnit.SquareMetre => texts.Format("unit.squareMetre", ("amount", texts.Number(candidate.Quantity))),
        MeasureUnit.Metre => texts.Format("unit.metre", ("amount", texts.Number(candidate.Quantity))),
        _ => candidate.Quantity == 1 ? texts["unit.pieceOne"] : texts.Format("unit.piece", ("amount", texts.Number(candidate.Quantity))),
    };

    /// <summary>The place of a measure: its id or name, how much, and near where.</summary>
    public string Where(PlanUnit unit) => texts.Format("chosen.at", ("place", PlaceName(unit.Candidate.Facts.Place)), ("quantity", Quantity(unit.Candidate)), ("near", Near(unit)));

    private string PlaceName(Place place) => place.Name ?? (result.Request.Parcels is null ? texts.Format("chosen.hexagon", ("id", place.Id)) : place.Id);

    /// <summary>" near Place", or nothing when no place is known there.</summary>
    public string Near(PlanUnit unit)
    {
        var (x, y) = CentreOf(unit);
        return result.Landscape.Places.At(x, y) is { } place ? texts.Format("place.near", ("name", place)) : "";
    }

    /// <summary>What to do, what it brings, how good it is: the advice in sentences.</summary>
    public IEnumerable<string> Advice()
    {
        if (!HasPlan)
        {
            if (result.TooDear is { } cheapest && Budget is { } budget)
                yield return texts.Format("brief.cheapest", ("count", texts.Number(result.Candidates.Units.Count)), ("cost", Euro(cheapest)), ("budget", Euro(budget)));
            yield break;
        }

        foreach (var species in result.Species.Where(_ => IsConnectivity))
        {
            yield return texts.Format("brief.gain", ("species", species.Name), ("before", Area(species.EcaBeforeHa)), ("after", Area(species.EcaAfterHa)), ("gain", Area(species.GainHa)),
                ("percent", "+" + texts.RoundPercent(species.GainHa / species.EcaBeforeHa)))
                + (species.Recomputed is { } anew ? " " + texts.Format("brief.recomputed", ("after", Area(anew.EcaHa))) : "");
        }

        if (result.Request.Goal == PlanGoal.Habitat)
            foreach (var species in result.Species) yield return texts.Format("brief.habitat", ("species", species.Name), ("after", Area(result.Chosen.Sum(chosen => chosen.Unit.AddedHa(species.Index)))));
        if (result.Request.Goal == PlanGoal.PressureRelief) yield return texts.Format("brief.relief", ("pressure", texts["pressure." + result.Request.Pressure]), ("amount", texts.Figure(result.Solution.Objective)));
        if (IsCost) yield return texts.Format("brief.least", ("cost", Euro(result.Solution.Cost)));
        yield return Proof();
        if (!IsCost) yield return texts.Format(result.Sequence is null ? "brief.first" : "brief.firstOfYear", ("id", Languages.Texts.Id(1)), ("measure", $"{InSentence(MeasureName(result.Chosen[0].Unit))}, {PlaceName(result.Chosen[0].Unit.Candidate.Facts.Place)}"), ("place", Near(result.Chosen[0].Unit)));
        if (result.Sensitivity is { } sensitivity)
            yield return texts.Format(IsConnectivity ? "brief.robust" : "brief.robustCost", ("count", texts.Number(sensitivity.Robust.Length)), ("all", texts.Number(result.Chosen.Count)));
    }

    /// <summary>What was chosen, in one sentence.</summary>
    public string Statement()
    {
        if (!HasPlan) return result.Solution.Outcome == SolveOutcome.Infeasible ? texts["brief.infeasible"] : texts["brief.nothing"];
        var byMeasure = result.Chosen.GroupBy(chosen => chosen.Unit.Candidate.Measure.Id).OrderByDescending(group => group.Count()).Select(group =>
        {
            var first = group.First().Unit;
            var total = group.Sum(chosen => chosen.Unit.Candidate.Quantity);
            return $"{InSentence(MeasureName(first))} ({Quantity(first.Candidate with { Quantity = total })})";
        });
        return texts.Format(result.Chosen.Count == 1 ? "brief.chosenOne" : "brief.chosen", ("count", texts.Number(result.Chosen.Count)), ("quantity", texts.List([.. byMeasure])), ("cost", Euro(result.Solution.Cost)));
    }

    // German writes every noun with a capital.
    private string InSentence(string name) => texts.Language == "de" ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>Whether the proven limit is so far away that a percentage would say nothing.</summary>
    public bool IsFarFromProof => result.Solution is { Outcome: not SolveOutcome.Optimal } solution && double.IsFinite(solution.Bound) && !(solution.Gap <= 1);

    /// <summary>How good the choice provably is.</summary>
    public string Proof()
    {
        var solution = result.Solution;
        if (solution.Outcome == SolveOutcome.Optimal) return texts[IsCost ? "brief.optimalCost" : "brief.optimal"];
        if (!double.IsFinite(solution.Bound)) return texts["brief.noProof"];
        if (IsFarFromProof) return texts.Format("brief.farBound", ("bound", Value(solution.Bound)), ("value", Value(solution.Objective)));
        var key = solution.Outcome == SolveOutcome.Stopped ? "brief.stopped" : "brief.withinGap";
        var proof = texts.Format(IsCost ? key + "Cost" : key, ("bound", Value(solution.Bound)), ("value", Value(solution.Objective)), ("gap", texts.RoundPercent(solution.Gap)));
        var gain = solution.Objective - result.ValueBefore;
        return IsConnectivity && gain > 0 ? proof + " " + texts.Format("brief.ofGain", ("share", texts.RoundPercent((solution.Bound - solution.Objective) / gain))) : proof;
    }

    /// <summary>What must give way, when nothing keeps all rules.</summary>
    public IEnumerable<string> RelaxSentences() => result.Solution.Relax.Select(limit => double.IsNaN(limit.Needed) ? texts.Format("brief.relaxUnknown", ("name", LimitName(limit.Name)))
        : texts.Format("brief.relax", ("name", LimitName(limit.Name)), ("needed", Amount(limit.Name, limit.Needed)), ("given", Amount(limit.Name, limit.Given))));

    /// <summary>The limits that the asker set, with what was given and what the plan uses of each.</summary>
    public IEnumerable<(string Name, string Given, string Used)> Limits() => result.Problem.Constraints.OfType<LinearConstraint>().Where(rule => !IsOnePerPlace(rule))
        .Select(rule => (Capital(rule.Name), rule.CountsMoney ? Euro(rule.Maximum) : "–",
            Amount(rule.Name, rule.Terms.Where(term => result.Solution.Selected.Contains(term.Unit)).Sum(term => term.Coefficient))));

    // Nobody set these: no place holds two measures.
    private bool IsOnePerPlace(LinearConstraint rule) => rule.Terms.Length > 0 && rule.Name == PlanProblem.OnePerPlaceName(texts, result.Candidates.Units[rule.Terms[0].Unit].Candidate.Facts.Place.Id);

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    // The solver names a lock by its unit, in English.
    private string LimitName(string name) => Capital(name.StartsWith("the lock on ", StringComparison.Ordinal) ? texts.Format("rule.lock", ("name", name["the lock on ".Length..])) : name);

    // Money, hectares of a target, or a number of measures.
    private string Amount(string limit, double amount) => result.Problem.Constraints.OfType<LinearConstraint>().FirstOrDefault(rule => rule.Name == limit) switch
    {
        { CountsMoney: true } => Euro(amount),
        { } rule when rule.Terms.Any(term => term.Coefficient != 1) => Area(amount),
        _ => texts.Figure(amount),
    };

    /// <summary>The chosen measures that the table lists.</summary>
    public IEnumerable<ChosenMeasure> Listed => result.Chosen.Take(result.Request.Top);

    /// <summary>What a place does for the network, and how easily it is replaced.</summary>
    public string Why(ChosenMeasure chosen)
    {
        var sentences = new List<string>();
        foreach (var species in result.Species.Where(_ => IsConnectivity))
        {
            var pair = chosen.Why.Joins.FirstOrDefault(join => join.Case == species.Index && IsPatch(species, join.From) && IsPatch(species, join.To));
            if (pair.Gain > 0)
            {
                var (from, to) = (PatchOf(species, pair.From), PatchOf(species, pair.To));
                sentences.Add(texts.Format("chosen.joins", ("from", Languages.Texts.Id(from.Id)), ("fromArea", texts.Hectares(from.AreaHa)), ("to", Languages.Texts.Id(to.Id)), ("toArea", texts.Hectares(to.AreaHa)),
                    ("before", texts.RoundPercent(pair.Before)), ("after", texts.RoundPercent(pair.After)), ("species", species.Name)));
            }
        }

        if (sentences.Count == 0 && chosen.Unit.Changes.Any(change => change is { AddedHa: > 0 })) sentences.Add(texts.Format("chosen.adds", ("area", Area(chosen.Unit.Changes.Max(change => change?.AddedHa ?? 0)))));
        if (result.Problem.Units[chosen.Unit.Index].Status == PlanningStatus.LockedIn) sentences.Add(texts["chosen.lockedIn"]);
        sentences.Add(Replacement(chosen.Why.ReplacementCost));
        return string.Join(" ", sentences);
    }

    private string Replacement(ReplacementCost cost)
    {
        if (double.IsInfinity(cost.Upper) && double.IsInfinity(cost.Lower)) return texts["chosen.needed"];
        var (low, high) = (Math.Max(0, cost.Lower), Math.Max(0, cost.Upper));
        if (high <= 1e-6 * Math.Abs(result.Solution.Objective)) return texts["chosen.replaceNothing"];
        if (low <= 0.01 * high) return texts.Format(IsCost ? "chosen.replaceAtMostCost" : "chosen.replaceAtMost", ("high", Difference(high)));
        return high - low <= 0.05 * high ? texts.Format(IsCost ? "chosen.replaceCost" : "chosen.replace", ("loss", Difference(high)))
            : texts.Format(IsCost ? "chosen.replaceRangeCost" : "chosen.replaceRange", ("low", Difference(low)), ("high", Difference(high)));
    }

    /// <summary>Why a unit was not chosen.</summary>
    public string WhyNotText(UnchosenUnit unit)
    {
        var reasons = unit.Reasons.Select(reason => reason switch
        {
            WhyNot.LockedOut => texts["alternatives.lockedOut"],
            WhyNot.Excluded excluded => texts.Format("alternatives.excluded", ("other", MeasureName(result.Candidates.Units[excluded.Unit]))),
            WhyNot.BreaksLimit { By: { } by } limit => texts.Format("alternatives.breaks", ("limit", limit.Rule), ("over", Amount(limit.Rule, by))),
            WhyNot.BreaksLimit limit => texts.Format("alternatives.breaksRule", ("limit", limit.Rule)),
            WhyNot.AddsNothing => texts["alternatives.nothing"],
            WhyNot.WorthLess => texts["alternatives.worth"],
            _ => texts["alternatives.overlooked"],
        });
        var price = unit.BreakEven?.Pays is { } pays && pays > 0 ? " " + texts.Format("alternatives.price", ("price", Euro(pays))) : "";
        return string.Join(" ", reasons) + price;
    }

    /// <summary>The pairs of patches that the plan brings together most, for one species.</summary>
    public IReadOnlyList<(Patch From, Patch To)> PairsOf(PlanSpecies species) => [.. result.Chosen.SelectMany(chosen => chosen.Why.Joins)
        .Where(join => join.Case == species.Index && IsPatch(species, join.From) && IsPatch(species, join.To))
        .GroupBy(join => (Math.Min(join.From, join.To), Math.Max(join.From, join.To))).OrderByDescending(group => group.Max(join => join.Gain)).Take(DrawnPairs)
        .Select(group => (PatchOf(species, group.Key.Item1), PatchOf(species, group.Key.Item2)))];

    /// <summary>Budget, what the best plan found adds, and what none can add more than, from low to high budget; points without a plan are left out.</summary>
    public IReadOnlyList<(double Budget, double Value, double Bound)> CurvePoints(BudgetCurve curve) =>
        [.. curve.Points.Where(point => point.HasPlan).Select(point => (point.Share * Budget!.Value, point.Value - result.ValueBefore, point.Bound - result.ValueBefore))];

    /// <summary>The numbers of the measures done in a year, from 0.</summary>
    public string RanksOf(PlanSequence sequence, int year)
    {
        var units = sequence.Schedule.Where(item => item.Year == year).Select(item => item.Unit).ToHashSet();
        return string.Join(", ", result.Chosen.Where(chosen => units.Contains(chosen.Unit.Index)).Select(chosen => Languages.Texts.Id(chosen.Rank)));
    }

    /// <summary>Per measure how many places were possible, not yet, never, and without a known cost, with the commonest reasons.</summary>
    public IEnumerable<(string Measure, int Possible, int NotYet, int Never, int Unpriced, string Reasons)> Possibilities()
    {
        var unpriced = result.Candidates.Unpriced.GroupBy(candidate => candidate.Measure.Id).ToDictionary(group => group.Key, group => group.Count());
        foreach (var group in result.Candidates.All.GroupBy(candidate => candidate.Measure.Id))
        {
            var reasons = group.SelectMany(candidate => candidate.Reasons.Where(reason => reason.Verdict != Applicability.Applicable)).GroupBy(RuleOf, StringComparer.Ordinal)
                .OrderByDescending(one => one.Count()).ThenBy(one => one.Key, StringComparer.Ordinal).Take(2).Select(one => texts.Format("possible.times", ("reason", Commonest(one)), ("count", texts.Number(one.Count()))));
            yield return (group.First().Measure.Name.In(texts.Language), group.Count(candidate => candidate.Applicability == Applicability.Applicable),
                group.Count(candidate => candidate.Applicability == Applicability.NotYet), group.Count(candidate => candidate.Applicability == Applicability.Never),
                unpriced.GetValueOrDefault(group.Key), string.Join("; ", reasons));
        }
    }

    // The same rule, however far a place is from keeping it.
    private string RuleOf(Reason reason) => ReasonText(reason with { Values = reason.Values.ToDictionary(pair => pair.Key, pair => pair.Key is "possible" or "certain" or "value" ? Unmeasured : pair.Value) });

    private static readonly ReasonValue Unmeasured = ReasonValue.Of(0, ReasonUnit.Share);

    private string Commonest(IEnumerable<Reason> reasons) => reasons.GroupBy(ReasonText, StringComparer.Ordinal).OrderByDescending(one => one.Count()).ThenBy(one => one.Key, StringComparer.Ordinal).First().Key;

    /// <summary>A reason in words.</summary>
    public string ReasonText(Reason reason) => words.Of(reason);

    private static bool IsPatch(PlanSpecies species, int vertex) => vertex < species.Model.PatchCount;

    private static Patch PatchOf(PlanSpecies species, int vertex) => species.Network.Patches.Patches[vertex];

    /// <summary>What the plan makes large, in a sentence.</summary>
    public string GoalSentence() => result.Request.Goal switch
    {
        PlanGoal.ConnectedArea => texts.Format("method.goal", ("weights", texts.List([.. result.Species.Select(species => texts.Format("method.weight", ("species", species.Name), ("weight", texts.Given(species.Weight))))]))),
        PlanGoal.Habitat => texts["method.goalHabitat"],
        PlanGoal.PressureRelief => texts.Format("method.goalRelief", ("pressure", texts["pressure." + result.Request.Pressure])),
        _ => texts["method.goalCost"],
    };

    /// <summary>How the cost was counted.</summary>
    public string CostSentence() => texts.Format("method.cost", ("horizon", result.Request.HorizonYears == 0 ? ""
        : texts.Format("method.horizon", ("years", texts.Number(result.Request.HorizonYears)), ("rate", texts.Percent(result.Request.DiscountRate, 1)))));

    /// <summary>How the plan was sought.</summary>
    public string SearchSentence() => texts.Format("method.search", ("method", result.Solution.Method), ("seed", result.Request.Chance.ToString(CultureInfo.InvariantCulture)),
        ("time", result.Request.Seconds is { } seconds ? texts.Format("method.time", ("seconds", texts.Given(seconds))) : ""));

    /// <summary>Chosen measures whose prices are an expert's guess.</summary>
    public ImmutableArray<string> AssumedPrices() => [.. result.Chosen.Select(chosen => chosen.Unit.Candidate.Measure).Where(measure => measure.Costs.Evidence is null or Evidence.Expert)
        .Select(measure => measure.Name.In(texts.Language)).Distinct()];
}
