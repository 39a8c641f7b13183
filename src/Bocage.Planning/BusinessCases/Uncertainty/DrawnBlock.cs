using System.Numerics;
using System.Runtime.InteropServices;

namespace Bocage.Planning;

/// <summary>The work arrays of a thread: works out a block of draws at once, year after year, a vector of draws at a time.</summary>
/// <remarks>Every draw has its own lane, and no lane looks at another: a draw gives the same bits in every block and at every width of vectors.</remarks>
internal sealed class DrawnBlock
{
    private readonly DrawnCase drawn;
    private readonly int size;
    private readonly double[] rows;
    private readonly double[] steady;
    private readonly double[] amounts;
    private readonly double[] net;
    private readonly double[] sum;
    private readonly double[] low;
    private readonly double[] value;
    private readonly ulong[] streams;

    /// <summary>Arrays for blocks of so many draws.</summary>
    /// <param name="drawn">The case.</param>
    /// <param name="size">A length of <see cref="VectorMath.Rounded"/>.</param>
    public DrawnBlock(DrawnCase drawn, int size)
    {
        (this.drawn, this.size) = (drawn, size);
        rows = new double[drawn.Rows.Count * size];
        steady = new double[drawn.Rows.Count * size];
        amounts = new double[size];
        net = new double[drawn.Parties.Count * size];
        sum = new double[net.Length];
        low = new double[net.Length];
        value = new double[net.Length];
        streams = [.. drawn.Rows.Select(row => row.Factor < 0 ? 0 : FactorDraws.Stream(drawn.Factors[row.Factor].Id, drawn.Seed, -1))];
    }

    /// <summary>Net present value of a party by draw of the block.</summary>
    public ReadOnlySpan<double> NetPresentValue(int party) => value.AsSpan(party * size, size);

    /// <summary>Lowest sum of money of a party by draw of the block.</summary>
    public ReadOnlySpan<double> LiquidityLow(int party) => low.AsSpan(party * size, size);

    /// <summary>Works out the draws from a first one on.</summary>
    public void Run(long first)
    {
        Array.Clear(value);
        for (var party = 0; party < drawn.Parties.Count; party++)
        {
            sum.AsSpan(party * size, size).Fill(drawn.Parties[party].Party.Cash ?? 0);
            low.AsSpan(party * size, size).Fill(drawn.Parties[party].Party.Cash ?? 0);
        }

        for (var row = 0; row < drawn.Rows.Count; row++) DrawSteady(row, first);
        for (var year = 0; year < drawn.Years.Length; year++)
        {
            var now = drawn.Years[year];
            foreach (var row in now.YearlyRows) DrawYearly(row, first, year);
            for (var party = 0; party < now.Constants.Length; party++) net.AsSpan(party * size, size).Fill(now.Constants[party]);
            foreach (var term in now.Free) Add(Net(term.Party), Row(term.Row), term.Euros);
            foreach (var term in now.Limited) Add(term);
            for (var party = 0; party < now.Constants.Length; party++) if (drawn.IsKnown[party]) EndYear(party, drawn.Discount[party][year]);
        }
    }

    private void DrawSteady(int row, long first)
    {
        var known = drawn.Rows[row];
        if (known.Factor < 0)
        {
            if (!known.IsYearly) Multiply(row);
            return;
        }

        var factor = drawn.Factors[known.Factor];
        var values = (known.IsYearly ? steady : rows).AsSpan(row * size, size);
        for (var k = 0; k < values.Length; k++) values[k] = FactorDraws.Triangular(factor, FactorDraws.Uniform(streams[row], first + k));
    }

    private void DrawYearly(int row, long first, int year)
    {
        var known = drawn.Rows[row];
        if (known.Factor < 0)
        {
            Multiply(row);
            return;
        }

        var stream = FactorDraws.Stream(drawn.Factors[known.Factor].Id, drawn.Seed, year);
        var values = rows.AsSpan(row * size, size);
        var shares = steady.AsSpan(row * size, size);
        for (var k = 0; k < values.Length; k++) values[k] = shares[k] * FactorDraws.Yearly(drawn.Sigma, FactorDraws.Uniform(stream, first + k));
    }

    private void Multiply(int row)
    {
        rows.AsSpan(row * size, size).Fill(1);
        var product = Row(row);
        foreach (var part in drawn.Rows[row].Parts)
        {
            var factor = Row(part);
            for (var k = 0; k < product.Length; k++) product[k] *= factor[k];
        }
    }

    private static void Add(Span<Vector<double>> net, Span<Vector<double>> row, double euros)
    {
        var times = new Vector<double>(euros);
        for (var k = 0; k < net.Length; k++) net[k] += times * row[k];
    }

    private void Add(LimitedTerm term)
    {
        var paid = Of(amounts, 0);
        var row = Row(term.Row);
        var (euros, least, most) = (new Vector<double>(term.Euros), new Vector<double>(term.Least), new Vector<double>(term.Most));
        for (var k = 0; k < paid.Length; k++)
        {
            var amount = euros * row[k];
            paid[k] = Vector.ConditionalSelect(Vector.LessThan(amount, least), Vector<double>.Zero, Vector.Min(amount, most));
        }

        if (term.Gate >= 0)
        {
            var gate = Row(term.Gate);
            var level = new Vector<double>(term.Level);
            for (var k = 0; k < paid.Length; k++) paid[k] = Vector.ConditionalSelect(Vector.LessThan(gate[k], level), Vector<double>.Zero, paid[k]);
        }

        foreach (var target in term.Targets)
        {
            var money = Net(target.Party);
            if (target.IsMinus) for (var k = 0; k < money.Length; k++) money[k] -= paid[k];
            else for (var k = 0; k < money.Length; k++) money[k] += paid[k];
        }
    }

    private void EndYear(int party, double worth)
    {
        var money = Net(party);
        var total = Of(sum, party);
        var lowest = Of(low, party);
        var present = Of(value, party);
        var discount = new Vector<double>(worth);
        for (var k = 0; k < money.Length; k++)
        {
            present[k] += discount * money[k];
            total[k] += money[k];
            lowest[k] = Vector.Min(lowest[k], total[k]);
        }
    }

    private Span<Vector<double>> Net(int party) => Of(net, party);

    private Span<Vector<double>> Row(int row) => Of(rows, row);

    private Span<Vector<double>> Of(double[] all, int k) => MemoryMarshal.Cast<double, Vector<double>>(all.AsSpan(k * size, size));
}
