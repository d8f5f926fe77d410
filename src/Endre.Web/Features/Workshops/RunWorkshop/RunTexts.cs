namespace Endre.Web.Features.Workshops.RunWorkshop;

internal sealed class RunTexts
{
    private RunTexts() { }
}
