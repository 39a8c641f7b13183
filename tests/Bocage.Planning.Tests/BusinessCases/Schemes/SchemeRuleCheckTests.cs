using static Bocage.Planning.Tests.MadeCase;

namespace Bocage.Planning.Tests;

public class SchemeRuleCheckTests
{
    private static Scheme With(string id, SchemeRules rules) => Scheme(id, PerHectare(1)) with { Rules = rules };

    private static void Fault(string scheme, string rule, string words, params Scheme[] schemes)
    {
        var fault = SchemeRuleCheck.FirstFault(schemes);
        Assert.NotNull(fault);
        Assert.Equal((scheme, rule), (fault.Value.Scheme, fault.Value.Rule));
        Assert.Contains(words, fault.Value.Sentence, StringComparison.Ordinal);
        // A case with such rules is refused in the same words.
        Assert.Equal(fault.Value.Sentence, Assert.Throws<ArgumentException>(() => new BusinessCaseInputs(Setting(1), [], [], schemes)).Message);
    }

    [Fact]
    public void A_scheme_that_excludes_or_requires_itself_is_refused()
    {
        Fault("a", "excludes", "a excludes itself", With("a", new() { Excludes = ["a"] }));
        Fault("b", "requires", "b requires itself", With("a", new()), With("b", new() { Requires = ["a", "b"] }));
    }

    [Fact]
    public void A_scheme_that_names_one_that_is_not_there_is_refused()
    {
        Fault("a", "excludes", "a excludes x, which is no scheme here", With("a", new() { Excludes = ["x"] }));
        Fault("a", "requires", "a requires x, which is no scheme here", With("a", new() { Requires = ["x"] }));
        Fault("a", "stacks_only_with", "a stacks only with x, which is no scheme here", With("a", new() { StacksOnlyWith = ["a", "x"] }));
    }

    [Fact]
    public void A_scheme_that_requires_what_it_does_not_go_with_is_refused()
    {
        var b = With("b", new());
        Fault("a", "requires", "a requires b, with which it does not go", With("a", new() { Requires = ["b"], Excludes = ["b"] }), b);
        Fault("a", "requires", "does not go", With("a", new() { Requires = ["b"] }), With("b", new() { Excludes = ["a"] }));
        Fault("a", "requires", "does not go", With("a", new() { Requires = ["b"], StacksOnlyWith = [] }), b);
        Fault("a", "requires", "does not go", With("a", new() { Requires = ["b"] }), With("b", new() { StacksOnlyWith = ["b"] }));
        Fault("a", "requires", "does not go", With("a", new() { Requires = ["b"], ExcludesOtherPublicMoney = true }), b);
    }

    [Fact]
    public void A_circle_of_requirements_is_refused_and_shown()
    {
        Fault("a", "requires", "a requires b requires a.", With("a", new() { Requires = ["b"] }), With("b", new() { Requires = ["a"] }));
        // From a there is no way back to a; the circle is c, d, e. The dead end f is not part of it.
        Fault(
            "c", "requires", "c requires d requires e requires c.",
            With("a", new() { Requires = ["c"] }), With("c", new() { Requires = ["f", "d"] }), With("d", new() { Requires = ["e"] }), With("e", new() { Requires = ["c"] }), With("f", new()));
    }

    [Fact]
    public void Rules_without_a_fault_have_none()
    {
        Assert.Null(SchemeRuleCheck.FirstFault([]));
        // Two ways to the same scheme are no circle.
        Assert.Null(SchemeRuleCheck.FirstFault([With("a", new() { Requires = ["b", "c"] }), With("b", new() { Requires = ["d"] }), With("c", new() { Requires = ["d"] }), With("d", new() { Excludes = ["e"] }), With("e", new())]));
        // Two that exclude each other say the same twice.
        Assert.Null(SchemeRuleCheck.FirstFault([With("a", new() { Excludes = ["b"] }), With("b", new() { Excludes = ["a"] })]));
    }

    [Fact]
    public void Exclusion_holds_both_ways()
    {
        void Apart(bool expected, Scheme one, Scheme other)
        {
            Assert.Equal(expected, SchemeRuleCheck.Excludes(one, other));
            Assert.Equal(expected, SchemeRuleCheck.Excludes(other, one));
        }

        var plain = With("b", new());
        var bank = Scheme("bank", PerHectare(1), payer: "bank", kind: PartyKind.Bank);
        Apart(false, With("a", new()), plain);
        Apart(true, With("a", new() { Excludes = ["b"] }), plain);
        Apart(true, With("a", new() { StacksOnlyWith = ["c"] }), plain);
        Apart(false, With("a", new() { StacksOnlyWith = ["b"] }), plain);
        Apart(true, With("a", new() { ExcludesOtherPublicMoney = true }), plain);
        Apart(false, With("a", new() { ExcludesOtherPublicMoney = true }), bank);
    }
}
