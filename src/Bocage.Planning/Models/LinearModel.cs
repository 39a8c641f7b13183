namespace Bocage.Planning;

/// <summary>A linear or mixed-integer programme, built row by row and handed to an <see cref="IMixedIntegerSolver"/>.</summary>
public sealed class LinearModel
{
    private readonly List<LinearVariable> variables = [];
    private readonly List<LinearRow> rows = [];

    /// <summary>An empty model.</summary>
    /// <param name="maximises">True to maximise, false to minimise.</param>
    public LinearModel(bool maximises) => Maximises = maximises;

    /// <summary>True to maximise.</summary>
    public bool Maximises { get; }

    /// <summary>Its columns.</summary>
    public IReadOnlyList<LinearVariable> Variables => variables;

    /// <summary>Its rows.</summary>
    public IReadOnlyList<LinearRow> Rows => rows;

    /// <summary>Adds a continuous variable and returns its index.</summary>
    public int Continuous(double lower, double upper, double objective)
    {
        variables.Add(new(lower, upper, objective, false));
        return variables.Count - 1;
    }

    /// <summary>Adds a 0/1 variable and returns its index.</summary>
    public int Binary(double objective)
    {
        variables.Add(new(0, 1, objective, true));
        return variables.Count - 1;
    }

    /// <summary>Adds minimum ≤ Σ coefficient · variable ≤ maximum and returns its index.</summary>
    public int Row(IEnumerable<LinearTerm> terms, double minimum, double maximum)
    {
        rows.Add(new([.. terms], minimum, maximum));
        return rows.Count - 1;
    }

    /// <summary>Adds to the coefficient of a variable in the objective.</summary>
    public void Weigh(int variable, double more) => variables[variable] = variables[variable] with { Objective = variables[variable].Objective + more };

    /// <summary>Fixes or narrows a variable.</summary>
    public void Limit(int variable, double lower, double upper) => variables[variable] = variables[variable] with { Lower = lower, Upper = upper };
}

/// <summary>A column of a <see cref="LinearModel"/>.</summary>
/// <param name="Lower">Least value; −∞ for none.</param>
/// <param name="Upper">Greatest value; +∞ for none.</param>
/// <param name="Objective">Coefficient in the objective.</param>
/// <param name="IsInteger">Whether it must be whole.</param>
public readonly record struct LinearVariable(double Lower, double Upper, double Objective, bool IsInteger);

/// <summary>A row of a <see cref="LinearModel"/>.</summary>
/// <param name="Terms">Variables (as <see cref="LinearTerm.Unit"/>) with coefficients.</param>
/// <param name="Minimum">Least value; −∞ for none.</param>
/// <param name="Maximum">Greatest value; +∞ for none.</param>
public readonly record struct LinearRow(System.Collections.Immutable.ImmutableArray<LinearTerm> Terms, double Minimum, double Maximum);
