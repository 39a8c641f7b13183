namespace Bocage.Data.Tests;

public class ValueListTests
{
    [Fact]
    public void Lists_with_equal_items_in_the_same_order_are_equal()
    {
        ValueList<string> one = ["a", "b"];
        ValueList<string> same = new[] { "a", "b" }.ToValueList();
        Assert.True(one.Equals(same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.False(one.Equals(["b", "a"]));
        Assert.False(one.Equals(["a"]));
        Assert.False(one.Equals((object)new[] { "a", "b" }));
        Assert.True(new ValueList<string>([]).Equals(ValueList<string>.Empty));
    }
}
