using Endre.Domain.Shared;
using Endre.Domain.Workshops.Plan;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;

namespace Endre.Web.Features.Templates.DescribeTemplate;

/// <summary>What stands in the form of a template, in the language of the reader.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Purpose">As typed.</param>
public sealed record TemplateInput(string Name, string Purpose)
{
    public static TemplateInput Of(Template template)
    {
        ArgumentNullException.ThrowIfNull(template);
        var language = Language.Current.Code;
        return new TemplateInput(template.Name.In(language), template.Purpose.In(language));
    }

    public static TemplateInput Of(IFormCollection form) =>
        new(form.Text("name") ?? "", (form.Text("purpose") ?? "").Replace("\r\n", "\n", StringComparison.Ordinal));

    /// <summary>What is left as it was keeps its other languages; what is worded anew stands in that wording alone.</summary>
    internal (Wording Name, Wording Purpose) Over(Template before) =>
        (Said(before.Name, Name), Said(before.Purpose, Purpose));

    private static Wording Said(Wording before, string typed) =>
        FreeText.Tidy(before.In(Language.Current.Code)) == typed.Trim() ? before : new Wording(typed);
}
