namespace Endre.Web.Features.Workshops.TakePart;

internal sealed class TakePartTexts
{
    private TakePartTexts() { }
}
