using System.Runtime.Intrinsics.X86;

namespace Bocage.Landscapes;

/// <summary>Resistance of a cell by its place in memory. Structs, so that the compiler makes a kernel of its own for each.</summary>
internal interface IResistance
{
    /// <summary>Whether places are those of <see cref="BandOrder"/>, or row by row.</summary>
    static abstract bool InBandOrder { get; }

    double At(nint place);

    /// <summary>Asks for the memory around a place in bands.</summary>
    void Prefetch(nint place);
}

/// <summary>A class per cell, in bands, and a table.</summary>
internal readonly unsafe struct ClassResistance(byte* classes, double* table) : IResistance
{
    public static bool InBandOrder => true;

    public double At(nint place) => table[classes[place]];

    public void Prefetch(nint place)
    {
        Sse.Prefetch0(classes + place - BandOrder.Height);
        Sse.Prefetch0(classes + place + BandOrder.Height);
    }
}

/// <summary>A value per cell, row by row as it was given: a copy in bands would double the memory.</summary>
internal readonly unsafe struct ValueResistance(double* values) : IResistance
{
    public static bool InBandOrder => false;

    public double At(nint place) => values[place];

    public void Prefetch(nint place)
    {
    }
}
