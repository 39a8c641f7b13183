using Bocage.Formats;

namespace Bocage.Data.Programmes;

/// <summary>partners.yaml.</summary>
internal static class PartnersFile
{
    public static (ValueList<PackRole> Roles, ValueList<PackPartner> Partners) Read(PackFields fields) =>
    (
        fields.List("roles", role => new PackRole { Id = role.Id(IdKind.Role), Name = role.Text("name") }),
        fields.List("partners", partner => new PackPartner
        {
            Id = partner.Id(IdKind.Partner),
            Name = partner.Name("name"),
            Roles = partner.References("roles", IdKind.Role),
            Country = partner.Optional("country", PackWords.Country),
            Website = partner.Optional("website", PackWords.Url),
            Sources = partner.Sources(),
        })
    );

    public static void Write(YamlWriter file, ProgrammePack pack)
    {
        file.List("roles", pack.Roles, (item, role) =>
        {
            item.Text("id", role.Id);
            item.Text("name", role.Name);
        });
        file.List("partners", pack.Partners, (item, partner) =>
        {
            item.Text("id", partner.Id);
            item.Text("name", partner.Name);
            item.Words("roles", partner.Roles);
            item.OptionalText("country", partner.Country);
            item.OptionalText("website", partner.Website);
            item.Words("sources", partner.Sources);
        });
    }
}
