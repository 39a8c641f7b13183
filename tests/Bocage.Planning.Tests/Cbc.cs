using Bocage.Formats;

namespace Bocage.Planning.Tests;

/// <summary>The program that solves models; a test that needs it is skipped, with the reason, when it is absent.</summary>
internal static class Cbc
{
    public static IMixedIntegerSolver Program
    {
        get
        {
            Assert.SkipUnless(CbcSolver.IsInstalled, "needs the program cbc (coinor-cbc), which is not on this machine");
            return new CbcSolver();
        }
    }
}
