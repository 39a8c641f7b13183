namespace Bocage.Planning;

/// <summary>A constant and a sum of variables of a <see cref="LinearModel"/>.</summary>
/// <param name="Terms">Variables with coefficients.</param>
/// <param name="Constant">The constant.</param>
internal sealed record LinearExpression(List<LinearTerm> Terms, double Constant)
{
    /// <summary>A factor times this.</summary>
    public LinearExpression Times(double factor) => new([.. Terms.Select(term => new LinearTerm(term.Unit, factor * term.Coefficient))], factor * Constant);

    /// <summary>This and another.</summary>
    public LinearExpression Plus(LinearExpression other) => new([.. Terms, .. other.Terms], Constant + other.Constant);
}
