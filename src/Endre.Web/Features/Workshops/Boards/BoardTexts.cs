namespace Endre.Web.Features.Workshops.Boards;

internal sealed class BoardTexts
{
    private BoardTexts() { }
}
