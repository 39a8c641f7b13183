using Bocage.Formats;
using Bocage.Landscapes;

namespace Bocage.Data.Programmes;

/// <summary>programme.yaml.</summary>
internal static class ProgrammeFile
{
    public static PackProgramme Read(PackFields fields)
    {
        var languages = fields.AtLeastOneWord("languages", Language);
        if (languages.Count > 0 && !languages.Contains(null!)) fields.Reading.Languages = languages;
        return new()
        {
            Id = fields.LocalId(),
            Name = fields.Name("name"),
            ShortName = fields.Word("short_name"),
            Kind = fields.Text("kind"),
            Summary = fields.Text("summary"),
            Period = fields.OptionalPart("period", Period),
            Lead = fields.OptionalReference("lead", IdKind.Partner),
            Countries = fields.AtLeastOneWord("countries", PackWords.Country),
            Languages = languages,
            Colours = fields.Part("colours", part => new PackColours { Primary = part.Required("primary", Colour), Accent = part.Required("accent", Colour) }),
            Contact = fields.Part("contact", part => new PackContact { Website = part.Required("website", PackWords.Url), Email = part.Optional("email", PackWords.Email) }),
            Figures = fields.List("figures", FigureFields.Read),
            Phases = fields.List("phases", Phase),
            ActionLines = fields.List("action_lines", line => new PackActionLine
            {
                Id = line.Id(IdKind.ActionLine),
                Code = line.OptionalWord("code"),
                Name = line.Text("name"),
                Summary = line.OptionalText("summary"),
                Sources = line.Sources(),
            }),
            SuccessFactors = fields.List("success_factors", factor => new PackSuccessFactor { Id = factor.Id(IdKind.SuccessFactor), Name = factor.Text("name"), Sources = factor.Sources() }),
        };
    }

    public static void Write(YamlWriter file, PackProgramme programme)
    {
        file.Text("id", programme.Id);
        file.Text("name", programme.Name);
        file.Text("short_name", programme.ShortName);
        file.Text("kind", programme.Kind);
        file.Text("summary", programme.Summary);
        if (programme.Period is { } period)
        {
            file.Mapping("period", part =>
            {
                part.Date("start", period.Start);
                part.Date("end", period.End);
                part.Words("sources", period.Sources);
            });
        }

        file.OptionalText("lead", programme.Lead);
        file.Words("countries", programme.Countries);
        file.Words("languages", programme.Languages);
        file.Mapping("colours", part =>
        {
            part.Text("primary", programme.Colours.Primary);
            part.Text("accent", programme.Colours.Accent);
        });
        file.Mapping("contact", part =>
        {
            part.Text("website", programme.Contact.Website);
            part.OptionalText("email", programme.Contact.Email);
        });
        file.List("figures", programme.Figures, FigureFields.Write);
        file.List("phases", programme.Phases, (item, phase) =>
        {
            item.Text("id", phase.Id);
            item.Text("name", phase.Name);
            item.Date("start", phase.Start);
            item.Date("end", phase.End);
            item.Words("sources", phase.Sources);
        });
        file.List("action_lines", programme.ActionLines, (item, line) =>
        {
            item.Text("id", line.Id);
            item.OptionalText("code", line.Code);
            item.Text("name", line.Name);
            item.OptionalText("summary", line.Summary);
            item.Words("sources", line.Sources);
        });
        file.List("success_factors", programme.SuccessFactors, (item, factor) =>
        {
            item.Text("id", factor.Id);
            item.Text("name", factor.Name);
            item.Words("sources", factor.Sources);
        });
    }

    private static PackPeriod Period(PackFields fields)
    {
        var period = new PackPeriod { Start = fields.Date("start"), End = fields.OptionalDate("end"), Sources = fields.Sources() };
        fields.InOrder("start", period.Start, "end", period.End);
        return period;
    }

    private static PackPhase Phase(PackFields fields)
    {
        var phase = new PackPhase { Id = fields.Id(IdKind.Phase), Name = fields.Text("name"), Start = fields.Date("start"), End = fields.OptionalDate("end"), Sources = fields.Sources() };
        fields.InOrder("start", phase.Start, "end", phase.End);
        return phase;
    }

    private static string Language(YamlNode node) =>
        LocalizedText.KnownLanguages.Contains(node.AsText()) ? node.AsText() : throw node.Wrong(node.Key, $"a language ({string.Join(", ", LocalizedText.KnownLanguages)})");

    private static string Colour(YamlNode node)
    {
        if (!ColourContrast.IsColour(node.Scalar)) throw node.Wrong(node.Key, "a colour such as \"#0a5c36\", with small letters and in quotes");
        var contrast = ColourContrast.Between(node.Scalar!, "#ffffff");
        return contrast >= ColourContrast.ForText
            ? node.Scalar!
            : throw node.Error(FormattableString.Invariant($"{node.Key} must stand out from white by {ColourContrast.ForText} to 1 or more, so that text in it can be read; got '{node.Scalar}', {Math.Floor(contrast * 10) / 10:0.0} to 1."));
    }
}
