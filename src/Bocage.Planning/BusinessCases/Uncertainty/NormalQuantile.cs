namespace Bocage.Planning;

/// <summary>The value that a standard normal number stays below with a given chance.</summary>
/// <remarks>
/// Three rational functions, to about 1 in 10¹⁶ by the author's word. Wichura (1988), Algorithm AS 241: the percentage points of the normal distribution, doi:10.2307/2347330.
/// </remarks>
internal static class NormalQuantile
{
    /// <summary>Φ⁻¹(u).</summary>
    /// <param name="u">Above 0 and below 1.</param>
    public static double Of(double u)
    {
        var q = u - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var x = 0.180625 - q * q;
            var top = ((((((2.5090809287301226727e3 * x + 3.3430575583588128105e4) * x + 6.7265770927008700853e4) * x + 4.5921953931549871457e4) * x
                + 1.3731693765509461125e4) * x + 1.9715909503065514427e3) * x + 1.3314166789178437745e2) * x + 3.3871328727963666080;
            var bottom = ((((((5.2264952788528545610e3 * x + 2.8729085735721942674e4) * x + 3.9307895800092710610e4) * x + 2.1213794301586595867e4) * x
                + 5.3941960214247511077e3) * x + 6.8718700749205790830e2) * x + 4.2313330701600911252e1) * x + 1;
            return q * top / bottom;
        }

        var far = Far(Math.Sqrt(-Math.Log(Math.Min(u, 1 - u))));
        return q < 0 ? -far : far;
    }

    private static double Far(double r)
    {
        if (r <= 5)
        {
            var x = r - 1.6;
            var top = ((((((7.74545014278341407640e-4 * x + 2.27238449892691845833e-2) * x + 2.41780725177450611770e-1) * x + 1.27045825245236838258) * x
                + 3.64784832476320460504) * x + 5.76949722146069140550) * x + 4.63033784615654529590) * x + 1.42343711074968357734;
            var bottom = ((((((1.05075007164441684324e-9 * x + 5.47593808499534494600e-4) * x + 1.51986665636164571966e-2) * x + 1.48103976427480074590e-1) * x
                + 6.89767334985100004550e-1) * x + 1.67638483018380384940) * x + 2.05319162663775882187) * x + 1;
            return top / bottom;
        }

        var y = r - 5;
        var over = ((((((2.01033439929228813265e-7 * y + 2.71155556874348757815e-5) * y + 1.24266094738807843860e-3) * y + 2.65321895265761230930e-2) * y
            + 2.96560571828504891230e-1) * y + 1.78482653991729133580) * y + 5.46378491116411436990) * y + 6.65790464350110377720;
        var under = ((((((2.04426310338993978564e-15 * y + 1.42151175831644588870e-7) * y + 1.84631831751005468180e-5) * y + 7.86869131145613259100e-4) * y
            + 1.48753612908506148525e-2) * y + 1.36929880922735805310e-1) * y + 5.99832206555887937690e-1) * y + 1;
        return over / under;
    }
}
