namespace Endre.Web.Features.Workshops.CreateWorkshop;

internal sealed class NewTexts
{
    private NewTexts() { }
}
