namespace Bocage.Landscapes;

/// <summary>A cost at which one worker reaches a cell of another.</summary>
internal readonly record struct Offer(int Place, int Source, double Cost);

/// <summary>Offers that wait for the next turn.</summary>
internal sealed class Offers
{
    private Offer[] offers = new Offer[64];

    public int Count { get; private set; }

    public ReadOnlySpan<Offer> All => offers.AsSpan(0, Count);

    public void Add(Offer offer)
    {
        if (Count == offers.Length) Array.Resize(ref offers, 2 * Count);
        offers[Count++] = offer;
    }

    public void Clear() => Count = 0;
}
