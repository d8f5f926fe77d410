namespace Endre.Web.Features.Templates;

internal sealed class TemplateTexts
{
    private TemplateTexts() { }
}
