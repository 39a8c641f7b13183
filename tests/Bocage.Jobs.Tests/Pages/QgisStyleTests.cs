using System.Xml.Linq;
using Bocage.Jobs.Pages;

namespace Bocage.Jobs.Tests.Pages;

public class QgisStyleTests
{
    private static readonly XElement Style = XElement.Parse(QgisStyle.RisingFill("dpc", [new("Owl", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), new("Adder's kin", [5])], [0.6, 0.9], "#000001", "#000002", "#000003"));

    [Fact]
    public void Every_rule_has_a_symbol_of_its_own()
    {
        var asked = Style.Descendants("rule").Attributes("symbol").Select(symbol => symbol.Value).ToArray();
        Assert.Equal(6, asked.Distinct().Count());
        Assert.Equal(asked, Style.Descendants("symbol").Select(symbol => symbol.Attribute("name")!.Value));
    }

    [Fact] // of eleven values, the seventh lies at 60 % and the tenth at 90 %
    public void The_limits_of_a_species_follow_from_its_own_values() => Assert.Equal(
        ["\"dpc\" <= 7", "\"dpc\" > 7 AND \"dpc\" <= 10", "\"dpc\" > 10"],
        Style.Descendants("rule").Where(rule => rule.Attribute("symbol") is not null).Take(3).Select(rule => rule.Attribute("filter")!.Value));

    [Fact]
    public void One_species_is_switched_on_and_quotes_in_names_are_doubled()
    {
        var species = Style.Descendants("rule").Where(rule => rule.Attribute("checkstate") is not null).ToArray();
        Assert.Equal(["1", "0"], species.Select(rule => rule.Attribute("checkstate")!.Value));
        Assert.Equal("\"species\" = 'Adder''s kin'", species[1].Attribute("filter")!.Value);
    }
}
