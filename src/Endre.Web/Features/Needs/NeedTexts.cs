namespace Endre.Web.Features.Needs;

internal sealed class NeedTexts
{
    private NeedTexts() { }
}
