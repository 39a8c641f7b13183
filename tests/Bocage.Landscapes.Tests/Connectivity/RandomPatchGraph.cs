namespace Bocage.Landscapes.Tests.Connectivity;

/// <summary>Seeded patch graphs with what makes trouble: unconnected pieces, ties, links of length 0, patches of area 0.</summary>
internal static class RandomPatchGraph
{
    public static readonly DispersalKernel HalfAtOneKm = DispersalKernel.NegativeExponential(1000, 0.5);

    /// <summary>1 to 13 patches, any of them linked; even seeds have lengths in steps of 500 m (many ties), odd ones any length.</summary>
    public static PatchGraph Small(int seed)
    {
        var random = new SeededRandom(seed);
        var patches = random.Next(1, 14);
        var links = Enumerable.Range(0, random.Next(3 * patches)).Select(_ => new Link(random.Next(patches), random.Next(patches), Length(random, seed)));
        return new(Areas(random, patches), [.. links.Where(link => link.From != link.To)]);
    }

    /// <summary>Patches on a lattice, linked to their right, lower and lower-right neighbours with gaps: long ways, large subtrees, many detours.</summary>
    public static PatchGraph Lattice(int columns, int rows, int seed)
    {
        var random = new SeededRandom(seed);
        var links = new List<Link>();
        for (var patch = 0; patch < columns * rows; patch++)
        {
            var (row, column) = Math.DivRem(patch, columns);
            if (column + 1 < columns && random.NextDouble() < 0.8) links.Add(new(patch, patch + 1, Length(random, seed)));
            if (row + 1 < rows && random.NextDouble() < 0.8) links.Add(new(patch, patch + columns, Length(random, seed)));
            if (row + 1 < rows && column + 1 < columns && random.NextDouble() < 0.3) links.Add(new(patch, patch + columns + 1, Length(random, seed)));
        }

        // Numbered at random, so that no order in the file helps.
        var number = Enumerable.Range(0, columns * rows).ToArray();
        for (var k = number.Length - 1; k > 0; k--)
        {
            var other = random.Next(k + 1);
            (number[k], number[other]) = (number[other], number[k]);
        }

        return new(Areas(random, number.Length), links.Select(link => link with { From = number[link.From], To = number[link.To] }));
    }

    /// <summary>Nearly every pair linked: patches with dozens of links each.</summary>
    public static PatchGraph Dense(int patches, int seed)
    {
        var random = new SeededRandom(seed);
        var links = new List<Link>();
        for (var from = 0; from < patches; from++)
        {
            for (var to = from + 1; to < patches; to++)
            {
                if (random.Next(10) > 0) links.Add(new(from, to, Length(random, seed)));
            }
        }

        return new(Areas(random, patches), links);
    }

    public static double Length(SeededRandom random, int seed) => seed % 2 == 0 ? 500 * random.Next(5) : 3000 * random.NextDouble();

    private static double[] Areas(SeededRandom random, int patches) =>
        [.. Enumerable.Range(0, patches).Select(_ => random.Next(5) == 0 ? 0 : 0.1 + 20 * random.NextDouble())];
}
