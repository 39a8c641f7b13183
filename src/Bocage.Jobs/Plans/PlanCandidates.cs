using Bocage.Formats;
using Bocage.Jobs.Diagnoses;
using Bocage.Jobs.Runs;
using Bocage.Landscapes;
using Bocage.Planning;

namespace Bocage.Jobs.Plans;

/// <summary>Every measure in every place with what came of the rules, and those among them that can be chosen.</summary>
public sealed class PlanCandidates
{
    private PlanCandidates(IReadOnlyList<CandidateMeasure> all, IReadOnlyList<PlanUnit> units, IReadOnlyList<CandidateMeasure> unpriced)
    {
        All = all;
        Units = units;
        Unpriced = unpriced;
    }

    /// <summary>Every measure in every place that has its shape.</summary>
    public IReadOnlyList<CandidateMeasure> All { get; }

    /// <summary>Those that can be chosen, in the order of the planning units.</summary>
    public IReadOnlyList<PlanUnit> Units { get; }

    /// <summary>Those that are possible, but whose cost is not known.</summary>
    public IReadOnlyList<CandidateMeasure> Unpriced { get; }

    internal static PlanCandidates Of(PlanRequest request, LandscapeInputs landscape, IReadOnlyList<SpeciesNetwork> networks, RunClock clock, CancellationToken cancellation)
    {
        var catalogue = Catalogue(request);
        var kinds = LandCoverKindFile.Read(request.LandCover);
        var places = clock.Step("finding the places", _ => PlanPlaces.Of(request, landscape, cancellation));
        var facts = clock.Step("looking up the places", progress => FactsOf(places, landscape, kinds, progress, cancellation));
        var all = clock.Step("holding measures against places", _ => Candidates.Of(catalogue, facts, keepNever: true, cancellation));
        var (units, unpriced) = Choosable(request, all, networks, landscape.Map, cancellation);
        if (units.Count == 0) throw new BadInputException(NoneSentence(request, all, unpriced));
        return new(all, Crossings.Within(units, networks, landscape.Notes, request.Measures), unpriced);
    }

    private static IReadOnlyList<Measure> Catalogue(PlanRequest request)
    {
        var catalogue = MeasureCatalogueFile.Read(request.Measures);
        if (request.Prices is not null) catalogue = MeasurePricesFile.Apply(request.Prices, catalogue);
        foreach (var id in request.Only.Concat(request.Parties.SelectMany(party => party.Measures)))
            if (catalogue.Find(id) is null) throw new BadInputException($"{request.Measures} has no measure “{id}”; it has {string.Join(", ", catalogue.Measures.Select(measure => measure.Id))}.");
        return request.Only.Count == 0 ? catalogue.Measures : [.. catalogue.Measures.Where(measure => request.Only.Contains(measure.Id))];
    }

    private static PlaceFacts[] FactsOf(IReadOnlyList<Place> places, LandscapeInputs landscape, LandCoverKindMap kinds, IProgress<double> progress, CancellationToken cancellation)
    {
        var sites = landscape.Sites is { } given ? new ProtectedSites(given.Select(site => site.Shape)) : null;
        var facts = new PlaceFacts[places.Count];
        for (var k = 0; k < facts.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            facts[k] = sites is null ? PlaceFacts.Of(places[k], landscape.Map, kinds) : sites.FactsOf(places[k], landscape.Map, kinds);
            progress.Report((k + 1.0) / facts.Length);
        }

        return facts;
    }

    private static (List<PlanUnit> Units, List<CandidateMeasure> Unpriced) Choosable(
        PlanRequest request, IReadOnlyList<CandidateMeasure> all, IReadOnlyList<SpeciesNetwork> networks, LandCover map, CancellationToken cancellation)
    {
        var (units, unpriced) = (new List<PlanUnit>(), new List<CandidateMeasure>());
        foreach (var candidate in all.Where(candidate => candidate.Applicability == Applicability.Applicable))
        {
            cancellation.ThrowIfCancellationRequested();
            if (candidate.Costs.Total(request.HorizonYears, request.DiscountRate) is { } cost)
                units.Add(new(units.Count, candidate, cost.Likely, [.. networks.Select(network => SpeciesEffect.Of(units.Count, candidate, network, map))]));
            else unpriced.Add(candidate);
        }

        return (units, unpriced);
    }

    private static string NoneSentence(PlanRequest request, IReadOnlyList<CandidateMeasure> all, List<CandidateMeasure> unpriced) =>
        all.Count == 0 ? $"No measure of {request.Measures} has a place of its shape; line measures need --parcels with --edges."
        : unpriced.Count > 0 ? $"None of the {unpriced.Count} possible measures has a known cost; give prices with --prices."
        : $"None of the measures in {request.Measures} is possible in any of the places: {all.Count(candidate => candidate.Applicability == Applicability.Never)} times never, {all.Count(candidate => candidate.Applicability == Applicability.NotYet)} times not yet.";
}
