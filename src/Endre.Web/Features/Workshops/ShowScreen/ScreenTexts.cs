namespace Endre.Web.Features.Workshops.ShowScreen;

internal sealed class ScreenTexts
{
    private ScreenTexts() { }
}
