using System.Runtime.Intrinsics;

namespace Bocage.Planning;

/// <summary>The amounts of a model in single precision, rows scaled, for searching: whole vectors per unit when at least one in eight is not zero, else sparse.</summary>
/// <remarks>Nothing that is claimed rests on it: bounds and choices are worked out again from the exact amounts. Vectors have <see cref="Width"/> numbers, the last ones zero.</remarks>
internal sealed unsafe class AmountMatrix
{
    private const int Lanes = 8;
    private const double DenseShare = 0.125;
    private const long MostDense = 400_000_000;

    private readonly float[] dense = [];
    private readonly float* values;
    private readonly int[] first = [];
    private readonly int[] rows = [];
    private readonly float[] amounts = [];

    /// <summary>The matrix of some units, in their order; null for all.</summary>
    public AmountMatrix(SelectionModel model, double[] scale, int[]? units = null)
    {
        var count = units?.Length ?? model.UnitCount;
        Width = Math.Max(Lanes, (model.RowCount + Lanes - 1) / Lanes * Lanes);
        IsDense = model.Amount.Length >= DenseShare * model.UnitCount * model.RowCount && (long)count * Width <= MostDense;
        if (IsDense)
        {
            dense = GC.AllocateArray<float>(Math.Max(1, count * Width), pinned: true);
            values = (float*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref dense[0]);
            for (var k = 0; k < count; k++)
            {
                var unit = units?[k] ?? k;
                for (var entry = model.First[unit]; entry < model.First[unit + 1]; entry++) dense[k * Width + model.Row[entry]] = (float)(model.Amount[entry] * scale[model.Row[entry]]);
            }

            return;
        }

        first = new int[count + 1];
        for (var k = 0; k < count; k++) first[k + 1] = first[k] + model.First[(units?[k] ?? k) + 1] - model.First[units?[k] ?? k];
        (rows, amounts) = (new int[first[count]], new float[first[count]]);
        for (var k = 0; k < count; k++)
        {
            var from = model.First[units?[k] ?? k];
            for (var place = first[k]; place < first[k + 1]; place++)
            {
                rows[place] = model.Row[from + place - first[k]];
                amounts[place] = (float)(model.Amount[from + place - first[k]] * scale[rows[place]]);
            }
        }
    }

    /// <summary>Length of the vectors.</summary>
    public int Width { get; }

    public bool IsDense { get; }

    /// <summary>A vector of zeros that does not move.</summary>
    public float[] Vector() => GC.AllocateArray<float>(Width, pinned: true);

    /// <summary>Σ amount · weight.</summary>
    public float Dot(int unit, float* weights)
    {
        if (IsDense)
        {
            var at = values + (long)unit * Width;
            var sum = Vector256<float>.Zero;
            for (var k = 0; k < Width; k += Lanes) sum += Vector256.Load(at + k) * Vector256.Load(weights + k);
            return Vector256.Sum(sum);
        }

        var total = 0f;
        for (var place = first[unit]; place < first[unit + 1]; place++) total += amounts[place] * weights[rows[place]];
        return total;
    }

    /// <summary>sums += factor · amounts.</summary>
    public void Add(int unit, float factor, float* sums)
    {
        if (IsDense)
        {
            var at = values + (long)unit * Width;
            var times = Vector256.Create(factor);
            for (var k = 0; k < Width; k += Lanes) (Vector256.Load(sums + k) + times * Vector256.Load(at + k)).Store(sums + k);
            return;
        }

        for (var place = first[unit]; place < first[unit + 1]; place++) sums[rows[place]] += factor * amounts[place];
    }

    /// <summary>sums += factor · amounts².</summary>
    public void AddSquares(int unit, float factor, float* sums)
    {
        if (IsDense)
        {
            var at = values + (long)unit * Width;
            for (var k = 0; k < Width; k++) sums[k] += factor * at[k] * at[k];
            return;
        }

        for (var place = first[unit]; place < first[unit + 1]; place++) sums[rows[place]] += factor * amounts[place] * amounts[place];
    }

    /// <summary>Σ price · max(0, need − sign · amount) over all rows, given that sum without the unit.</summary>
    public float PenaltyAfter(int unit, float sign, float* need, float* price, float current)
    {
        if (IsDense)
        {
            var at = values + (long)unit * Width;
            var (sum, times) = (Vector256<float>.Zero, Vector256.Create(sign));
            for (var k = 0; k < Width; k += Lanes)
                sum += Vector256.Load(price + k) * Vector256.MaxNative(Vector256<float>.Zero, Vector256.Load(need + k) - times * Vector256.Load(at + k));
            return Vector256.Sum(sum);
        }

        for (var place = first[unit]; place < first[unit + 1]; place++)
        {
            var before = need[rows[place]];
            current += price[rows[place]] * (Math.Max(0, before - sign * amounts[place]) - Math.Max(0, before));
        }

        return current;
    }

    /// <summary>The same sum with two units flipped.</summary>
    public float PenaltyAfter(int unit, float sign, int other, float otherSign, float* need, float* price, float current)
    {
        if (IsDense)
        {
            var at = values + (long)unit * Width;
            var there = values + (long)other * Width;
            var (sum, times, otherTimes) = (Vector256<float>.Zero, Vector256.Create(sign), Vector256.Create(otherSign));
            for (var k = 0; k < Width; k += Lanes)
                sum += Vector256.Load(price + k) * Vector256.MaxNative(Vector256<float>.Zero, Vector256.Load(need + k) - times * Vector256.Load(at + k) - otherTimes * Vector256.Load(there + k));
            return Vector256.Sum(sum);
        }

        var between = PenaltyAfter(unit, sign, need, price, current);
        Add(unit, -sign, need);
        between = PenaltyAfter(other, otherSign, need, price, between);
        Add(unit, sign, need);
        return between;
    }

    /// <summary>Σ weight · max(0, sign · amount): the most a flip can gain.</summary>
    public float Gain(int unit, float sign, float* weights)
    {
        var sum = 0f;
        if (IsDense)
        {
            var at = values + (long)unit * Width;
            for (var k = 0; k < Width; k++) sum += weights[k] * Math.Max(0, sign * at[k]);
            return sum;
        }

        for (var place = first[unit]; place < first[unit + 1]; place++) sum += weights[rows[place]] * Math.Max(0, sign * amounts[place]);
        return sum;
    }
}
