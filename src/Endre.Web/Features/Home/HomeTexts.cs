namespace Endre.Web.Features.Home;

internal sealed class HomeTexts
{
    private HomeTexts() { }
}
