namespace Bocage.Planning;

/// <summary>What a concave function is known to lie below: planes found so far, and where to look next.</summary>
/// <remarks>
/// Proximal bundle: next = the λ within the limits that maximises min over planes of (value + slope·(λ − centre)) − ‖λ − centre‖² / 2t.
/// Solved in the weights α of the planes: moves weight from the plane that is highest at λ(α) to the lowest, until they meet. Lemaréchal (1975); Kiwiel (1990), doi:10.1007/BF01585731.
/// </remarks>
internal sealed class BundleStep(int rows, double[] limit, int most)
{
    private readonly List<double[]> slopes = [];
    private readonly List<double> values = [];
    private readonly List<double> weights = [];
    private readonly double[] mix = new double[rows];

    /// <summary>Weights of the planes; they sum to 1.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <summary>Adds a plane by its value at the centre and its slope; the place it takes.</summary>
    public int Add(double valueAtCentre, double[] slope)
    {
        if (slopes.Count < most)
        {
            slopes.Add((double[])slope.Clone());
            values.Add(valueAtCentre);
            weights.Add(slopes.Count == 1 ? 1 : 0);
            return slopes.Count - 1;
        }

        // The plane without weight that lies highest matters least.
        var place = 0;
        for (var k = 1; k < most; k++)
            if (weights[k] < weights[place] - 1e-12 || (weights[k] <= weights[place] + 1e-12 && values[k] > values[place])) place = k;
        var freed = weights[place];
        slope.CopyTo(slopes[place], 0);
        (values[place], weights[place]) = (valueAtCentre, 0);
        if (freed > 0)
        {
            var left = 1 - freed;
            for (var k = 0; k < most; k++) weights[k] = left > 1e-9 ? weights[k] / left : k == place ? 1 : 0;
        }

        return place;
    }

    /// <summary>Moves the centre.</summary>
    public void Move(double[] from, double[] to)
    {
        for (var k = 0; k < values.Count; k++) values[k] += Along(slopes[k], from, to);
    }

    /// <summary>The next point, and the value that the planes promise there.</summary>
    public double Next(double[] centre, double reach, double accuracy, double[] next)
    {
        var heights = new double[values.Count];
        for (var turn = 0; ; turn++)
        {
            Place(centre, reach, next);
            var (lowest, highest, mean) = (0, -1, 0.0);
            for (var k = 0; k < heights.Length; k++)
            {
                heights[k] = values[k] + Along(slopes[k], centre, next);
                mean += weights[k] * heights[k];
                if (heights[k] < heights[lowest]) lowest = k;
                if (weights[k] > 0 && (highest < 0 || heights[k] > heights[highest])) highest = k;
            }

            if (mean - heights[lowest] <= accuracy || turn >= 60 * (heights.Length + 4)) return heights[lowest];
            var curvature = 1e-300;
            for (var row = 0; row < rows; row++)
            {
                var difference = slopes[lowest][row] - slopes[highest][row];
                if (next[row] > 0 && next[row] < limit[row]) curvature += reach * difference * difference;
            }

            var moved = Math.Min(weights[highest], (heights[highest] - heights[lowest]) / curvature);
            weights[highest] = moved >= weights[highest] ? 0 : weights[highest] - moved;
            weights[lowest] += moved;
        }
    }

    private void Place(double[] centre, double reach, double[] next)
    {
        Array.Clear(mix);
        for (var k = 0; k < slopes.Count; k++)
        {
            if (weights[k] == 0) continue;
            for (var row = 0; row < rows; row++) mix[row] += weights[k] * slopes[k][row];
        }

        for (var row = 0; row < rows; row++) next[row] = Math.Clamp(centre[row] + reach * mix[row], 0, limit[row]);
    }

    private static double Along(double[] slope, double[] from, double[] to)
    {
        var sum = 0.0;
        for (var row = 0; row < slope.Length; row++) sum += slope[row] * (to[row] - from[row]);
        return sum;
    }
}
