namespace Endre.Web.Features.Workshops.JoinWorkshop;

internal sealed class JoinWorkshopTexts
{
    private JoinWorkshopTexts() { }
}
